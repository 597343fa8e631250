import type { EndpointHealth } from './health.ts'
import type { RpcRequest } from './transport.ts'

/** Samples older than this no longer count, so that an endpoint which once did badly is tried again. */
const SAMPLE_LIFETIME_MS = 300_000
/** A latency that halves the latency score. */
const MIDDLING_LATENCY_MS = 1_000

/**
 * How good an endpoint has been of late, 0 to 1 in tenths: 0.7 of it the share of attempts that succeeded, 0.3 the
 * speed of these. Tenths, so that small differences leave the reader's order alone. An endpoint not heard of counts as
 * faultless and fairly fast.
 */
export function scoreEndpoint(health: EndpointHealth, nowMs: number): number {
  const recent = health.samples.filter((sample) => nowMs - sample.atMs <= SAMPLE_LIFETIME_MS)
  const good = recent.filter((sample) => sample.isOk)
  const stability = recent.length === 0 ? 1 : good.length / recent.length
  const meanMs =
    good.length === 0
      ? MIDDLING_LATENCY_MS / 4
      : good.reduce((sum, sample) => sum + sample.latencyMs, 0) / good.length
  const speed = 1 / (1 + meanMs / MIDDLING_LATENCY_MS)
  return Math.round((0.7 * stability + 0.3 * speed) * 10) / 10
}

const BLOCK_METHODS: ReadonlySet<string> = new Set([
  'block',
  'block_results',
  'commit',
  'consensus_params',
  'header',
  'validators',
])
const INDEX_METHODS: ReadonlySet<string> = new Set(['tx', 'tx_search', 'block_search'])

/** Whether the endpoint has already said that it cannot answer such a call: a pruned block, no index. */
export function isSureToRefuse(health: EndpointHealth, request: RpcRequest): boolean {
  const { earliestHeight, hasTxIndex } = health.facts
  if (INDEX_METHODS.has(request.method)) return hasTxIndex === false
  const height = request.params?.height
  return (
    BLOCK_METHODS.has(request.method) &&
    earliestHeight !== undefined &&
    typeof height === 'string' &&
    /^[1-9]\d*$/.test(height) &&
    BigInt(height) < earliestHeight
  )
}

/** Heights told this close to each other can be compared: five blocks of Akash's six seconds. */
const COMPARABLE_MS = 30_000
/** Backends of one balancer differ by a block or two without anything being wrong; as in domain/node-state.ts. */
const LAG_ALLOWED = 5n

/** A header's time is that of the block before, and a device a little slow is normal; as in domain/node-state.ts. */
const SKEW_ALLOWED_MS = 30_000

/** Its newest block lies in the future: the endpoint's word is wrong, or this device's clock, which then shows of all. */
function isAheadOfClock({ blockAgeMs }: EndpointHealth): boolean {
  return blockAgeMs !== undefined && blockAgeMs < -SKEW_ALLOWED_MS
}

/**
 * Highest block of an endpoint's chain as far as it can be compared with what the endpoint told: heights told before its
 * own or at most 30 s after. One that tells of blocks from the future does not put those behind that do not.
 * undefined when it told none.
 */
export function bestHeightFor(
  own: EndpointHealth,
  all: readonly EndpointHealth[],
): bigint | undefined {
  const { heightSeenAtMs, facts } = own
  if (heightSeenAtMs === undefined) return undefined
  return all.reduce((best, other) => {
    const { latestHeight, chainId } = other.facts
    const isComparable =
      chainId === facts.chainId &&
      other.heightSeenAtMs !== undefined &&
      other.heightSeenAtMs - heightSeenAtMs <= COMPARABLE_MS &&
      (isAheadOfClock(own) || !isAheadOfClock(other))
    return isComparable && latestHeight !== undefined && (best === undefined || latestHeight > best)
      ? latestHeight
      : best
  }, facts.latestHeight)
}

/**
 * Whether what the endpoint told of late shows it behind its peers, or ahead of the time that these agree on. Old word
 * does not count, or it never came back.
 */
function isOffPace(own: EndpointHealth, all: readonly EndpointHealth[], nowMs: number): boolean {
  const { heightSeenAtMs, facts } = own
  if (heightSeenAtMs === undefined || nowMs - heightSeenAtMs > SAMPLE_LIFETIME_MS) return false
  if (facts.isCatchingUp === true) return true
  const hasClock = all.some((one) => one.blockAgeMs !== undefined && !isAheadOfClock(one))
  if (isAheadOfClock(own) && hasClock) return true
  const best = bestHeightFor(own, all)
  return (
    best !== undefined &&
    facts.latestHeight !== undefined &&
    best - facts.latestHeight > LAG_ALLOWED
  )
}

/**
 * The order in which to ask: endpoints that rest after a failure last, before them those sure to refuse, before
 * these those off the pace of their chain, the others by score; among equals the given order stands.
 */
export function rankEndpoints<T>(
  endpoints: readonly T[],
  healthOf: (endpoint: T) => EndpointHealth,
  request: RpcRequest,
  nowMs: number,
): T[] {
  const healths = endpoints.map(healthOf)
  const ranked = endpoints.map((endpoint) => {
    const health = healthOf(endpoint)
    const isResting = health.restsUntilMs !== undefined && health.restsUntilMs > nowMs
    const penalty = isResting
      ? 20
      : isSureToRefuse(health, request)
        ? 10
        : isOffPace(health, healths, nowMs)
          ? 5
          : 0
    return { endpoint, rank: scoreEndpoint(health, nowMs) - penalty }
  })
  return ranked.toSorted((a, b) => b.rank - a.rank).map(({ endpoint }) => endpoint)
}
