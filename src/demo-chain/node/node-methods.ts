import type { NodeAnswer, RpcCall } from '../server/backend.ts'
import { integerArgument, resultAnswer } from '../server/backend.ts'
import { encodeBase64, encodeUtf8 } from '../server/bytes.ts'
import type { JsonObject } from '../server/json.ts'
import { encodeJson } from '../server/json.ts'
import { refused } from '../server/refusals.ts'
import { akashJson } from './akash-json.ts'
import { CONSENSUS_PARAMS } from './consensus-params.ts'
import type { DemoNode } from './demo-node.ts'
import { formatGoTime } from './go-time.ts'
import { nodeInfoJson, validatorInfoJson } from './node-identity.ts'
import { netInfoJson } from './node-peers.ts'
import type { NodeView } from './node-view.ts'
import { upperHex } from './seeded-bytes.ts'

/** Answers of the methods that tell of the node itself. undefined: another method. */
export function answerNodeMethod(node: DemoNode, call: RpcCall): NodeAnswer | undefined {
  switch (call.method) {
    case 'health':
      return resultAnswer({})
    case 'status':
      return resultAnswer(statusJson(node))
    case 'abci_info':
      return resultAnswer({ response: abciInfoJson(node) })
    case 'akash':
      return resultAnswer(akashJson(node.chainId, node.appVersion()))
    case 'net_info':
      return resultAnswer(netInfoJson(node))
    case 'genesis':
      return resultAnswer({ genesis: genesisJson(node) })
    case 'genesis_chunked':
      return genesisChunk(node, integerArgument(call.args, 'chunk') ?? 0n)
    default:
      return undefined
  }
}

function statusJson(node: DemoNode): JsonObject {
  const { moniker, hasIndex = true } = node.options
  const view = node.view()
  return {
    node_info: nodeInfoJson(moniker, node.chainId, hasIndex),
    sync_info: {
      ...blockInfo(node, 'latest', view.latestBlock),
      ...blockInfo(node, 'earliest', view.earliestBlock),
      catching_up: false,
    },
    validator_info: validatorInfoJson(moniker),
  }
}

/** The app hash told beside a block is the one in its header. */
function blockInfo({ blocks }: DemoNode, which: 'latest' | 'earliest', height: bigint): JsonObject {
  return {
    [`${which}_block_hash`]: upperHex(blocks.hash(height)),
    [`${which}_app_hash`]: upperHex(blocks.appHash(height - 1n)),
    [`${which}_block_height`]: String(height),
    [`${which}_block_time`]: formatGoTime(blocks.time(height)),
  }
}

function abciInfoJson(node: DemoNode): JsonObject {
  const { latestState }: NodeView = node.view()
  return {
    data: 'akash',
    version: node.appVersion(),
    last_block_height: String(latestState),
    last_block_app_hash: encodeBase64(node.blocks.appHash(latestState)),
  }
}

/** Without the state the chain began with, which on a real chain takes up most of a genesis. */
function genesisJson({ blocks, chainId, ledger }: DemoNode): JsonObject {
  return {
    genesis_time: formatGoTime(blocks.time(ledger.initialHeight)),
    chain_id: chainId,
    initial_height: String(ledger.initialHeight),
    consensus_params: CONSENSUS_PARAMS,
    app_hash: '',
    app_state: {},
  }
}

/** The genesis is one chunk. The text counts one less than there are: CometBFT rpc/core/net.go (steady/259). */
function genesisChunk(node: DemoNode, chunk: bigint): NodeAnswer {
  if (chunk !== 0n) return refused(`there are 0 chunks, ${chunk} is invalid`)
  const data = encodeBase64(encodeUtf8(encodeJson(genesisJson(node))))
  return resultAnswer({ chunk: '0', total: '1', data })
}
