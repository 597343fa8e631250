import type { NodeBackend, RpcCall } from '../server/backend.ts'
import { integerArgument, textArgument } from '../server/backend.ts'
import { BlockReplay } from './block-replay.ts'
import type { EndpointFacts } from './endpoint-facts.ts'
import { ARCHIVE, readEndpointFacts, recordedEndpoints } from './endpoint-facts.ts'
import { replayQuery } from './query-replay.ts'
import type { RecordedCall } from './recorded-call.ts'
import { literalKey, meaningKey, readRecordedCalls } from './recorded-call.ts'
import { RecordedState } from './recorded-state.ts'
import type { ReplayAnswer } from './replay-answer.ts'
import { notRecorded, replied } from './replay-answer.ts'
import type { Scene } from './scene.ts'
import { sceneTime } from './scene-clock.ts'
import { SearchReplay } from './search-replay.ts'
import type { SocketPace } from './socket-replay.ts'
import { replaySubscription } from './socket-replay.ts'

/** A scene ready to be replayed, by any of its endpoints. */
export interface Replay {
  readonly scene: Scene
  /** Endpoints that can be replayed, in the order they were recorded. */
  readonly endpoints: readonly string[]
  /** The time at which the scene stands still. */
  readonly now: Date
  /** Height of the state that answers for the latest one. */
  readonly pinnedHeight: bigint
  /** @throws {ReplayError} when the scene has no such endpoint, or its process was dead */
  createBackend(endpoint: string, pace?: Partial<SocketPace>): NodeBackend
}

/** An endpoint a scene cannot replay. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError'
  readonly endpoint: string

  constructor(message: string, endpoint: string) {
    super(message)
    this.endpoint = endpoint
  }
}

const DEFAULT_PACE: SocketPace = { eventEveryMs: 1000, replayEnd: false }

/** These tell of the node itself: another node's answer would be wrong where it runs another version or stands elsewhere. */
const METHODS_ON_THE_NODE = [
  'abci_info',
  'akash',
  'consensus_state',
  'dump_consensus_state',
  'net_info',
  'num_unconfirmed_txs',
  'unconfirmed_txs',
]

export function createReplay(scene: Scene): Replay {
  const calls = scene.answers.flatMap(readRecordedCalls)
  const state = new RecordedState(calls)
  const blocks = new BlockReplay(calls)
  const searches = new SearchReplay(calls)
  const endpoints = recordedEndpoints(calls)
  const archive = new AnswerBook(calls, ARCHIVE)

  function createBackend(endpoint: string, pace: Partial<SocketPace> = {}): NodeBackend {
    checkEndpoint(scene, endpoints, endpoint)
    const own = endpoint === ARCHIVE ? archive : new AnswerBook(calls, endpoint)
    const facts = readEndpointFacts(endpoint, calls, state.pinned)
    return {
      answer(call) {
        const recorded = own.find(call)
        if (recorded !== undefined) return recorded.answer
        const derived = answerWithin(call, facts)
        return derived ?? notRecorded(describe(call))
      },
      subscribe: (query, subscriber) =>
        replaySubscription(scene.sockets, query, subscriber, { ...DEFAULT_PACE, ...pace }),
    }
  }

  /** As `archive` would answer, within the limits of an endpoint. */
  function answerWithin(call: RpcCall, facts: EndpointFacts): ReplayAnswer | undefined {
    if (call.method === 'abci_query') {
      const result = replayQuery(call.args, facts, state)
      return result === undefined ? undefined : replied(result)
    }
    if (facts.name !== ARCHIVE && call.method === 'status') return undefined
    const answer = blocks.answer(call, facts) ?? searches.answer(call, facts)
    if (answer !== undefined) return answer
    const isOwnAnswer = !facts.isBehind || !METHODS_ON_THE_NODE.includes(call.method)
    return isOwnAnswer && !isOnBlocks(call) ? archive.find(call)?.answer : undefined
  }

  return { scene, endpoints, now: sceneTime(calls), pinnedHeight: state.pinned, createBackend }
}

/** Questions whose answer depends on where the endpoint stands; `blocks` has answered all it can. */
function isOnBlocks({ args }: RpcCall): boolean {
  return 'height' in args || 'minHeight' in args
}

/** What one endpoint was asked, found by the words and then by the meaning; the first answer where there are several. */
class AnswerBook {
  private readonly byWords = new Map<string, RecordedCall>()
  private readonly byMeaning = new Map<string, RecordedCall>()

  constructor(calls: readonly RecordedCall[], endpoint: string) {
    const own = calls.filter((recorded) => recorded.endpoint === endpoint)
    for (const recorded of own) keepFirst(this.byWords, literalKey(recorded.call), recorded)
    const [posted, fetched] = [own.filter(isPosted), own.filter((one) => !isPosted(one))]
    for (const recorded of [...posted, ...fetched]) {
      const { method, args } = recorded.call
      keepFirst(this.byMeaning, meaningKey(method, args), recorded)
    }
  }

  find(call: RpcCall): RecordedCall | undefined {
    return (
      this.byWords.get(literalKey(call)) ?? this.byMeaning.get(meaningKey(call.method, call.args))
    )
  }
}

function isPosted({ call }: RecordedCall): boolean {
  return call.origin.kind === 'json'
}

function keepFirst(map: Map<string, RecordedCall>, key: string, recorded: RecordedCall): void {
  if (!map.has(key)) map.set(key, recorded)
}

function checkEndpoint(scene: Scene, endpoints: readonly string[], endpoint: string): void {
  if (endpoints.includes(endpoint)) return
  if (scene.deadEndpoints.includes(endpoint)) {
    throw new ReplayError(`${endpoint} was not running in scene ${scene.name}`, endpoint)
  }
  const known = endpoints.join(', ')
  throw new ReplayError(
    `scene ${scene.name} has no endpoint ${endpoint}, it has ${known}`,
    endpoint,
  )
}

function describe({ method, args }: RpcCall): string {
  const height = integerArgument(args, 'height')
  const at = height === undefined || height === 0n ? '' : ` at ${height}`
  const what = method === 'abci_query' ? ` ${textArgument(args, 'path')}` : ''
  return `${method}${what}${at}`
}
