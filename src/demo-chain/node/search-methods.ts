import type { Arguments, NodeAnswer, RpcCall } from '../server/backend.ts'
import { bytesArgument, flagArgument, resultAnswer, textArgument } from '../server/backend.ts'
import { decodeHex } from '../server/bytes.ts'
import type { Json } from '../server/json.ts'
import { checkPage } from '../server/page-arguments.ts'
import {
  BLOCK_INDEX_DISABLED,
  MAX_QUERY_LENGTH,
  QUERY_TOO_LONG,
  refused,
  refuseOrder,
  TX_INDEX_DISABLED,
} from '../server/refusals.ts'
import { blockJson } from './block-methods.ts'
import type { TxPlace } from './chain-index.ts'
import { chainIndexOf } from './chain-index.ts'
import type { DemoNode } from './demo-node.ts'
import type { EventCondition } from './event-query.ts'
import { EventQueryError, parseEventQuery } from './event-query.ts'
import type { NodeView } from './node-view.ts'
import { txJson } from './result-json.ts'
import { matchesHeight, planSearch } from './search-match.ts'
import { upperHex } from './seeded-bytes.ts'

/** Answers of the methods that read the index. undefined: another method. */
export function answerSearchMethod(node: DemoNode, call: RpcCall): NodeAnswer | undefined {
  const { method, args } = call
  if (!['tx', 'tx_search', 'block_search'].includes(method)) return undefined
  if (!(node.options.hasIndex ?? true)) {
    return refused(method === 'block_search' ? BLOCK_INDEX_DISABLED : TX_INDEX_DISABLED)
  }
  if (method === 'tx') return answerTx(node, args)
  const query = textArgument(args, 'query')
  // Searches of blocks are not limited in 0.38: CometBFT rpc/core/blocks.go BlockSearch.
  if (method === 'tx_search' && query.length > MAX_QUERY_LENGTH) return refused(QUERY_TOO_LONG)
  try {
    const conditions = parseEventQuery(query)
    const isTxs = method === 'tx_search'
    return isTxs ? searchTxs(node, conditions, args) : searchBlocks(node, conditions, args)
  } catch (cause) {
    if (cause instanceof EventQueryError) return refused(cause.message)
    throw cause
  }
}

function answerTx(node: DemoNode, args: Arguments): NodeAnswer {
  const hash = bytesArgument(args, 'hash')
  if (hash.length === 0) return refused('transaction hash cannot be empty')
  const view = node.view()
  const place = findTx(node, view, hash)
  const tx = place && txAt(node, view, place, args)
  return tx === undefined ? refused(`tx (${upperHex(hash)}) not found`) : resultAnswer(tx)
}

function findTx(node: DemoNode, view: NodeView, hash: Uint8Array): TxPlace | undefined {
  const place = chainIndexOf(node.ledger).transaction(hash)
  return place !== undefined && place.height <= view.latestState ? place : undefined
}

/** A proof needs the block, which may be pruned while the index still has the transaction. */
function txAt(
  node: DemoNode,
  view: NodeView,
  { height, index }: TxPlace,
  args: Arguments,
): Json | undefined {
  const block = node.blocks.read(height)
  const tx = block.txs[index]
  const isProven = flagArgument(args, 'prove') && height >= view.earliestBlock
  return tx && txJson(tx, height, isProven ? block : undefined)
}

function searchTxs(
  node: DemoNode,
  conditions: readonly EventCondition[],
  args: Arguments,
): NodeAnswer {
  const order = textArgument(args, 'order_by')
  const orderRefusal = refuseOrder(order)
  if (orderRefusal !== undefined) return refused(orderRefusal)
  const view = node.view()
  const found = findTxs(node, view, textArgument(args, 'query'), conditions)
  if (order === 'desc') found.reverse()
  const page = checkPage(args, found.length)
  if ('refusal' in page) return refused(page.refusal)
  const shown = found.slice((page.page - 1) * page.perPage, page.page * page.perPage)
  const txs = shown.flatMap((place) => txAt(node, view, place, args) ?? [])
  return resultAnswer({ txs, total_count: String(found.length) })
}

/** By height and index. A condition on `tx.hash` stands for all of them (state/txindex/kv lookForHash). */
function findTxs(
  node: DemoNode,
  view: NodeView,
  query: string,
  conditions: readonly EventCondition[],
): TxPlace[] {
  const byHash = conditions.find(({ tag }) => tag === 'tx.hash')
  if (byHash !== undefined) {
    const found = findTx(node, view, queriedHash(byHash))
    return found === undefined ? [] : [found]
  }
  const plan = planSearch(conditions, 'tx.height')
  const found = chainIndexOf(node.ledger).searchTxs(query, plan)
  const end = found.findLastIndex(({ height }) => height <= view.latestState)
  return found.slice(0, end + 1)
}

function queriedHash({ argument }: EventCondition): Uint8Array {
  try {
    return decodeHex(argument?.text ?? '')
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'invalid hex'
    throw new EventQueryError(`error during searching for a hash in the query: ${reason}`, {
      cause,
    })
  }
}

/** Newest first unless asked for in ascending order: CometBFT rpc/core/blocks.go BlockSearch. */
function searchBlocks(
  node: DemoNode,
  conditions: readonly EventCondition[],
  args: Arguments,
): NodeAnswer {
  const order = textArgument(args, 'order_by')
  const orderRefusal = refuseOrder(order)
  if (orderRefusal !== undefined) return refused(orderRefusal)
  const view = node.view()
  const heights = findBlocks(node, view, conditions)
  if (order !== 'asc') heights.reverse()
  const page = checkPage(args, heights.length)
  if ('refusal' in page) return refused(page.refusal)
  const blocks = heights
    .slice((page.page - 1) * page.perPage, page.page * page.perPage)
    // Blocks that were dropped are counted, and left out (steady/289-err-pruned-blocksearch).
    .filter((height) => height >= view.earliestBlock)
    .map((height) => blockJson(node, height))
  return resultAnswer({ blocks, total_count: String(heights.length) })
}

function findBlocks(
  node: DemoNode,
  view: NodeView,
  conditions: readonly EventCondition[],
): bigint[] {
  const plan = planSearch(conditions, 'block.height')
  if (plan.onEvents.length > 0) {
    const found = chainIndexOf(node.ledger).searchBlocks(plan)
    return found.filter((height) => height <= view.latestState)
  }
  const heights: bigint[] = []
  for (let height = view.initialHeight; height <= view.latestState; height++) {
    if (matchesHeight(plan, height)) heights.push(height)
  }
  return heights
}
