import type {
  BlockCommit,
  BlockHeader,
  BlockMeta,
  CommitFlag,
  ConsensusMember,
} from '../domain/block.ts'
import { RpcRefusalError } from '../rpc/errors.ts'
import type { Json, RequestOptions, RpcAnswer, Transport } from '../rpc/transport.ts'
import { requireHeight } from './abci.ts'
import { headerRequest } from './node.ts'
import { readJson, requestDecoded, WireShapeError } from './wire.ts'

/** A block's part and who told it. */
export interface ToldBlock<T> {
  readonly value: T
  readonly endpoint: string
}

/** Why no node has a block: it is not made yet, or was dropped. */
export type BlockAbsence =
  | { readonly kind: 'not-reached'; readonly latestHeight: bigint; readonly endpoint: string }
  | { readonly kind: 'dropped'; readonly earliestHeight: bigint; readonly endpoint: string }

/** undefined: the error says nothing of the kind. */
export function findBlockAbsence(error: unknown): BlockAbsence | undefined {
  if (!(error instanceof RpcRefusalError)) return undefined
  const { refusal, endpoint } = error
  if (refusal.kind === 'height-in-future') {
    return { kind: 'not-reached', latestHeight: refusal.highest, endpoint }
  }
  if (refusal.kind === 'height-unavailable') {
    return { kind: 'dropped', earliestHeight: refusal.lowest, endpoint }
  }
  return undefined
}

/**
 * The header of a block (`header`).
 * @throws {RpcRefusalError} when no node has it; `findBlockAbsence` tells why
 */
export async function fetchBlockHeader(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<ToldBlock<BlockHeader>> {
  return requestDecoded(transport, headerRequest(height), options, ({ result, endpoint }) => {
    const read = readJson('header', result)
    requireHeight('header', height, read.integer('header.height'), endpoint)
    return {
      chainId: read.text('header.chain_id'),
      height,
      time: read.time('header.time'),
      proposer: read.text('header.proposer_address').toUpperCase(),
      appHash: read.text('header.app_hash'),
      validatorsHash: read.text('header.validators_hash'),
      previousHash: read.optionalText('header.last_block_id.hash'),
    }
  })
}

/** Hash, size and number of transactions (`blockchain`), without the transactions themselves, which can be megabytes. */
export async function fetchBlockMeta(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<ToldBlock<BlockMeta>> {
  const bound = height.toString()
  const request = { method: 'blockchain', params: { minHeight: bound, maxHeight: bound } }
  return requestDecoded(transport, request, options, ({ result }) => {
    const metas = readJson('blockchain', result).at('block_metas')
    const meta = Array.isArray(metas)
      ? metas.find((one) => readJson('blockchain', one).at('header.height') === bound)
      : undefined
    if (meta === undefined) throw new WireShapeError('blockchain', 'block_metas')
    const read = readJson('blockchain', meta)
    return {
      hash: read.text('block_id.hash'),
      transactionCount: Number(read.integer('num_txs')),
      sizeBytes: Number(read.integer('block_size')),
    }
  })
}

/** The signatures under a block (`commit`). */
export async function fetchCommit(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<ToldBlock<BlockCommit>> {
  const request = { method: 'commit', params: { height: height.toString() } }
  return requestDecoded(transport, request, options, ({ result, endpoint }) => {
    const read = readJson('commit', result)
    const signatures = read.at('signed_header.commit.signatures')
    const round = read.at('signed_header.commit.round')
    if (!Array.isArray(signatures)) throw new WireShapeError('commit', 'signatures')
    if (typeof round !== 'number') throw new WireShapeError('commit', 'round')
    const told = read.integer('signed_header.commit.height')
    requireHeight('commit', height, told, endpoint)
    return {
      hash: read.text('signed_header.commit.block_id.hash'),
      round,
      flags: signatures.map(toFlag),
      isCanonical: read.flag('canonical'),
    }
  })
}

/** CometBFT types/block.go BlockIDFlag. */
const FLAGS: ReadonlyMap<Json | undefined, CommitFlag> = new Map<Json | undefined, CommitFlag>([
  [1, 'absent'],
  [2, 'signed'],
  [3, 'nil'],
])

function toFlag(signature: Json): CommitFlag {
  const flag = FLAGS.get(readJson('commit', signature).at('block_id_flag'))
  if (flag === undefined) throw new WireShapeError('commit', 'block_id_flag')
  return flag
}

const SET_PAGE = 100
/** No chain lets so many validators sign. */
const MOST_SET_PAGES = 20

/** Who had to sign a block, in the order of its commit (`validators`, all pages). */
export async function fetchConsensusSet(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<ToldBlock<readonly ConsensusMember[]>> {
  const members: ConsensusMember[] = []
  for (let page = 1; page <= MOST_SET_PAGES; page++) {
    const request = {
      method: 'validators',
      params: { height: height.toString(), page: page.toString(), per_page: SET_PAGE.toString() },
    }
    const { value, endpoint } = await requestDecoded(transport, request, options, (answer) =>
      readSetPage(answer, height),
    )
    members.push(...value.members)
    if (value.members.length === 0 || BigInt(members.length) >= value.total) {
      return { value: members, endpoint }
    }
  }
  throw new WireShapeError('validators', 'total')
}

function readSetPage({ result, endpoint }: RpcAnswer, height: bigint) {
  const read = readJson('validators', result)
  const validators = read.at('validators')
  if (!Array.isArray(validators)) throw new WireShapeError('validators', 'validators')
  requireHeight('validators', height, read.integer('block_height'), endpoint)
  const members = validators.map((validator): ConsensusMember => {
    const own = readJson('validators', validator)
    return { address: own.text('address').toUpperCase(), power: own.integer('voting_power') }
  })
  return { members, total: read.integer('total') }
}

/**
 * Height of the block a transaction is in (`tx`), from the node's index.
 * @throws {RpcRefusalError} when the node keeps no index, or its index has no such transaction
 */
export async function fetchTransactionHeight(
  transport: Transport,
  hash: string,
  options: RequestOptions = {},
): Promise<ToldBlock<bigint>> {
  const bytes = hash.match(/../g) ?? []
  const base64 = btoa(String.fromCharCode(...bytes.map((pair) => Number.parseInt(pair, 16))))
  const request = { method: 'tx', params: { hash: base64, prove: false } }
  return requestDecoded(transport, request, { ...options, isBatchable: false }, ({ result }) =>
    readJson('tx', result).integer('height'),
  )
}
