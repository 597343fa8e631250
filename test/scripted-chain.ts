import type { Replay } from '../src/demo-chain/replay/replay-backend.ts'
import {
  type Arguments,
  bytesArgument,
  integerArgument,
  type NodeAnswer,
  type NodeBackend,
  type RpcCall,
  resultAnswer,
  type SubscribeOutcome,
  type Subscriber,
  textArgument,
} from '../src/demo-chain/server/backend.ts'
import { encodeBase64, parseBase64 } from '../src/demo-chain/server/bytes.ts'
import { isJsonObject, type Json, jsonAt } from '../src/demo-chain/server/json.ts'
import { internalError } from '../src/demo-chain/server/rpc-error.ts'
import { BLOCKS, createEventForms, type EventForms, wantsVote } from './scripted-events.ts'
import type { ScriptedVote } from './scripted-gov.ts'
import { ScriptedVotes } from './scripted-votes.ts'

/**
 * A recorded chain that goes on: the recorded state answers for every later height too, but for the votes that were
 * added and the proposals that were closed. What was recorded before stays as it was.
 */
export class ScriptedChain implements NodeBackend {
  private readonly recorded: NodeBackend
  private readonly pinned: bigint
  private readonly blockMs: number
  private readonly forms: EventForms
  private readonly subscribers = new Map<Subscriber, string>()
  private readonly times = new Map<bigint, Date>()
  private readonly votes = new ScriptedVotes((path, data) => this.readPinned(path, data))
  private tip = 0n
  private header: Json = null

  private constructor(replay: Replay, blockMs: number) {
    this.recorded = replay.createBackend('archive')
    this.pinned = replay.pinnedHeight
    this.blockMs = blockMs
    this.forms = createEventForms(replay.scene)
  }

  static async create(replay: Replay, blockMs: number): Promise<ScriptedChain> {
    const chain = new ScriptedChain(replay, blockMs)
    const tip = await chain.askRecorded('header', {})
    chain.header = jsonAt(tip, 'header') ?? null
    chain.tip = BigInt(textAt(chain.header, 'height'))
    chain.times.set(chain.tip, new Date(textAt(chain.header, 'time')))
    return chain
  }

  get height(): bigint {
    return this.tip
  }

  get time(): Date {
    return this.times.get(this.tip) ?? new Date(0)
  }

  produceBlock(time = new Date(this.time.getTime() + this.blockMs)): bigint {
    this.tip += 1n
    this.times.set(this.tip, time)
    for (const [subscriber, query] of this.subscribers) {
      if (query === BLOCKS) subscriber.event(this.forms.block(query, this.headerAt(this.tip)))
    }
    return this.tip
  }

  /** Makes a block with this vote. */
  async addVote(vote: ScriptedVote): Promise<bigint> {
    await this.votes.checkVoter(vote.voter)
    const height = this.produceBlock()
    this.votes.add(vote, height)
    for (const [subscriber, query] of this.subscribers) {
      if (wantsVote(query, vote.proposalId) === true) {
        subscriber.event(this.forms.vote(query, vote, height))
      }
    }
    return height
  }

  /** Makes the first block after the end of a vote, which counts it. */
  async closeVote(proposalId: bigint): Promise<bigint> {
    const endsAt = await this.votes.close(proposalId, this.tip + 1n)
    const next = this.time.getTime() + this.blockMs
    return this.produceBlock(new Date(Math.max(Number(endsAt) * 1_000 + 1_000, next)))
  }

  findSilentVoters(proposalId: bigint): Promise<readonly string[]> {
    return this.votes.findSilentVoters(proposalId, this.tip)
  }

  subscribe(query: string, subscriber: Subscriber): SubscribeOutcome {
    if (wantsVote(query, 0n) === undefined) {
      return { kind: 'refused', error: internalError(`not in this script: ${query}`) }
    }
    this.subscribers.set(subscriber, query)
    return { kind: 'subscribed', stop: () => this.subscribers.delete(subscriber) }
  }

  /** What a node sends its subscribers when it stops (halt/ws). */
  cancelSubscriptions(): void {
    const data = 'subscription was canceled (reason: CometBFT exited)'
    for (const subscriber of [...this.subscribers.keys()]) {
      subscriber.cancelled({ code: -32000, message: 'Server error', data })
      subscriber.disconnected()
    }
  }

  async answer(call: RpcCall): Promise<NodeAnswer> {
    if (call.method === 'abci_query') return this.answerQuery(call)
    if (call.method === 'status') {
      const status = await this.askRecorded('status', {})
      const newest = {
        latest_block_height: `${this.tip}`,
        latest_block_time: this.time.toISOString(),
      }
      return resultAnswer(withFields(status, ['sync_info'], newest))
    }
    if (call.method === 'abci_info') {
      const info = await this.askRecorded('abci_info', {})
      return resultAnswer(withFields(info, ['response'], { last_block_height: `${this.tip}` }))
    }
    const height = integerArgument(call.args, 'height') ?? this.tip
    if (call.method === 'header' && height > this.pinned && height <= this.tip) {
      return resultAnswer({ header: this.headerAt(height) })
    }
    return this.recorded.answer(call)
  }

  private async answerQuery(call: RpcCall): Promise<NodeAnswer> {
    const asked = integerArgument(call.args, 'height') ?? 0n
    const path = textArgument(call.args, 'path')
    const height = asked === 0n ? this.tip : asked
    if (height > this.tip) {
      const args = { ...call.args, height: 2n ** 62n }
      return this.recorded.answer({ ...call, args, origin: UNRECORDED })
    }
    if (height <= this.pinned || path.startsWith('/store/')) return this.recorded.answer(call)
    const value = await this.votes.changedValue(path, bytesArgument(call.args, 'data'), height)
    const args = { ...call.args, height: this.pinned }
    const answer = await this.recorded.answer({ ...call, args, origin: UNRECORDED })
    if (answer.kind === 'error' && value === undefined) return answer
    const result: Json = answer.kind === 'error' ? EMPTY_RESULT : JSON.parse(answer.text)
    const fields =
      value === undefined ? {} : { ...EMPTY_RESULT.response, value: encodeBase64(value) }
    return resultAnswer(withFields(result, ['response'], { ...fields, height: `${height}` }))
  }

  private async readPinned(path: string, data: Uint8Array): Promise<Uint8Array> {
    const args = { path, data, height: this.pinned, prove: false }
    const value = jsonAt(await this.askRecorded('abci_query', args), 'response', 'value')
    return (typeof value === 'string' && parseBase64(value)) || new Uint8Array()
  }

  /** @throws {Error} in the replay's words when it was not recorded */
  private async askRecorded(method: string, args: Arguments): Promise<Json> {
    const answer = await this.recorded.answer({ method, args, origin: UNRECORDED })
    if (answer.kind === 'error') throw new Error(answer.error.data ?? answer.error.message)
    return JSON.parse(answer.text)
  }

  private headerAt(height: bigint): Json {
    const time = this.times.get(height) ?? this.timeBetween(height)
    return withFields(this.header, [], { height: `${height}`, time: time.toISOString() })
  }

  /** Between the pinned height and the recorded newest no header was recorded. */
  private timeBetween(height: bigint): Date {
    const [first] = this.times
    if (first === undefined) return new Date(0)
    const [firstHeight, firstTime] = first
    return new Date(firstTime.getTime() - Number(firstHeight - height) * this.blockMs)
  }
}

/** Makes the replay look a question up by its meaning. */
const UNRECORDED = { kind: 'uri', target: '' } as const

const EMPTY_RESULT = {
  response: { code: 0, log: '', info: '', index: '0', key: null, value: '', codespace: '' },
} satisfies Json

/** The object at a path with some of its members replaced. */
function withFields(json: Json, path: readonly string[], members: { [key: string]: Json }): Json {
  if (!isJsonObject(json)) return json
  const [step, ...rest] = path
  if (step === undefined) return { ...json, ...members }
  return { ...json, [step]: withFields(json[step] ?? null, rest, members) }
}

function textAt(json: Json, key: string): string {
  const text = jsonAt(json, key)
  return typeof text === 'string' ? text : ''
}
