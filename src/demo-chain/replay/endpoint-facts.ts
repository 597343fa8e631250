import { integerArgument } from '../server/backend.ts'
import { jsonAt } from '../server/json.ts'
import type { RecordedCall } from './recorded-call.ts'

/** The endpoint that stands in for others where they were not asked. */
export const ARCHIVE = 'archive'

/** What one endpoint of a scene can know. Heights below `earliest…` it has dropped, above `latest…` it has not seen. */
export interface EndpointFacts {
  readonly name: string
  readonly latestBlock: bigint
  readonly earliestBlock: bigint
  readonly latestState: bigint
  readonly earliestState: bigint
  /** First height of the chain. */
  readonly initialHeight: bigint
  readonly hasTxIndex: boolean
  /** Version of the application, as `abci_info` gives it. */
  readonly version: string
  /** Whether it lags behind `archive`: then archive's latest answers are not its own. */
  readonly isBehind: boolean
}

/** `pruned` keeps about this many states, and 300 blocks of which `status` tells the first (recordings/README.md). */
const STATES_KEPT_WHEN_PRUNED = 100n

/**
 * The height a scene was read at: the one most of archive's queries name (27,400,494, 27,400,604 or 27,400,731 by
 * recordings/README.md).
 */
export function pinnedHeight(calls: readonly RecordedCall[]): bigint {
  const counts = new Map<bigint, number>()
  for (const { endpoint, call } of calls) {
    const height = integerArgument(call.args, 'height') ?? 0n
    if (endpoint !== ARCHIVE || call.method !== 'abci_query' || height <= 0n) continue
    counts.set(height, (counts.get(height) ?? 0) + 1)
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a)
  return first?.[0] ?? 0n
}

/** Endpoints whose `status` was recorded, in the order they were asked. */
export function recordedEndpoints(calls: readonly RecordedCall[]): string[] {
  const asked = calls.filter(({ call, result }) => call.method === 'status' && result !== undefined)
  return [...new Set(asked.map(({ endpoint }) => endpoint))]
}

/** Facts of an endpoint whose `status` was recorded. */
export function readEndpointFacts(
  name: string,
  calls: readonly RecordedCall[],
  pinned: bigint,
): EndpointFacts {
  const own = readNode(name, calls)
  const archive = readNode(ARCHIVE, calls)
  const isBehind =
    own.latestBlock < archive.latestBlock ||
    (own.latestState !== undefined && own.latestState < (archive.latestState ?? 0n))
  const archiveState = archive.latestState ?? archive.latestBlock
  // An endpoint that kept up then also has what archive was asked for a little later.
  const latestBlock = isBehind ? own.latestBlock : max(own.latestBlock, pinned)
  const latestState = isBehind
    ? (own.latestState ?? own.latestBlock)
    : max(own.latestState ?? archiveState, pinned)
  const initialHeight = archive.earliestBlock
  const isPruned = name === 'pruned'
  return {
    name,
    latestBlock,
    earliestBlock: lowestHeightTold(name, calls) ?? own.earliestBlock,
    latestState,
    earliestState: isPruned
      ? max(initialHeight, latestState - STATES_KEPT_WHEN_PRUNED)
      : initialHeight,
    initialHeight,
    hasTxIndex: own.hasTxIndex,
    version: own.version ?? archive.version ?? '',
    isBehind,
  }
}

interface NodeFacts {
  readonly latestBlock: bigint
  readonly earliestBlock: bigint
  readonly latestState: bigint | undefined
  readonly hasTxIndex: boolean
  readonly version: string | undefined
}

function readNode(endpoint: string, calls: readonly RecordedCall[]): NodeFacts {
  const result = (method: string) =>
    calls.find(
      (recorded) =>
        recorded.endpoint === endpoint && recorded.call.method === method && recorded.result,
    )?.result
  const status = result('status')
  const info = jsonAt(result('abci_info'), 'response')
  const version = jsonAt(info, 'version')
  const state = jsonAt(info, 'last_block_height')
  return {
    latestBlock: toHeight(jsonAt(status, 'sync_info', 'latest_block_height')),
    earliestBlock: toHeight(jsonAt(status, 'sync_info', 'earliest_block_height')),
    latestState: state === undefined ? undefined : toHeight(state),
    hasTxIndex: jsonAt(status, 'node_info', 'other', 'tx_index') === 'on',
    version: typeof version === 'string' ? version : undefined,
  }
}

/** The lowest height an endpoint named when it was asked for an older one; its `status` may have been read before. */
function lowestHeightTold(endpoint: string, calls: readonly RecordedCall[]): bigint | undefined {
  for (const recorded of calls) {
    if (recorded.endpoint !== endpoint || recorded.answer.kind !== 'error') continue
    const told = /lowest height is (\d+)$/.exec(recorded.answer.error.data ?? '')?.[1]
    if (told !== undefined) return BigInt(told)
  }
  return undefined
}

function toHeight(value: unknown): bigint {
  return typeof value === 'string' && /^\d+$/.test(value) ? BigInt(value) : 0n
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}
