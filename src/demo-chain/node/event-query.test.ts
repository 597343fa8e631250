import { describe, expect, it } from 'vitest'
import { matchesTags, matchesValue } from './event-match.ts'
import { parseEventQuery } from './event-query.ts'

describe('queries of events', () => {
  it('are read into their conditions', () => {
    const query =
      "tm.event='Tx' AND proposal_vote.voter CONTAINS 'akash1' AND tx.height>=5 AND a.b EXISTS"
    expect(parseEventQuery(query)).toEqual([
      { tag: 'tm.event', operator: '=', argument: { kind: 'string', text: 'Tx' } },
      {
        tag: 'proposal_vote.voter',
        operator: 'CONTAINS',
        argument: { kind: 'string', text: 'akash1' },
      },
      { tag: 'tx.height', operator: '>=', argument: { kind: 'number', text: '5' } },
      { tag: 'a.b', operator: 'EXISTS', argument: undefined },
    ])
    const [onType] = parseEventQuery('akash.market.v1.EventLeaseCreated.id EXISTS')
    expect(onType?.tag).toBe('akash.market.v1.EventLeaseCreated.id')
    const [timed] = parseEventQuery('block.time > TIME 2026-11-21T03:00:00Z')
    expect(timed?.argument).toEqual({ kind: 'timestamp', text: '2026-11-21T03:00:00Z' })
  })

  it.each([
    // Recorded: steady/200 and ws/bad.jsonl; the others by the scanner's rules.
    ['proposal_vote.proposal_id=', 'offset 26: EOF'],
    ['tm.event=', 'offset 9: EOF'],
    ['', 'offset 0: EOF'],
    ["a.b='c", 'offset 4: EOF'],
    ["a.b='c' OR d.e='f'", 'offset 8: got tag, want AND operator'],
    ["a.b<'c'", 'offset 4: got string, wanted number, timestamp or datestamp'],
    ['a.b CONTAINS 5', 'offset 13: got number, wanted string'],
    ["'a'='b'", 'offset 0: got string, wanted tag'],
    [
      'a.b c',
      'offset 4: got tag, wanted <= operator, >= operator, < operator, > operator, = operator, CONTAINS operator or EXISTS operator',
    ],
    ["a.b=#'c'", 'offset 4: invalid input # at offset 5'],
  ])('are refused with the place of the fault: %s', (query, message) => {
    expect(() => parseEventQuery(query)).toThrow(message)
  })
})

describe('values', () => {
  function matches(condition: string, value: string): boolean {
    return parseEventQuery(condition).every((one) => matchesValue(one, value))
  }

  it('compare as numbers whatever their length, and past their unit', () => {
    expect(matches('a.b>9', '10')).toBe(true)
    expect(matches('a.b<=123456789012345678901234567890', '123456789012345678901234567890')).toBe(
      true,
    )
    expect(matches('a.b=6.50', '6.5stake')).toBe(true)
    expect(matches('a.b<9', 'akash1')).toBe(false)
  })

  it('compare as times', () => {
    expect(matches('a.b>=DATE 2026-11-21', '2026-11-21T03:00:00Z')).toBe(true)
    expect(matches('a.b<TIME 2026-11-21T03:00:00Z', '2026-11-21T03:00:00Z')).toBe(false)
  })
})

describe('subscriptions', () => {
  const tags = new Map([
    ['tm.event', ['Tx']],
    ['message.action', ['/cosmos.gov.v1.MsgVote']],
    ['proposal_vote.proposal_id', ['353', '354']],
  ])

  it.each([
    ["message.action='/cosmos.gov.v1.MsgVote' AND proposal_vote.proposal_id='354'", true],
    ["tm.event='Tx' AND proposal_vote.proposal_id EXISTS", true],
    ["tm.event='NewBlock'", false],
    ['proposal_vote EXISTS', true],
    ['proposal_deposit EXISTS', false],
    ['proposal_vote.proposal_id=353', true],
  ])('join conditions across events: %s is %s', (query, isMatch) => {
    expect(matchesTags(parseEventQuery(query), tags)).toBe(isMatch)
  })
})
