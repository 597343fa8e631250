import type { EndpointFailureKind } from './failure.ts'

/** Something that changed with an endpoint. Times are milliseconds since the epoch. */
export type HealthEvent =
  | { readonly kind: 'first-answer'; readonly atMs: number }
  /** Failures of one kind in a row are one event. */
  | {
      readonly kind: 'failed'
      readonly atMs: number
      readonly failure: EndpointFailureKind
      /** The error's sentence. */
      readonly sentence: string
      readonly times: number
      readonly lastAtMs: number
      /** Until when it is asked only if no other is left; later where it asked for that itself (`isByItself`). */
      readonly restsUntilMs: number
      readonly isByItself: boolean
    }
  | { readonly kind: 'recovered'; readonly atMs: number; readonly failedForMs: number }
  /** It told of another chain than before. */
  | {
      readonly kind: 'chain-changed'
      readonly atMs: number
      readonly from: string
      readonly to: string
    }

/** What the events are read from: the parts of an endpoint's health that tell of a change. */
interface HealthMoment {
  readonly lastSuccessAtMs: number | undefined
  readonly lastFailure:
    | {
        readonly kind: EndpointFailureKind
        readonly sentence: string
        readonly atMs: number
      }
    | undefined
  readonly failuresInARow: number
  readonly restsUntilMs: number | undefined
  readonly retryNotBeforeMs: number | undefined
  readonly facts: { readonly chainId?: string }
}

/** Events kept of one endpoint; the first stays, for it tells since when the endpoint is known. */
const EVENTS_KEPT = 20

/** The events with what one more attempt changed; the same array when it changed nothing. */
export function learnEvents(
  events: readonly HealthEvent[],
  before: HealthMoment,
  after: HealthMoment,
  nowMs: number,
): readonly HealthEvent[] {
  let next = events
  if (after.lastFailure !== undefined && after.lastFailure !== before.lastFailure) {
    next = withFailure(next, after.lastFailure, after)
  } else if (before.failuresInARow > 0 && after.failuresInARow === 0) {
    const failedForMs = nowMs - (sinceOf(events) ?? nowMs)
    next = [...next, { kind: 'recovered', atMs: nowMs, failedForMs }]
  } else if (before.lastSuccessAtMs === undefined && after.lastSuccessAtMs !== undefined) {
    next = [...next, { kind: 'first-answer', atMs: nowMs }]
  }
  const [from, to] = [before.facts.chainId, after.facts.chainId]
  if (from !== undefined && to !== undefined && from !== to) {
    next = [...next, { kind: 'chain-changed', atMs: nowMs, from, to }]
  }
  const [first, ...rest] = next
  return next.length <= EVENTS_KEPT || first === undefined
    ? next
    : [first, ...rest.slice(1 - EVENTS_KEPT)]
}

function withFailure(
  events: readonly HealthEvent[],
  { kind, sentence, atMs }: NonNullable<HealthMoment['lastFailure']>,
  { restsUntilMs = atMs, retryNotBeforeMs = 0 }: HealthMoment,
): readonly HealthEvent[] {
  const last = events.at(-1)
  const isSame = last?.kind === 'failed' && last.failure === kind
  const event: HealthEvent = {
    kind: 'failed',
    atMs: isSame ? last.atMs : atMs,
    failure: kind,
    sentence,
    times: isSame ? last.times + 1 : 1,
    lastAtMs: atMs,
    restsUntilMs,
    isByItself: retryNotBeforeMs >= restsUntilMs,
  }
  return [...(isSame ? events.slice(0, -1) : events), event]
}

/** When the failures that the last events tell of began. */
function sinceOf(events: readonly HealthEvent[]): number | undefined {
  let sinceMs: number | undefined
  for (const event of events.toReversed()) {
    if (event.kind === 'failed') sinceMs = event.atMs
    else if (event.kind !== 'chain-changed') break
  }
  return sinceMs
}
