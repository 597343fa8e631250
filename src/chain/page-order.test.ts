import { describe, expect, it } from 'vitest'
import type { ReadProposal } from './gov-proposal.ts'
import { isInOrder } from './page-order.ts'

describe('isInOrder', () => {
  it.each<[string, bigint[], bigint | undefined, bigint | undefined, boolean]>([
    ['a whole page', [9n, 7n, 6n], 5n, 9n, true],
    ['one whose first id was deleted', [7n, 6n], 5n, 9n, true],
    ['the last page', [2n, 1n], undefined, 2n, true],
    ['an empty last page', [], undefined, 2n, true],
    ['an empty page that leads on', [], 1n, 2n, true],
    ['an empty page that leads nowhere', [], 2n, 2n, false],
    ['one that holds more than was asked for', [10n, 9n], 8n, 9n, false],
    ['one that turns back', [9n, 6n, 7n], 5n, 9n, false],
    ['one that repeats an id', [9n, 9n], 5n, 9n, false],
    ['one that leads into itself', [9n, 7n], 7n, 9n, false],
    ['one that leads back to its start', [9n, 7n], 9n, 9n, false],
    ['a first page', [9n, 7n], 6n, undefined, true],
  ])('judges %s, read downwards', (_, ids, nextId, fromId, isRight) => {
    const page = { proposals: ids.map(proposal), nextId }
    expect(isInOrder({ ...ASKED, isReverse: true, fromId }, page)).toBe(isRight)
  })

  it('judges upwards the other way round', () => {
    const page = { proposals: [6n, 7n, 9n].map(proposal), nextId: 10n }
    expect(isInOrder({ ...ASKED, isReverse: false, fromId: 6n }, page)).toBe(true)
    expect(isInOrder({ ...ASKED, isReverse: true, fromId: 6n }, page)).toBe(false)
  })

  it('does not go by what an unreadable row begins with', () => {
    const unreadable: ReadProposal = {
      row: { kind: 'unreadable', id: 77n, reason: 'cut off', bytes: undefined },
      bytes: undefined,
    }
    const page = { proposals: [proposal(9n), unreadable, proposal(7n)], nextId: 6n }
    expect(isInOrder({ ...ASKED, isReverse: true, fromId: 9n }, page)).toBe(true)
  })
})

const ASKED = { height: 100n, limit: 10n }

function proposal(id: bigint): ReadProposal {
  const row = {
    kind: 'proposal',
    id,
    proposal: {
      id,
      status: 'PROPOSAL_STATUS_PASSED',
      title: '',
      summary: '',
      metadata: '',
      proposer: '',
      messages: [],
      expedited: false,
      failedReason: '',
      totalDeposit: [],
      submittedAt: undefined,
      depositEndsAt: undefined,
      votingStartsAt: undefined,
      votingEndsAt: undefined,
      finalTally: undefined,
    },
  } as const
  return { row, bytes: undefined }
}
