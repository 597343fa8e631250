import type { AbciEvent, LedgerTx } from '../chain/ledger.ts'
import { encodeBase64 } from '../server/bytes.ts'
import type { Json, JsonObject } from '../server/json.ts'
import { CONSENSUS_PARAM_UPDATES } from './consensus-params.ts'
import type { DemoNode } from './demo-node.ts'
import type { PublishedTags } from './event-match.ts'
import { eventJson, txResultJson } from './result-json.ts'
import { upperHex } from './seeded-bytes.ts'

/** What a node tells its subscribers of. `data` is made when somebody asked for it. */
export interface PublishedEvent {
  readonly tags: PublishedTags
  data(): JsonObject
}

/** What a block brings, in CometBFT's order (state/execution.go fireEvents). */
export function blockEvents(node: DemoNode, height: bigint): PublishedEvent[] {
  const { blocks } = node
  const block = blocks.read(height)
  const events = block.events.map(eventJson)
  return [
    publish('NewBlock', block.events, () => ({
      block: blocks.block(height),
      block_id: blocks.blockId(height),
      result_finalize_block: finalizeBlockJson(node, height),
    })),
    publish('NewBlockHeader', [], () => ({ header: blocks.header(height) })),
    publish('NewBlockEvents', block.events, () => ({
      height: String(height),
      events,
      num_txs: String(block.txs.length),
    })),
    ...block.txs.map((tx) => txEvent(tx, height)),
  ]
}

/** An event of consensus, which carries no attributes; `value` as `tendermint/event/<type>`. */
export function consensusEvent(
  name: string,
  type: string,
  value: () => JsonObject,
): PublishedEvent {
  return {
    tags: new Map([['tm.event', [name]]]),
    data: () => ({ type: `tendermint/event/${type}`, value: value() }),
  }
}

function publish(
  name: string,
  events: readonly AbciEvent[],
  value: () => JsonObject,
): PublishedEvent {
  return {
    tags: tagsOf(events, [['tm.event', name]]),
    data: () => ({ type: `tendermint/event/${name}`, value: value() }),
  }
}

function tagsOf(
  events: readonly AbciEvent[],
  reserved: readonly (readonly [tag: string, value: string])[],
): PublishedTags {
  const tags = new Map<string, string[]>()
  function add(tag: string, value: string): void {
    const values = tags.get(tag)
    if (values === undefined) tags.set(tag, [value])
    else values.push(value)
  }
  for (const { type, attributes } of events) {
    if (type === '') continue
    for (const { key, value } of attributes) if (key !== '') add(`${type}.${key}`, value)
  }
  for (const [tag, value] of reserved) add(tag, value)
  return tags
}

/** `tx_results` is left out when there are none, `validator_updates` is an empty list (ws/newblock.jsonl). */
function finalizeBlockJson({ blocks }: DemoNode, height: bigint): JsonObject {
  const { txs, events } = blocks.read(height)
  return {
    events: events.map(eventJson),
    ...(txs.length === 0 ? {} : { tx_results: txs.map(txResultJson) }),
    validator_updates: [],
    consensus_param_updates: CONSENSUS_PARAM_UPDATES,
    app_hash: encodeBase64(blocks.appHash(height)),
  }
}

/** Here, unlike in answers, zero values and empty texts are left out (ws/tx-proposal_vote.jsonl). */
function txEvent(tx: LedgerTx, height: bigint): PublishedEvent {
  const tags = tagsOf(tx.events, [
    ['tm.event', 'Tx'],
    ['tx.hash', upperHex(tx.hash)],
    ['tx.height', String(height)],
  ])
  const result: Record<string, Json> = {
    code: tx.code,
    data: encodeBase64(tx.data),
    log: tx.log,
    gas_wanted: tx.gasWanted === 0n ? '' : String(tx.gasWanted),
    gas_used: tx.gasUsed === 0n ? '' : String(tx.gasUsed),
    events: tx.events.map(eventJson),
    codespace: tx.codespace,
  }
  const txResult: Record<string, Json> = {
    height: String(height),
    index: tx.index,
    tx: encodeBase64(tx.bytes),
    result: withoutZeros(result),
  }
  return {
    tags,
    data: () => ({ type: 'tendermint/event/Tx', value: { TxResult: withoutZeros(txResult) } }),
  }
}

function withoutZeros(fields: Readonly<Record<string, Json>>): JsonObject {
  const isZero = (value: Json): boolean =>
    value === 0 || value === '' || (Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isZero(value)))
}
