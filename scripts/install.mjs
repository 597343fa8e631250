import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'

/** The modules could not be installed; the message is for people. */
export class InstallError extends Error {
  name = 'InstallError'
}

/**
 * Installs the modules of package-lock.json when they are not there: without devDependencies for "runtime", with them
 * for "full". A full install also serves "runtime", and is never reduced to it. A stamp inside node_modules makes the
 * usual answer, "all there", cheap. Everything is said on stderr.
 *
 * @throws {InstallError}
 */
export async function installMissing(root, modules) {
  if (isStamped(root, modules)) return
  // Two commands started at once on a fresh clone must not both empty node_modules.
  const unlock = await lockInstall(root)
  try {
    if (isStamped(root, modules)) return
    const wanted = readStamp(root)?.modules === 'full' ? 'full' : modules
    const installed = ['full', modules].find((mode) => isInstalled(root, mode))
    if (installed === undefined) await runNpm(root, wanted)
    writeStamp(root, installed ?? wanted)
  } finally {
    unlock()
  }
}

const stampPath = (root) => path.join(root, 'node_modules', '.skylight-install.json')
const lockPath = (root) => path.join(root, 'package-lock.json')
/** npm's own record of what it put into node_modules. */
const installedPath = (root) => path.join(root, 'node_modules', '.package-lock.json')

function readStamp(root) {
  return readJson(stampPath(root))
}

function isStamped(root, modules) {
  const stamp = readStamp(root)
  if (stamp === undefined || (stamp.modules !== 'full' && stamp.modules !== modules)) return false
  return stamp.lock === hashLock(root) && stamp.installed === markInstalled(root)
}

function writeStamp(root, modules) {
  const stamp = { modules, lock: hashLock(root), installed: markInstalled(root) }
  writeFileSync(stampPath(root), `${JSON.stringify(stamp)}\n`)
}

function hashLock(root) {
  return createHash('sha256')
    .update(readFileSync(lockPath(root)))
    .digest('hex')
}

/** Changes whenever npm touched node_modules behind the stamp's back. */
function markInstalled(root) {
  if (!existsSync(installedPath(root))) return undefined
  const { mtimeMs, size } = statSync(installedPath(root))
  return `${size}-${Math.round(mtimeMs)}`
}

/** Whether npm's record holds every package the lock file asks for, at the same version. */
function isInstalled(root, modules) {
  const have = readJson(installedPath(root))?.packages
  const want = readJson(lockPath(root))?.packages
  if (have === undefined || want === undefined) return false
  return Object.entries(want).every(([place, { version, dev, optional, devOptional }]) => {
    const isLeftOut = place === '' || optional || (modules === 'runtime' && (dev || devOptional))
    return isLeftOut || have[place]?.version === version
  })
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

async function runNpm(root, modules) {
  const what = modules === 'full' ? 'all modules' : 'the modules it builds with'
  process.stderr.write(`Installing ${what}, once …\n`)
  const startedAt = performance.now()
  // `npm ci` wants every platform's optional packages in the lock file and refuses when a registry that lacks some has
  // left them out; this takes the locked versions just the same, and does not write the lock file.
  const { code, output } = await capture(root, [
    'install',
    '--no-save',
    modules === 'full' ? '--include=dev' : '--omit=dev',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--no-progress',
    '--loglevel=error',
  ])
  if (code !== 0) throw new InstallError(explain(output))
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  process.stderr.write(`Installed in ${seconds} s.\n`)
}

/** npm's own script when npm started us, so that both are the same npm. */
function capture(root, args) {
  const npm = process.env.npm_execpath ?? ''
  const [file, first] = /npm-cli\.c?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []]
  return new Promise((resolve, reject) => {
    const child = spawn(file, [...first, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && file === 'npm',
    })
    const stop = (signal) => {
      child.kill(signal)
      process.exit(130)
    }
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.on('error', (cause) => reject(new InstallError('npm could not be started.', { cause })))
    child.on('close', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.removeListener(signal, stop)
      resolve({ code, output })
    })
  })
}

/** What npm said, behind one sentence saying what to do about it. */
function explain(output) {
  const said = output
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('npm warn'))
    .slice(-12)
    .map((line) => `  ${line}`)
    .join('\n')
  const reason = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)\b/.test(
    output,
  )
    ? 'the package registry cannot be reached. Check the connection or the proxy and run this again'
    : /\b(ENOSPC)\b/.test(output)
      ? 'the disk is full'
      : /\b(EACCES|EPERM|EROFS)\b/.test(output)
        ? 'node_modules cannot be written by this user'
        : 'npm install failed'
  return `Skylight's modules could not be installed: ${reason}.${said === '' ? '' : `\nnpm said:\n${said}`}`
}

/** Waits for another install of this folder to end; one left behind by a process that died is taken over. */
async function lockInstall(root) {
  const folder = path.join(root, '.cache')
  const lock = path.join(folder, 'install.lock')
  mkdirSync(folder, { recursive: true })
  for (let told = false; ; ) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      const unlock = () => rmSync(lock, { force: true })
      process.once('exit', unlock)
      return () => {
        process.removeListener('exit', unlock)
        unlock()
      }
    } catch (error) {
      if (error.code !== 'EEXIST') throw new InstallError('.cache cannot be written by this user.')
    }
    if (!isHeld(lock)) {
      rmSync(lock, { force: true })
      continue
    }
    if (!told) process.stderr.write('Waiting for another install in this folder …\n')
    told = true
    await sleep(200)
  }
}

function isHeld(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    // Between creating the file and writing the id into it.
    if (pid === 0) return Date.now() - statSync(lock).mtimeMs < 2000
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
