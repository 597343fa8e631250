import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

/** Stands in for npm: notes how it was called and leaves the record npm leaves, or fails as an offline one does. */
const NPM = `
const fs = require('node:fs')
fs.appendFileSync('calls.txt', process.argv.slice(2).join(' ') + '\\n')
if (process.env.FAKE_OFFLINE) {
  console.error('npm error code ENOTFOUND')
  process.exit(1)
}
setTimeout(() => {
  const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'))
  const withDev = process.argv.includes('--include=dev')
  const packages = Object.entries(lock.packages).filter(([, { dev }]) => withDev || !dev)
  fs.mkdirSync('node_modules', { recursive: true })
  fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: Object.fromEntries(packages) }))
}, 100)
`

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'skylight-install-'))
  await writeFile(path.join(root, 'npm-cli.cjs'), NPM)
  await writeLock('1.0.0')
})
afterEach(() => rm(root, { recursive: true, force: true }))

function writeLock(version: string): Promise<void> {
  const packages = {
    '': {},
    'node_modules/react': { version },
    'node_modules/vitest': { version, dev: true },
    'node_modules/for-another-platform': { version, optional: true },
  }
  return writeFile(path.join(root, 'package-lock.json'), JSON.stringify({ packages }))
}

interface Outcome {
  readonly stdout: string
  readonly stderr: string
}

function install(modules: 'runtime' | 'full', env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const module = new URL('install.mjs', import.meta.url).href
  const code = `import { installMissing } from '${module}'
    await installMissing(process.argv[1], process.argv[2]).catch((error) => {
      process.stderr.write(error.name + ': ' + error.message)
    })`
  const options = {
    env: { ...process.env, npm_execpath: path.join(root, 'npm-cli.cjs'), ...env },
  }
  return new Promise((resolve, reject) => {
    const args = ['--input-type=module', '--eval', code, root, modules]
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (error === null) resolve({ stdout, stderr })
      else reject(error)
    })
  })
}

/** How npm was asked, call by call. */
async function calls(): Promise<readonly string[]> {
  const text = await readFile(path.join(root, 'calls.txt'), 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (line.includes('--include=dev') ? 'full' : 'runtime'))
}

describe('installMissing', () => {
  it('installs once, and says so where answers on stdout are not disturbed', async () => {
    const first = await install('runtime')
    expect(first.stdout).toBe('')
    expect(first.stderr).toContain('Installing the modules it builds with')
    expect(await install('runtime')).toEqual({ stdout: '', stderr: '' })
    expect(await calls()).toEqual(['runtime'])
  })

  it('adds what tests need, and never takes it away again for a command that needs less', async () => {
    await install('runtime')
    await install('full')
    await install('runtime')
    expect(await calls()).toEqual(['runtime', 'full'])
  })

  it('follows a changed lock file in the mode that was installed', async () => {
    await install('full')
    await writeLock('2.0.0')
    await install('runtime')
    expect(await calls()).toEqual(['full', 'full'])
  })

  it('accepts what somebody installed by hand', async () => {
    await mkdir(path.join(root, 'node_modules'))
    const record = path.join(root, 'node_modules', '.package-lock.json')
    await writeFile(record, await readFile(path.join(root, 'package-lock.json')))
    await install('full')
    expect(await calls()).toEqual([])
  })

  it('notices when npm took modules away behind its back', async () => {
    await install('full')
    const record = path.join(root, 'node_modules', '.package-lock.json')
    await writeFile(record, '{"packages":{"node_modules/react":{"version":"1.0.0"}}}')
    await install('full')
    expect(await calls()).toEqual(['full', 'full'])
  })

  it('runs one npm for two commands started at once on a fresh clone', async () => {
    await Promise.all([install('runtime'), install('runtime')])
    expect(await calls()).toEqual(['runtime'])
  })

  it('is not stopped by the lock of a process that died', async () => {
    await mkdir(path.join(root, '.cache'))
    await writeFile(path.join(root, '.cache', 'install.lock'), '999999999')
    await install('runtime')
    expect(await calls()).toEqual(['runtime'])
  })

  it('says in a sentence that the registry cannot be reached', async () => {
    const { stderr } = await install('runtime', { FAKE_OFFLINE: '1' })
    expect(stderr).toContain(
      "InstallError: Skylight's modules could not be installed: the package registry cannot be reached.",
    )
    expect(stderr).toContain('npm error code ENOTFOUND')
  })
})
