import type { NodeFacts } from '../../chain/node.ts'
import type { Chain } from '../../queries/chain.ts'
import type { Connection } from '../../rpc/connection.ts'
import type { EndpointHealth } from '../../rpc/health.ts'
import type { KeptVisit } from './find-kept-visit.ts'

/** How it stands with endpoints none of which could be read when the page was opened. */
export interface Unreachable {
  readonly count: number
  /** Why the first that failed did, a sentence; undefined where none has failed and none has answered. */
  readonly firstReason: string | undefined
  /** How many said nothing at all by then. */
  readonly silentCount: number
  readonly retry:
    | { readonly kind: 'none' }
    | { readonly kind: 'asking'; readonly failedCount: number }
    | { readonly kind: 'failed'; readonly at: Date }
  /** One that answers by now. */
  readonly answeredBy: string | undefined
}

/** What is shown while the endpoints of a choice cannot be read. */
export type FallbackState =
  /** What the URL names: it is being read, or was read, or fails with its own sentences. */
  | { readonly kind: 'none' }
  /** The same, for the reader chose these endpoints; the rest is offered. */
  | {
      readonly kind: 'offer'
      readonly unreachable: Unreachable
      readonly kept: KeptVisit | undefined
    }
  | { readonly kind: 'demo'; readonly unreachable: Unreachable }
  /** What an earlier visit kept. */
  | {
      readonly kind: 'kept'
      readonly unreachable: Unreachable
      readonly kept: KeptVisit
      readonly chain: Chain
    }

/** Watches over the opening of a connection, and what stands in for it. */
export interface Fallback {
  readonly state: () => FallbackState
  readonly subscribe: (listener: () => void) => () => void
  /** To be called when the page shows the connection; again is harmless. */
  readonly watch: () => void
  /** Asks every endpoint at once. The first that answers is shown. */
  readonly tryAgain: () => void
  /** Shows what the URL names, come what may. */
  readonly goBack: () => void
  /** Shows what an earlier visit kept, where that was offered. */
  readonly showKept: () => void
}

export interface FallbackOptions {
  readonly connection: Pick<Connection, 'nodes' | 'health'>
  readonly facts: {
    readonly current: () => NodeFacts | undefined
    readonly subscribe: (listener: () => void) => () => void
  }
  /** `swap`: endpoints nobody named give way by themselves. `offer`: endpoints the reader named never do. */
  readonly mode: 'swap' | 'offer'
  readonly chain: Chain
  /** The chain an earlier visit may have kept something of. */
  readonly keptChainId: string | undefined
  /** Starts the demo chain, so that it stands by the time it is shown. */
  readonly prepareDemo: () => void
}

const NONE: FallbackState = { kind: 'none' }
/** Without an answer for this long, all endpoints are asked at once. */
const ALONE_MS = 1_000
/** This long after the page was opened, its code included, the reader has waited enough. */
const DECIDED_MS = 3_000
/** Endpoints have this long all the same, however late the page's code came or the choice was made. */
const LEAST_MS = 2_500

/** For what needs none: the demo chain, a height of old. */
export const NO_FALLBACK: Fallback = {
  state: () => NONE,
  subscribe: () => () => undefined,
  watch: () => undefined,
  tryAgain: () => undefined,
  goBack: () => undefined,
  showKept: () => undefined,
}

/** What a fallback is driven by, once something has gone wrong. */
export interface FallbackControls {
  readonly tryAgain: () => void
  readonly goBack: () => void
  readonly showKept: () => void
}

/** A connection that is well costs this and one timer; the rest is loaded when an endpoint fails or all are silent. */
export function createFallback(options: FallbackOptions): Fallback {
  const { connection, facts, mode } = options
  const { health } = connection
  // Endpoints may have failed in another choice before; that tells nothing of this one.
  const sinceMs = health.now()
  let state = NONE
  let isWatched = false
  let controls: FallbackControls | undefined
  const listeners = new Set<() => void>()
  const show = (next: FallbackState) => {
    state = next
    for (const listener of listeners) listener()
  }

  function watch(): void {
    if (isWatched || facts.current() !== undefined) return
    isWatched = true
    const decidedAtMs = Math.max(performance.now() + LEAST_MS, DECIDED_MS)
    const enough = mode === 'swap' ? 1 : connection.nodes.length
    const timer = mode === 'swap' ? setTimeout(begin, ALONE_MS) : undefined
    const stopHealth = health.subscribe(() => {
      if (health.snapshots().filter((one) => isFailing(one, sinceMs)).length >= enough) begin()
    })
    const stopFacts = facts.subscribe(stop)
    function stop(): void {
      clearTimeout(timer)
      stopHealth()
      stopFacts()
    }
    function begin(): void {
      stop()
      import('./watch-endpoints.ts').then(
        ({ watchEndpoints }) => {
          const remainingMs = decidedAtMs - performance.now()
          controls = watchEndpoints({ ...options, remainingMs, state: () => state, show })
        },
        // Without it the page says what failed, as it does anywhere.
        () => undefined,
      )
    }
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    watch,
    tryAgain: () => controls?.tryAgain(),
    goBack: () => controls?.goBack(),
    showKept: () => controls?.showKept(),
  }
}

/** Whether its failures are of the time since then; one that wants to be left alone meanwhile is not even asked. */
function isFailing(
  { failuresInARow, lastFailure, retryNotBeforeMs = 0 }: EndpointHealth,
  sinceMs: number,
): boolean {
  if (failuresInARow === 0 || lastFailure === undefined) return false
  return Math.max(lastFailure.atMs, retryNotBeforeMs) >= sinceMs
}
