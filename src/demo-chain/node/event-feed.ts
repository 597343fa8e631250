import type { SubscribeOutcome, Subscriber } from '../server/backend.ts'
import { encodeJson } from '../server/json.ts'
import { internalError } from '../server/rpc-error.ts'
import type { DemoNode } from './demo-node.ts'
import { matchesTags } from './event-match.ts'
import type { EventCondition } from './event-query.ts'
import { EventQueryError, parseEventQuery } from './event-query.ts'
import { readLiveRound } from './live-round.ts'
import type { PublishedEvent } from './published-event.ts'
import { blockEvents } from './published-event.ts'
import { roundEvents } from './round-events.ts'

interface Subscription {
  readonly query: string
  readonly conditions: readonly EventCondition[]
  readonly subscriber: Subscriber
}

/** Events of one node to those who asked for them. */
export interface EventFeed {
  subscribe(query: string, subscriber: Subscriber): SubscribeOutcome
}

/** `NewBlock` and its like come with blocks, everything else with the steps of a round. */
const BLOCK_EVENTS = ['NewBlock', 'NewBlockHeader', 'NewBlockEvents', 'Tx']
const ROUND_TICK_MS = 250
/** When the next block is overdue, the chain is asked again this often. */
const OVERDUE_TICK_MS = 1000
/** A computer that slept is told of this many blocks at most. */
const MAX_CATCH_UP = 100n

/** Runs a timer while somebody is subscribed, and only then. */
export function createEventFeed(node: DemoNode): EventFeed {
  const subscriptions = new Set<Subscription>()
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Newest block subscribers were told of, or that was there before them. */
  let toldHeight = 0n
  /** Up to when they were told of which round, by the node's clock. */
  let toldRound = { height: 0n, untilMs: 0 }

  function wantsRounds(): boolean {
    return [...subscriptions].some(({ conditions }) => !isOnBlocksOnly(conditions))
  }

  function schedule(): void {
    if (subscriptions.size === 0) return
    const { ledger } = node
    const dueMs = ledger.timeOf(ledger.tip() + 1n).getTime() - ledger.now().getTime()
    const untilBlockMs = dueMs > 0 ? dueMs : OVERDUE_TICK_MS
    const delayMs = wantsRounds() ? Math.min(ROUND_TICK_MS, untilBlockMs) : untilBlockMs
    timer = setTimeout(tick, delayMs)
    // In Node a subscription alone does not keep the process alive.
    if (typeof timer === 'object') timer.unref()
  }

  function tick(): void {
    tellWhatHappened()
    schedule()
  }

  function tellWhatHappened(): void {
    const view = node.view()
    if (view.latestBlock - toldHeight > MAX_CATCH_UP) toldHeight = view.latestBlock - MAX_CATCH_UP
    while (toldHeight < view.latestBlock) {
      const height = toldHeight + 1n
      if (wantsRounds()) tellRound(height)
      // A block that cannot be executed brings no events: halt/ws.
      if (height <= view.latestState) for (const event of blockEvents(node, height)) tell(event)
      toldHeight = height
    }
    if (wantsRounds() && !view.isHalted) tellRound(view.latestBlock + 1n)
  }

  /** What is new of the round of a block. */
  function tellRound(height: bigint): void {
    const view = node.view()
    const isOver = height <= view.latestBlock
    const isWaiting = view.isWaiting && !isOver
    const before = { ...view, latestBlock: height - 1n, isHalted: false, isWaiting }
    const round = readLiveRound(node, before)
    const untilMs = isOver ? round.endMs : round.nowMs
    const fromMs = toldRound.height === height ? toldRound.untilMs : round.committedMs - 1
    for (const { atMs, event } of roundEvents(node, round)) {
      if (atMs > fromMs && atMs <= untilMs) tell(event)
    }
    toldRound = { height, untilMs }
  }

  function tell(event: PublishedEvent): void {
    const matching = [...subscriptions].filter(({ conditions }) =>
      matchesTags(conditions, event.tags),
    )
    if (matching.length === 0) return
    const data = event.data()
    const events = Object.fromEntries([...event.tags].map(([tag, values]) => [tag, [...values]]))
    for (const { query, subscriber } of matching) {
      subscriber.event(encodeJson({ query, data, events }))
    }
  }

  /** The first subscriber is told of what comes after it. */
  function start(): void {
    const view = node.view()
    toldHeight = view.latestBlock
    const { height, nowMs } = readLiveRound(node, view)
    toldRound = { height, untilMs: nowMs }
  }

  return {
    subscribe(query, subscriber) {
      let conditions: readonly EventCondition[]
      try {
        conditions = parseEventQuery(query)
      } catch (cause) {
        if (!(cause instanceof EventQueryError)) throw cause
        const error = internalError(`failed to parse query: ${cause.message}`)
        return { kind: 'refused', error }
      }
      if (subscriptions.size === 0) start()
      const subscription = { query, conditions, subscriber }
      subscriptions.add(subscription)
      clearTimeout(timer)
      schedule()
      return {
        kind: 'subscribed',
        stop() {
          subscriptions.delete(subscription)
          if (subscriptions.size === 0) clearTimeout(timer)
        },
      }
    },
  }
}

function isOnBlocksOnly(conditions: readonly EventCondition[]): boolean {
  return conditions.some(
    ({ tag, operator, argument }) =>
      (tag === 'tm.event' && operator === '=' && BLOCK_EVENTS.includes(argument?.text ?? '')) ||
      // Only blocks and transactions carry other tags than the name of the event.
      tag !== 'tm.event',
  )
}
