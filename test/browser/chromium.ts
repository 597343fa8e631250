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

/** The machine's Chromium, without a window. The caller closes it. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined) {
    throw new Error('There is no Chromium; `npm test` installs one, CHROMIUM_PATH names one.')
  }
  return chromium.launch({ executablePath, args: ARGUMENTS })
}
