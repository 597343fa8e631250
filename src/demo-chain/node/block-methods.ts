import type { NodeAnswer, RpcCall } from '../server/backend.ts'
import { bytesArgument, resultAnswer } from '../server/backend.ts'
import { encodeBase64 } from '../server/bytes.ts'
import type { Json, JsonObject } from '../server/json.ts'
import { checkPage } from '../server/page-arguments.ts'
import { checkBlockRange, checkHeight, refused } from '../server/refusals.ts'
import { heightOfBlockHash } from './block-hashes.ts'
import { CONSENSUS_PARAM_UPDATES, CONSENSUS_PARAMS } from './consensus-params.ts'
import type { DemoNode } from './demo-node.ts'
import type { NodeView } from './node-view.ts'
import { eventJson, txResultJson } from './result-json.ts'
import { totalPowerOf, validatorsJson } from './validator-json.ts'

/** Bytes of a block beside its transactions and signatures, and of one signature; for `block_size`. */
const FRAME_BYTES = 640
const SIGNATURE_BYTES = 109

/** Answers of the methods that read blocks. undefined: another method. */
export function answerBlockMethod(node: DemoNode, call: RpcCall): NodeAnswer | undefined {
  const view = node.view()
  switch (call.method) {
    case 'block_by_hash':
      return resultAnswer(blockByHash(node, view, bytesArgument(call.args, 'hash')))
    case 'header_by_hash':
      return resultAnswer(headerByHash(node, view, bytesArgument(call.args, 'hash')))
    case 'blockchain':
      return blockchain(node, view, call)
    case 'header':
    case 'block':
    case 'commit':
    case 'block_results':
    case 'consensus_params':
    case 'validators':
      return answerAtHeight(node, view, call)
    default:
      return undefined
  }
}

function answerAtHeight(node: DemoNode, view: NodeView, call: RpcCall): NodeAnswer {
  const height = checkHeight(call.method, call.args, view)
  if (typeof height !== 'bigint') return refused(height.refusal)
  const { blocks } = node
  switch (call.method) {
    case 'header':
      return resultAnswer({ header: blocks.header(height) })
    case 'block':
      return resultAnswer(blockJson(node, height))
    case 'commit': {
      const signedHeader = { header: blocks.header(height), commit: blocks.commit(height) }
      const canonical = height < view.latestBlock
      return resultAnswer({ signed_header: signedHeader, canonical })
    }
    case 'block_results':
      return resultAnswer(blockResults(node, height))
    case 'consensus_params':
      return resultAnswer({ block_height: String(height), consensus_params: CONSENSUS_PARAMS })
    default:
      return validators(node, height, call)
  }
}

/** A block with its id, as `block` and `block_search` give it. */
export function blockJson({ blocks }: DemoNode, height: bigint): JsonObject {
  return { block_id: blocks.blockId(height), block: blocks.block(height) }
}

/** Without transactions their results are null (steady/214). */
function blockResults({ blocks }: DemoNode, height: bigint): JsonObject {
  const { txs, events } = blocks.read(height)
  return {
    height: String(height),
    txs_results: txs.length === 0 ? null : txs.map(txResultJson),
    finalize_block_events: events.map(eventJson),
    validator_updates: null,
    consensus_param_updates: CONSENSUS_PARAM_UPDATES,
    app_hash: encodeBase64(blocks.appHash(height)),
  }
}

function validators({ blocks }: DemoNode, height: bigint, { args }: RpcCall): NodeAnswer {
  const set = blocks.validators(height)
  const page = checkPage(args, set.length)
  if ('refusal' in page) return refused(page.refusal)
  const from = (page.page - 1) * page.perPage
  const shown = validatorsJson(set, totalPowerOf(set), height).slice(from, from + page.perPage)
  return resultAnswer({
    block_height: String(height),
    validators: shown,
    count: String(shown.length),
    total: String(set.length),
  })
}

function blockchain(node: DemoNode, view: NodeView, { args }: RpcCall): NodeAnswer {
  const range = checkBlockRange(args, view)
  if ('refusal' in range) return refused(range.refusal)
  const metas: Json[] = []
  for (let height = range.max; height >= range.min; height--) metas.push(blockMeta(node, height))
  return resultAnswer({ last_height: String(view.latestBlock), block_metas: metas })
}

function blockMeta({ blocks }: DemoNode, height: bigint): JsonObject {
  const { txs } = blocks.read(height)
  const { absent } = blocks.read(height - 1n)
  const signatures = blocks.validators(height - 1n).length - absent.size
  const size =
    FRAME_BYTES +
    signatures * SIGNATURE_BYTES +
    txs.reduce((total, { bytes }) => total + bytes.length + 3, 0)
  return {
    block_id: blocks.blockId(height),
    block_size: String(size),
    header: blocks.header(height),
    num_txs: String(txs.length),
  }
}

/** Not found is no error: CometBFT rpc/core/blocks.go BlockByHash. */
function blockByHash(node: DemoNode, view: NodeView, hash: Uint8Array): JsonObject {
  const height = storedHeightOf(node, view, hash)
  if (height !== undefined) return blockJson(node, height)
  return { block_id: { hash: '', parts: { total: 0, hash: '' } }, block: null }
}

function headerByHash(node: DemoNode, view: NodeView, hash: Uint8Array): JsonObject {
  const height = storedHeightOf(node, view, hash)
  return { header: height === undefined ? null : node.blocks.header(height) }
}

function storedHeightOf(node: DemoNode, view: NodeView, hash: Uint8Array): bigint | undefined {
  const height = heightOfBlockHash(node.chainId, hash)
  if (height === undefined) return undefined
  return height >= view.earliestBlock && height <= view.latestBlock ? height : undefined
}
