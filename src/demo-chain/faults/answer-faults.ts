import { formatQueryAnswer, refusal } from '../application/query-answer.ts'
import type { NodeBackend, Subscriber } from '../server/backend.ts'
import { integerArgument, resultAnswer } from '../server/backend.ts'
import type { Ask } from './ask.ts'
import { withDisagreement, withLyingTally, withLyingVotes } from './false-facts.ts'
import type { Fault } from './fault.ts'
import { hasFault } from './fault.ts'
import {
  withDeathMidPage,
  withDuplicateRows,
  withMissingRow,
  withRefusedKey,
  withRepeatingPage,
} from './list-faults.ts'
import { mapValue, queryPath, withArguments } from './query-result.ts'

export interface AnswerFaultContext {
  /** The endpoint is gone from here on, this answer included. */
  die(): void
  /** The proposal a disagreeing node tells otherwise; undefined when there is none. */
  readonly contestedProposal: bigint | undefined
}

type Wrapper = (ask: Ask, context: AnswerFaultContext) => Ask

/** From the node outwards: what reads pages stands before what breaks them. */
const WRAPPERS: readonly (readonly [Fault['kind'], Wrapper])[] = [
  ['wrong-height', withWrongHeight],
  ['lying-tally', withLyingTally],
  ['lying-votes', withLyingVotes],
  ['disagree', (ask, { contestedProposal }) => withDisagreement(ask, contestedProposal)],
  ['missing-row', withMissingRow],
  ['duplicate-rows', withDuplicateRows],
  ['repeating-page', withRepeatingPage],
  ['next-key-refused', withRefusedKey],
  ['no-gov', withoutGov],
  ['undecodable', withBrokenValues],
  ['die-mid-page', (ask, { die }) => withDeathMidPage(ask, die)],
]

/** The node with those faults that are of its answers. */
export function withAnswerFaults(
  backend: NodeBackend,
  faults: readonly Fault[],
  context: AnswerFaultContext,
): NodeBackend {
  const asIs: Ask = async (call) => backend.answer(call)
  const answer = WRAPPERS.filter(([kind]) => hasFault(faults, kind)).reduce(
    (ask, [, wrap]) => wrap(ask, context),
    asIs,
  )
  const subscribe: NodeBackend['subscribe'] = hasFault(faults, 'socket-cancel')
    ? (query, subscriber) => subscribeForOneEvent(backend, query, subscriber)
    : (query, subscriber) => backend.subscribe(query, subscriber)
  return { answer, subscribe }
}

const BLOCKS_OFF = 10n

function withWrongHeight(ask: Ask): Ask {
  return (call) => {
    const asked = integerArgument(call.args, 'height') ?? 0n
    return ask(asked > BLOCKS_OFF ? withArguments(call, { height: asked - BLOCKS_OFF }) : call)
  }
}

function withoutGov(ask: Ask): Ask {
  return async (call) =>
    queryPath(call)?.startsWith('/cosmos.gov.')
      ? resultAnswer(formatQueryAnswer(refusal(6, 'unknown query path: unknown request')))
      : ask(call)
}

const TAG_WITHOUT_VALUE = Uint8Array.of(0x0a)

/** No field is shorter than two bytes, so that a message without its last byte ends in the middle of one. */
function withBrokenValues(ask: Ask): Ask {
  return async (call) => {
    const answer = await ask(call)
    if (!queryPath(call)?.includes('.Query/')) return answer
    return mapValue(answer, (value) =>
      value.length === 0 ? TAG_WITHOUT_VALUE : value.subarray(0, -1),
    )
  }
}

/** What CometBFT tells a reader that is too slow (rpc/core/events.go, libs/pubsub). */
const CANCELLED = {
  code: -32000,
  message: 'Server error',
  data: 'subscription was canceled (reason: internal subscription event buffer is out of capacity)',
}

function subscribeForOneEvent(
  backend: NodeBackend,
  query: string,
  subscriber: Subscriber,
): ReturnType<NodeBackend['subscribe']> {
  const outcome = backend.subscribe(query, {
    event(text) {
      if (outcome.kind === 'subscribed') outcome.stop()
      subscriber.event(text)
      subscriber.cancelled(CANCELLED)
    },
    cancelled: (error) => subscriber.cancelled(error),
    disconnected: () => subscriber.disconnected(),
  })
  return outcome
}
