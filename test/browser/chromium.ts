import { type Browser, chromium } from 'playwright'
import { findChromium } from '../../src/cli/test-run/find-chromium.ts'

/** Nothing Chromium does of its own accord: no update, no account, no network of its own. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
  '--disable-quic',
]

let shared: Promise<Browser> | undefined

/**
 * The machine's Chromium, without a window: one for all test files of a worker, which begin and end in it with no context
 * open. It ends with the worker; started again where it died.
 */
export async function shareChromium(): Promise<Browser> {
  const browser = await shared?.catch(() => undefined)
  if (browser?.isConnected()) return browser
  shared = launchChromium()
  return shared
}

/** Closes every context that is left in the shared Chromium. */
export async function closePages(): Promise<void> {
  const browser = await shared?.catch(() => undefined)
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()))
}

async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined) {
    throw new Error('There is no Chromium; `npm test` installs one, CHROMIUM_PATH names one.')
  }
  return chromium.launch({ executablePath, args: ARGUMENTS })
}
