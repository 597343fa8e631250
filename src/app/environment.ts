import { parseChainTime } from '../domain/chain-time.ts'
import { type Consent, createConsent } from './consent.ts'
import { createDemoOpener, type DemoNetwork } from './demo/demo-network.ts'
import { withEarlyAnswers } from './early/answers.ts'
import { type PageConfig, parsePageConfig } from './page-config.ts'

/** What the page gives the app: its configuration, clock, network and storage. Made once, at the start. */
export interface Environment {
  readonly config: PageConfig
  readonly configProblem: string | undefined
  readonly consent: Consent
  readonly fetch: typeof globalThis.fetch
  /** The demo chain, opened with the first call. */
  readonly openDemo: () => Promise<DemoNetwork>
  /** By how much the demo chain's clock is ahead, once a reader has moved it on. @default 0 */
  readonly demoClock?: { aheadMs: number }
  readonly now: () => Date
  /** Set when time stands still, as for a recording. */
  readonly fixedNow: Date | undefined
  readonly whenIdle: () => Promise<void>
}

export function createEnvironment(): Environment {
  const { config, problem } = parsePageConfig(
    document.getElementById('skylight-config')?.textContent ?? null,
  )
  const fixedNow = config.now === undefined ? undefined : parseChainTime(config.now)
  const earlyFetch = withEarlyAnswers((input, init) => fetch(input, init), window.skylightEarly)
  return {
    config,
    configProblem:
      problem ??
      (config.now !== undefined && fixedNow === undefined
        ? "The configuration in this page names a time that is none. This device's clock is used instead."
        : undefined),
    consent: createConsent(openStorage()),
    fetch: earlyFetch,
    openDemo: createDemoOpener(async () => {
      const { openDemoNetwork } = await import('../demo-chain/worker/open-demo-network.ts')
      const network = openDemoNetwork(fixedNow === undefined ? {} : { now: fixedNow })
      await network.whenBooted
      return network
    }),
    demoClock: { aheadMs: 0 },
    now: fixedNow === undefined ? () => new Date() : () => fixedNow,
    fixedNow,
    whenIdle,
  }
}

/** Browsers that forbid storage throw on the very mention of it. */
function openStorage(): Storage | undefined {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}

/** Resolves after the next frame is on screen and nothing else is waiting, in 500 ms at the latest. */
function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no requestIdleCallback.
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 500 })
    else setTimeout(resolve, 50)
  })
}
