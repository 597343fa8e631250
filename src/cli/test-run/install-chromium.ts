import { existsSync } from 'node:fs'
import process from 'node:process'
import { findChromium } from './find-chromium.ts'
import { runCommand } from './run-command.ts'

/** There is no Chromium and none could be had; the message is for people. */
class ChromiumError extends Error {
  override readonly name = 'ChromiumError'
}

/**
 * Path of a Chromium, installed first where there is none: the distribution's as root on Debian, else Playwright's.
 *
 * @throws {ChromiumError}
 */
export async function provideChromium(
  root: string,
  say: (sentence: string) => void,
): Promise<string> {
  const found = findChromium()
  if (found !== undefined) return found
  say('No Chromium found; installing one …')
  const ways = [...(isDebianRoot() ? [APT] : []), PLAYWRIGHT]
  const said: string[] = []
  for (const steps of ways) {
    for (const [file, ...args] of steps) {
      const env = { DEBIAN_FRONTEND: 'noninteractive' }
      const { code, output } = await runCommand(file, args, { cwd: root, env })
      if (code === 0) continue
      said.push(output.trim().split('\n').slice(-3).join('\n'))
      break
    }
    const installed = findChromium()
    if (installed !== undefined) return installed
  }
  throw new ChromiumError(
    `No Chromium could be installed. Install one, or name it in CHROMIUM_PATH.\n${said.join('\n')}`,
  )
}

type Step = readonly [file: string, ...args: string[]]

const APT: readonly Step[] = [
  ['apt-get', 'update'],
  ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
]
const PLAYWRIGHT: readonly Step[] = [
  [process.execPath, 'node_modules/playwright/cli.js', 'install', 'chromium'],
]

function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version')
}
