import { decodeHex, encodeHex } from '../server/bytes.ts'
import type { JsonObject } from '../server/json.ts'
import { sha256 } from '../server/sha256.ts'
import { seededBytes, upperHex } from './seeded-bytes.ts'
import { publicKeyJson } from './validator-json.ts'

const COMET_VERSION = '0.38.19'
/** Of the CometBFT reactors a node runs, a byte each. */
const CHANNELS = '402021222330386061'

const LISTEN_ADDRESS = 'tcp://0.0.0.0:26656'
const RPC_ADDRESS = 'tcp://0.0.0.0:26657'

/** `node_info` of a node, its own or a peer's: all of it follows from its name. */
export function nodeInfoJson(moniker: string, chainId: string, hasIndex: boolean): JsonObject {
  return {
    protocol_version: { p2p: '8', block: '11', app: '0' },
    id: nodeId(moniker),
    listen_addr: LISTEN_ADDRESS,
    network: chainId,
    version: COMET_VERSION,
    channels: CHANNELS,
    moniker,
    other: { tx_index: hasIndex ? 'on' : 'off', rpc_address: RPC_ADDRESS },
  }
}

/** The same for the application, which tells of the node it runs in (`GetNodeInfo`). */
export function nodeIdentity(moniker: string) {
  return {
    id: nodeId(moniker),
    cometVersion: COMET_VERSION,
    channels: decodeHex(CHANNELS),
    listenAddress: LISTEN_ADDRESS,
    rpcAddress: RPC_ADDRESS,
  }
}

export function nodeId(moniker: string): string {
  return encodeHex(seededBytes('node', moniker).subarray(0, 20))
}

/** The node's own key; it validates nothing. */
export function validatorInfoJson(moniker: string): JsonObject {
  const key = seededBytes('key', moniker)
  return {
    address: upperHex(sha256(key).subarray(0, 20)),
    pub_key: publicKeyJson(key),
    voting_power: '0',
  }
}
