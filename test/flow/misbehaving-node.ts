import { join } from 'node:path'
import { BinaryReader, BinaryWriter } from '@bufbuild/protobuf/wire'
import { replayOf } from '../../src/demo-chain/http/replay-node.ts'
import { type RequestLog, serveNode } from '../../src/demo-chain/http/serve-node.ts'
import { loadScene } from '../../src/demo-chain/replay/load-scene.ts'
import type { Scene } from '../../src/demo-chain/replay/scene.ts'
import {
  bytesArgument,
  integerArgument,
  type NodeAnswer,
  type RpcCall,
  resultAnswer,
  textArgument,
} from '../../src/demo-chain/server/backend.ts'
import { createNodeServer } from '../../src/demo-chain/server/node-server.ts'
import { RECORDINGS } from './recorded-proposals.ts'

/** Answers a call in the node's stead; undefined leaves it to the node. `ask` is the node itself. */
export type Misbehaviour = (
  call: RpcCall,
  ask: (call: RpcCall) => Promise<NodeAnswer>,
) => NodeAnswer | Promise<NodeAnswer> | undefined

/** A replayed scene with some of its answers exchanged. */
export interface MisbehavingNode {
  readonly url: string
  readonly requests: RequestLog
  /** Every `abci_query` since the last `misbehave`, as `path height`. */
  readonly queries: readonly string[]
  misbehave(next: Misbehaviour): void
  close(): Promise<void>
}

const scenes = new Map<string, Promise<Scene>>()

export async function startMisbehavingNode(
  misbehaviour: Misbehaviour = () => undefined,
  scene: 'steady' | 'market' = 'steady',
): Promise<MisbehavingNode> {
  const loaded = scenes.get(scene) ?? loadScene(join(RECORDINGS, scene))
  scenes.set(scene, loaded)
  const replay = replayOf(await loaded)
  const backend = replay.createBackend('archive')
  let queries: string[] = []
  let current = misbehaviour
  const ask = async (call: RpcCall) => backend.answer(call)
  const server = createNodeServer(
    {
      answer(call) {
        const path = queryPath(call)
        if (path !== undefined) queries.push(`${path} ${queryHeight(call)}`)
        return current(call, ask) ?? ask(call)
      },
      subscribe: backend.subscribe,
    },
    { now: () => replay.now },
  )
  const served = await serveNode(server)
  return {
    url: served.url,
    requests: served.requests,
    get queries() {
      return queries
    },
    misbehave(next) {
      current = next
      queries = []
      served.requests.reset()
    },
    close: served.close,
  }
}

/** Path of an `abci_query`, else undefined. */
export function queryPath(call: RpcCall): string | undefined {
  return call.method === 'abci_query' ? textArgument(call.args, 'path') : undefined
}

export function queryHeight(call: RpcCall): bigint {
  return integerArgument(call.args, 'height') ?? 0n
}

export function queryData(call: RpcCall): Uint8Array {
  return bytesArgument(call.args, 'data')
}

/** The same question of another height. */
export function atHeight(call: RpcCall, height: bigint): RpcCall {
  return {
    method: call.method,
    args: { ...call.args, height },
    origin: { kind: 'json', params: undefined },
  }
}

/** What a node answers whose application refuses. */
export function refusal(code: number, log: string, codespace = 'sdk'): NodeAnswer {
  return abciResponse({ code, log, codespace, value: null, height: '0' })
}

/** What a node answers whose application says yes. */
export function valueAnswer(value: Uint8Array, height: bigint): NodeAnswer {
  const base64 = Buffer.from(value).toString('base64')
  return abciResponse({ code: 0, log: '', codespace: '', value: base64, height: height.toString() })
}

function abciResponse(fields: {
  readonly code: number
  readonly log: string
  readonly codespace: string
  readonly value: string | null
  readonly height: string
}): NodeAnswer {
  const { code, log, codespace, value, height } = fields
  const rest = { info: '', index: '0', key: null, proofOps: null }
  return resultAnswer({ response: { code, log, ...rest, value, height, codespace } })
}

/** The bytes in an answer to `abci_query`. @throws {Error} when it holds none */
export function bytesIn(answer: NodeAnswer): Uint8Array {
  if (answer.kind !== 'result') throw new Error(answer.error.message)
  return Buffer.from(JSON.parse(answer.text).response.value, 'base64')
}

/** A page of `Proposals` as it is on the wire. */
export interface WirePage {
  readonly proposals: readonly Uint8Array[]
  /** Empty after the last page. */
  readonly nextKey: Uint8Array
}

export function splitPage(bytes: Uint8Array): WirePage {
  const proposals: Uint8Array[] = []
  let nextKey: Uint8Array = new Uint8Array()
  const reader = new BinaryReader(bytes)
  while (reader.pos < reader.len) {
    const [field] = reader.tag()
    const part = reader.bytes()
    if (field === 1) proposals.push(part)
    else if (part[0] === 0x0a) nextKey = new BinaryReader(part.subarray(1)).bytes()
  }
  return { proposals, nextKey }
}

export function joinPage({ proposals, nextKey }: WirePage): Uint8Array {
  const writer = new BinaryWriter()
  for (const proposal of proposals) writer.uint32(0x0a).bytes(proposal)
  writer.uint32(0x12).fork()
  if (nextKey.length > 0) writer.uint32(0x0a).bytes(nextKey)
  return writer.join().finish()
}

/** The id a recorded proposal starts with (field 1). */
export function idOf(proposal: Uint8Array): bigint {
  const reader = new BinaryReader(proposal)
  reader.tag()
  return BigInt(reader.uint64())
}
