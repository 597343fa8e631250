import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Text files of the repository. Recordings are a node's own words. */
let texts: ReadonlyMap<string, string>

beforeAll(async () => {
  const ignored = (await readFile(path.join(ROOT, '.gitignore'), 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
  const names = await list('', ['.git', ...ignored])
  const read = await Promise.all(
    names
      .filter((name) => !isRecording(name))
      .map(async (name) => [name, await readFile(path.join(ROOT, name), 'utf8')] as const),
  )
  texts = new Map(read.filter(([, text]) => !text.includes('\0')))
})

/** Files under a folder, without those whose name the ignore file names (`folder/` or `*.ending`). */
async function list(folder: string, ignored: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(path.join(ROOT, folder), { withFileTypes: true })
  const kept = entries.filter(
    ({ name }) =>
      !ignored.some((pattern) =>
        pattern.startsWith('*')
          ? name.endsWith(pattern.slice(1))
          : name === pattern.replace('/', ''),
      ),
  )
  const names = await Promise.all(
    kept.map((entry) => {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? list(name, ignored) : [name]
    }),
  )
  return names.flat()
}

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
    // In parts, so that this file needs no exception.
    const hosts = [
      ['registry', 'npmjs'],
      ['registry', 'yarnpkg'],
      ['npm', 'pkg', 'github'],
      ['registry', 'npmmirror'],
    ]
    const pattern = new RegExp(hosts.map((parts) => parts.join('\\.')).join('|'), 'i')
    expect('https://REGISTRY-npmjs'.replace('-', '.')).toMatch(pattern)
    expect(linesMatching(pattern)).toEqual([])
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
