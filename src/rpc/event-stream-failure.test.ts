import { describe, expect, it } from 'vitest'
import {
  describeEventStreamFailure,
  type EventStreamFailure,
  isLastingStreamFailure,
} from './event-stream-failure.ts'

const CASES: readonly (readonly [EventStreamFailure, sentence: string, isLasting: boolean])[] = [
  [{ kind: 'no-websocket' }, 'This program has no WebSocket.', true],
  [
    { kind: 'mixed-content' },
    'An https page may not open an unencrypted WebSocket to http://node.',
    true,
  ],
  [{ kind: 'not-consented' }, 'http://node was not agreed to, so no WebSocket was opened.', true],
  [{ kind: 'not-opened' }, 'http://node does not open a WebSocket.', false],
  [
    { kind: 'timeout', timeoutMs: 10_000 },
    'http://node did not take a subscription within 10 s.',
    false,
  ],
  [{ kind: 'dropped', code: 1006 }, 'http://node ended the WebSocket (code 1006).', false],
  [{ kind: 'cancelled', reason: '<b>' }, 'http://node cancelled the subscription.', false],
  [
    { kind: 'too-many-subscriptions' },
    'http://node has no subscription left for this reader.',
    false,
  ],
  [{ kind: 'refused', reason: '<b>' }, 'http://node refused the subscription.', true],
  [
    { kind: 'too-large', maxChars: 100 },
    'http://node sent an event of more than 100 characters.',
    false,
  ],
  [{ kind: 'junk' }, 'http://node sent something that is not an event on its WebSocket.', false],
]

describe('a failure of an event stream', () => {
  it.each(CASES)('%o has a sentence, without words of strangers', (failure, sentence) => {
    expect(describeEventStreamFailure(failure, 'http://node')).toBe(sentence)
  })

  it.each(CASES)('%o is tried again unless that cannot help', (failure, _, isLasting) => {
    expect(isLastingStreamFailure(failure)).toBe(isLasting)
  })
})
