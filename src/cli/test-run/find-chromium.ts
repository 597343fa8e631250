import { accessSync, constants, readdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
/** Where Playwright puts the program inside `chromium-<revision>`, by platform. */
const INSIDE = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win/chrome.exe',
]

/** Folder of caches in the user's home, where it is not `.cache`. */
const CACHES: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'Library/Caches',
  win32: 'AppData/Local',
}

/** Path of a Chromium on this machine: CHROMIUM_PATH, the system's own, or the newest one Playwright has fetched. */
export function findChromium(
  env: NodeJS.ProcessEnv = process.env,
  usual: readonly string[] = ['/usr/bin'],
): string | undefined {
  const folders = [...(env.PATH ?? '').split(path.delimiter), ...usual].filter(Boolean)
  const candidates = [
    ...(env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : []),
    ...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...listPlaywright(env),
  ]
  return candidates.find(isProgram)
}

function listPlaywright(env: NodeJS.ProcessEnv): readonly string[] {
  const cache = CACHES[process.platform] ?? '.cache'
  const folder = env.PLAYWRIGHT_BROWSERS_PATH || path.join(os.homedir(), cache, 'ms-playwright')
  try {
    return readdirSync(folder)
      .filter((name) => /^chromium-\d+$/.test(name))
      .sort((a, b) => revisionOf(b) - revisionOf(a))
      .flatMap((name) => INSIDE.map((inside) => path.join(folder, name, inside)))
  } catch {
    return []
  }
}

function revisionOf(name: string): number {
  return Number(name.slice('chromium-'.length))
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
