import { parseChainTime } from '../domain/chain-time.ts'
import type { HaltStanding } from '../domain/upgrades/halt/halt-node.ts'
import { parseRoundState } from '../domain/upgrades/halt/parse-round-state.ts'
import type { ParsedRoundState } from '../domain/upgrades/halt/round-state.ts'
import type { RequestOptions, Transport } from '../rpc/transport.ts'
import { requireHeight } from './abci.ts'
import type { ToldBlock } from './blocks.ts'
import { readJson, requestDecoded, WireShapeError } from './wire.ts'

/** What one node tells of itself around the height of a plan. */
export interface NodeReading {
  readonly chainId: string
  readonly standing: HaltStanding
  readonly latestHash: string
  readonly earliestHeight: bigint
  /** undefined: not asked for. */
  readonly rounds: ParsedRoundState | undefined
}

/**
 * One round trip to one node: `status`, `abci_info` and, where asked for, `consensus_state`. A node that keeps the brief
 * form to itself or tells it in an unknown shape is asked for `dump_consensus_state`, which is larger. Only `status` must
 * succeed.
 * @throws {EndpointError|RpcRefusalError|WireShapeError}
 */
export async function fetchNodeReading(
  transport: Transport,
  wantsRounds: boolean,
  options: RequestOptions = {},
): Promise<NodeReading> {
  const [status, info, brief] = await Promise.allSettled([
    transport.request({ method: 'status', params: {} }, options),
    transport.request({ method: 'abci_info', params: {} }, options),
    wantsRounds
      ? transport.request({ method: 'consensus_state', params: {} }, options)
      : Promise.resolve(undefined),
  ])
  if (status.status === 'rejected') throw status.reason
  const read = readJson('status', status.value.result)
  const app = readJson('abci_info', info.status === 'fulfilled' ? info.value.result : undefined)
  const rounds = wantsRounds
    ? await readRounds(
        transport,
        brief.status === 'fulfilled' ? parseRoundState(brief.value?.result) : undefined,
        options,
      )
    : undefined
  const appHeight = app.optionalText('response.last_block_height')
  return {
    chainId: read.text('node_info.network'),
    latestHash: read.text('sync_info.latest_block_hash'),
    earliestHeight: read.integer('sync_info.earliest_block_height'),
    standing: {
      latestHeight: read.integer('sync_info.latest_block_height'),
      latestBlockTime: read.time('sync_info.latest_block_time'),
      appHeight:
        appHeight !== undefined && /^\d{1,19}$/.test(appHeight) ? BigInt(appHeight) : undefined,
      consensusHeight: rounds?.kind === 'round-state' ? rounds.state.height : undefined,
      version: app.optionalText('response.version'),
    },
    rounds,
  }
}

async function readRounds(
  transport: Transport,
  brief: ParsedRoundState | undefined,
  options: RequestOptions,
): Promise<ParsedRoundState> {
  if (brief?.kind === 'round-state') return brief
  try {
    const { result } = await transport.request(
      { method: 'dump_consensus_state', params: {} },
      { ...options, isBatchable: false },
    )
    return parseRoundState(result)
  } catch {
    return brief ?? { kind: 'unknown-shape', missing: 'consensus_state' }
  }
}

/** A validator's precommit under a block. */
export interface PrecommitTime {
  /** CometBFT's address, hex in capitals. */
  readonly address: string
  readonly time: Date
}

/**
 * When the precommits of a block were cast (`commit`). On a halted node it is told of the plan's own block, though no
 * block commits to it yet.
 * @throws {RpcRefusalError} when no node has it
 */
export async function fetchPrecommitTimes(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<ToldBlock<readonly PrecommitTime[]>> {
  const request = { method: 'commit', params: { height: height.toString() } }
  return requestDecoded(transport, request, options, ({ result, endpoint }) => {
    const read = readJson('commit', result)
    const signatures = read.at('signed_header.commit.signatures')
    if (!Array.isArray(signatures)) throw new WireShapeError('commit', 'signatures')
    requireHeight('commit', height, read.integer('signed_header.commit.height'), endpoint)
    return signatures.flatMap((signature) => {
      const own = readJson('commit', signature)
      const address = own.optionalText('validator_address')
      const time = parseChainTime(own.optionalText('timestamp') ?? '')
      return address === undefined || time === undefined
        ? []
        : [{ address: address.toUpperCase(), time }]
    })
  })
}
