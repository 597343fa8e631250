import type { Attempt, CallOutcome } from './attempt.ts'
import type { EndpointError } from './errors.ts'
import { type EndpointFailureKind, isFaultOfEndpoint } from './failure.ts'
import { type HealthEvent, learnEvents } from './health-events.ts'
import { type HealthFacts, readHealthFacts } from './health-facts.ts'

/** One attempt, in short. */
export interface HealthSample {
  readonly atMs: number
  readonly isOk: boolean
  readonly latencyMs: number
}

export interface HealthFailure {
  readonly kind: EndpointFailureKind
  /** The error's sentence. */
  readonly sentence: string
  readonly atMs: number
}

/** Everything learned about one endpoint. Times are of the health's own clock, milliseconds since the epoch. */
export interface EndpointHealth {
  /** URL without credentials. */
  readonly endpoint: string
  /** The last ten attempts, oldest first. */
  readonly samples: readonly HealthSample[]
  /** Median of the successful samples, milliseconds. */
  readonly latencyMs: number | undefined
  readonly lastSuccessAtMs: number | undefined
  readonly lastFailure: HealthFailure | undefined
  /** Failures since the last success; failures of one burst count once. */
  readonly failuresInARow: number
  /** Until when the endpoint is asked only if no other is left. */
  readonly restsUntilMs: number | undefined
  /** Until when the endpoint itself asked not to be called (Retry-After). */
  readonly retryNotBeforeMs: number | undefined
  readonly cors: 'allowed' | 'refused' | undefined
  readonly facts: HealthFacts
  /** When `facts.latestHeight` was told. */
  readonly heightSeenAtMs: number | undefined
  /** Age of the latest block when it was told, by the app's clock; milliseconds. */
  readonly blockAgeMs: number | undefined
  /** What changed since it was first heard of, oldest first; at most twenty. */
  readonly events: readonly HealthEvent[]
}

export interface Health {
  /** Takes in an attempt; pass it as `onResponse` to every transport. */
  readonly learn: (attempt: Attempt) => void
  /** What is known of an endpoint; the same object until something changes. */
  readonly snapshot: (endpoint: string) => EndpointHealth
  /** All endpoints heard of, in order of appearance; the same array until something changes. */
  readonly snapshots: () => readonly EndpointHealth[]
  readonly subscribe: (listener: () => void) => () => void
  readonly now: () => number
}

export interface HealthOptions {
  /** Real time, for rests and samples. @default Date.now */
  readonly now?: () => number
  /** What the app holds for the present; a replayed chain stands still, so it may differ. @default now */
  readonly clock?: () => number
}

const SAMPLES_KEPT = 10
const FIRST_REST_MS = 2_000
const LONGEST_REST_MS = 120_000

/** Keeps what passing traffic tells about endpoints. It sends nothing itself. */
export function createHealth(options: HealthOptions = {}): Health {
  const { now = Date.now, clock = now } = options
  const known = new Map<string, EndpointHealth>()
  const unheard = new Map<string, EndpointHealth>()
  const listeners = new Set<() => void>()
  let all: readonly EndpointHealth[] = []

  function snapshot(endpoint: string): EndpointHealth {
    const found = known.get(endpoint) ?? unheard.get(endpoint)
    if (found !== undefined) return found
    const blank = createBlank(endpoint)
    unheard.set(endpoint, blank)
    return blank
  }

  return {
    now,
    snapshot,
    snapshots: () => all,
    learn(attempt) {
      const before = snapshot(attempt.endpoint)
      const after = learnFacts(learnSample(before, attempt, now()), attempt.calls, now(), clock())
      const events = learnEvents(before.events, before, after, now())
      known.set(attempt.endpoint, { ...after, events })
      all = [...known.values()]
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function createBlank(endpoint: string): EndpointHealth {
  return {
    endpoint,
    samples: [],
    latencyMs: undefined,
    lastSuccessAtMs: undefined,
    lastFailure: undefined,
    failuresInARow: 0,
    restsUntilMs: undefined,
    retryNotBeforeMs: undefined,
    cors: undefined,
    facts: {},
    heightSeenAtMs: undefined,
    blockAgeMs: undefined,
    events: [],
  }
}

function learnSample(before: EndpointHealth, attempt: Attempt, nowMs: number): EndpointHealth {
  const cors = attempt.cors ?? before.cors
  const error = failureOf(attempt.calls)
  // A lost connection of the device or an answer too large tell nothing about the endpoint.
  if (error !== undefined && !isFaultOfEndpoint(error.failure.kind)) return { ...before, cors }
  const sample = { atMs: nowMs, isOk: error === undefined, latencyMs: attempt.latencyMs }
  const samples = [...before.samples, sample].slice(-SAMPLES_KEPT)
  const good = samples.filter((one) => one.isOk)
  const measured = {
    ...before,
    cors,
    samples,
    latencyMs: median(good.map((one) => one.latencyMs)),
  }
  return error === undefined
    ? {
        ...measured,
        lastSuccessAtMs: nowMs,
        failuresInARow: 0,
        restsUntilMs: undefined,
        retryNotBeforeMs: undefined,
      }
    : { ...measured, ...afterFailure(before, error, nowMs, nowMs - attempt.latencyMs) }
}

/** Each failure in a row doubles the rest; requests that were under way together fail together and count once. */
function afterFailure(
  before: EndpointHealth,
  error: EndpointError,
  nowMs: number,
  sentAtMs: number,
) {
  const isSameBurst = before.lastFailure !== undefined && sentAtMs < before.lastFailure.atMs
  const failuresInARow = Math.max(1, before.failuresInARow + (isSameBurst ? 0 : 1))
  const restMs = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** (failuresInARow - 1))
  const retryNotBeforeMs =
    error.retryAfterMs === undefined ? before.retryNotBeforeMs : nowMs + error.retryAfterMs
  return {
    failuresInARow,
    restsUntilMs: Math.max(nowMs + restMs, retryNotBeforeMs ?? 0),
    retryNotBeforeMs,
    lastFailure: { kind: error.failure.kind, sentence: error.message, atMs: nowMs },
  }
}

/** The failure of an attempt as a whole: none if any call was answered or refused by the node. */
function failureOf(calls: readonly CallOutcome[]): EndpointError | undefined {
  if (calls.some((call) => call.kind !== 'failure')) return undefined
  return calls.find((call) => call.kind === 'failure')?.error
}

function learnFacts(
  before: EndpointHealth,
  calls: readonly CallOutcome[],
  nowMs: number,
  clockMs: number,
): EndpointHealth {
  let after = before
  for (const call of calls) {
    const facts = readHealthFacts(call)
    if (Object.keys(facts).length === 0) continue
    after = { ...after, facts: { ...after.facts, ...facts } }
    if (facts.latestHeight === undefined) continue
    const { latestBlockTimeMs } = facts
    after = {
      ...after,
      heightSeenAtMs: nowMs,
      blockAgeMs: latestBlockTimeMs === undefined ? after.blockAgeMs : clockMs - latestBlockTimeMs,
    }
  }
  return after
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)]
}
