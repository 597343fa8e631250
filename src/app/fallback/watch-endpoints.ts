import { describeFailure } from '../../chain/failure.ts'
import { askEndpoint } from './ask-endpoint.ts'
import type { FallbackControls, FallbackOptions, FallbackState, Unreachable } from './fallback.ts'
import { findKeptVisit, type KeptVisit } from './find-kept-visit.ts'
import { createKeptChain } from './kept-chain.ts'

export interface EndpointWatch extends FallbackOptions {
  /** Milliseconds until it is decided; what has not answered by then counts as silent. */
  readonly remainingMs: number
  readonly state: () => FallbackState
  readonly show: (state: FallbackState) => void
}

/** One round of asking every endpoint at once. */
interface Round {
  failedCount: number
  firstReason: string | undefined
  readonly firstAnswer: Promise<string | undefined>
}

/**
 * Decides what to show when no endpoint could be read at once: endpoints nobody named are all asked, and give way to what
 * an earlier visit kept, or else to the demo chain, when all have failed or the time is over. Endpoints the reader named
 * have failed by now, and stay. Whoever answers later is announced; nothing is swapped under the reader.
 */
export function watchEndpoints(watch: EndpointWatch): FallbackControls {
  const { connection, facts, mode, chain, keptChainId, remainingMs, state, show } = watch
  const { prepareDemo } = watch
  const { nodes, health } = connection
  let isOver = false
  let asking: Round | undefined
  let hasAskedAgain = false

  function ask(onFailure: () => void): Round {
    const round: Round = {
      failedCount: 0,
      firstReason: undefined,
      firstAnswer: firstOf(
        nodes.map(async (node) => {
          try {
            await askEndpoint(node, chain.expectedChainId)
            return node.endpoints[0] ?? ''
          } catch (error) {
            if (isOver) return undefined
            round.failedCount += 1
            round.firstReason ??= describeFailure(error).sentence
            onFailure()
            return undefined
          }
        }),
      ),
    }
    return round
  }

  const unreachable = (round: Round): Unreachable => ({
    count: nodes.length,
    firstReason: round.firstReason,
    silentCount: nodes.length - round.failedCount,
    retry: { kind: 'none' },
    answeredBy: undefined,
  })

  /** Changes what is told of the endpoints, unless the network is shown by now. */
  function tell(change: Partial<Unreachable>): void {
    const now = state()
    if (now.kind !== 'none') show({ ...now, unreachable: { ...now.unreachable, ...change } })
  }

  function showKeptOf(kept: KeptVisit, told: Unreachable): void {
    show({ kind: 'kept', unreachable: told, kept, chain: createKeptChain(chain, kept.chainId) })
  }

  function goBack(): void {
    isOver = true
    stopFacts()
    show({ kind: 'none' })
  }

  async function decideBySwap(): Promise<void> {
    // Failures that come after the decision are told too.
    const round: Round = ask(() => {
      const { firstReason, failedCount } = round
      if (!hasAskedAgain) {
        tell({ firstReason, silentCount: nodes.length - failedCount })
      }
    })
    const visit = findKeptVisit(chain, keptChainId)
    let answered: string | undefined
    const isDecided = Promise.race([round.firstAnswer, wait(remainingMs)]).then((first) => {
      answered = first
    })
    const isSettled = () => answered !== undefined || facts.current() !== undefined || isOver
    void wait(remainingMs - HEAD_START_MS).then(async () => {
      if ((await visit) === undefined && !isSettled()) prepareDemo()
    })
    const [kept] = await Promise.all([visit, isDecided])
    if (isSettled()) return
    const told = unreachable(round)
    if (kept === undefined) show({ kind: 'demo', unreachable: told })
    else showKeptOf(kept, told)
    const late = await round.firstAnswer
    if (late !== undefined) tell({ answeredBy: late })
  }

  async function decideByOffer(): Promise<void> {
    const kept = await findKeptVisit(chain, keptChainId)
    if (facts.current() !== undefined || isOver) return
    const [first] = health.snapshots().flatMap(({ lastFailure }) => lastFailure ?? [])
    const round = { failedCount: nodes.length, firstReason: first?.sentence }
    show({ kind: 'offer', unreachable: unreachable({ ...round, firstAnswer: NEVER }), kept })
  }

  async function tryAgain(): Promise<void> {
    if (asking !== undefined) return
    hasAskedAgain = true
    const own: Round = ask(() => {
      if (asking === own) tell({ retry: { kind: 'asking', failedCount: own.failedCount } })
    })
    asking = own
    tell({ retry: { kind: 'asking', failedCount: 0 } })
    const answered = await own.firstAnswer
    if (asking === own) asking = undefined
    if (isOver) return
    if (answered !== undefined) goBack()
    else {
      const { firstReason } = own
      tell({ firstReason, silentCount: 0, retry: { kind: 'failed', at: chain.now() } })
    }
  }

  // The page's own requests may get through while this is being decided, or, for endpoints that stay, afterwards.
  const stopFacts = facts.subscribe(() => {
    const { kind } = state()
    if (kind === 'none' || kind === 'offer') goBack()
    else tell({ answeredBy: facts.current()?.endpoint })
  })
  void (mode === 'swap' ? decideBySwap() : decideByOffer())
  return {
    tryAgain: () => void tryAgain(),
    goBack,
    showKept() {
      const now = state()
      if (now.kind === 'offer' && now.kept !== undefined) showKeptOf(now.kept, now.unreachable)
    },
  }
}

/** What the demo chain takes to stand, generously. */
const HEAD_START_MS = 1_000

const NEVER = new Promise<undefined>(() => undefined)

/** The first that is not undefined; undefined when all of them are. */
function firstOf<T>(promises: readonly Promise<T | undefined>[]): Promise<T | undefined> {
  return new Promise((resolve) => {
    for (const promise of promises) {
      void promise.then((value) => {
        if (value !== undefined) resolve(value)
      })
    }
    void Promise.all(promises).then(() => resolve(undefined))
  })
}

function wait(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), Math.max(0, ms))
  })
}
