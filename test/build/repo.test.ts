import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Text files that are, or would be, in the repository. Recordings are a node's own words. */
let texts: ReadonlyMap<string, string>

beforeAll(async () => {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const { stdout } = await promisify(execFile)('git', args, { cwd: ROOT, maxBuffer: 64_000_000 })
  const names = stdout.split('\0').filter((name) => name !== '' && !isRecording(name))
  const read = await Promise.all(
    names.map(async (name) => {
      const file = path.join(ROOT, name)
      // Listed, but deleted since.
      const isFile = await stat(file).then(
        (found) => found.isFile(),
        () => false,
      )
      return isFile ? [[name, await readFile(file, 'utf8')] as const] : []
    }),
  )
  texts = new Map(read.flat().filter(([, text]) => !text.includes('\0')))
})

function isRecording(name: string): boolean {
  return name.startsWith('test/recordings/') && !name.endsWith('.md')
}

function linesMatching(pattern: RegExp): readonly string[] {
  return [...texts].flatMap(([name, text]) =>
    text.split('\n').flatMap((line, index) => {
      const found = pattern.exec(line)
      return found === null ? [] : [`${name}:${index + 1}: ${found[0]}`]
    }),
  )
}

describe('the repository', () => {
  it('holds what the other checks here look at', () => {
    expect([...texts.keys()]).toEqual(
      expect.arrayContaining(['package.json', 'package-lock.json', 'vite.config.ts']),
    )
  })

  it('installs from whatever registry its user has set up', () => {
    const hosts = ['registry.npmjs', 'registry.yarnpkg', 'npm.pkg.github', 'registry.npmmirror']
    const pattern = new RegExp(hosts.map((host) => host.replaceAll('.', '\\.')).join('|'), 'i')
    expect(
      linesMatching(pattern).filter((line) => !line.startsWith('test/build/repo.test.ts')),
    ).toEqual([])
    expect(texts.get('package-lock.json')).not.toContain('"resolved": "http')
  })

  it('knows no folder of the machine it was written on', () => {
    const folders = ['work', 'root', 'farm', 'home', 'Users', 'tmp']
    const pattern = new RegExp(`(?<![\\w.@~/-])/(?:${folders.join('|')})/[\\w.-]+`)
    expect(linesMatching(pattern)).toEqual([])
  })

  it('pins every dependency to one version', () => {
    const { dependencies, devDependencies } = JSON.parse(texts.get('package.json') ?? '{}')
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(String(version)),
    )
    expect(loose).toEqual([])
  })
})
