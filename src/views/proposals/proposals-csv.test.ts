import { describe, expect, it } from 'vitest'
import type { ProposalList } from '../../queries/proposal-list.ts'
import { composeProposalsCsv } from './proposals-csv.ts'

describe('composeProposalsCsv', () => {
  it('names the height the list is shown at, not one each row was read at: closed rows may be kept ones', () => {
    const [header, row] = composeProposalsCsv(LIST, LIST.rows)
      .text.trim()
      .split('\r\n')
      .map((line) => line.split(','))
    expect(header?.at(-1)).toBe('listHeight')
    expect(header).not.toContain('height')
    expect(row?.length).toBe(header?.length)
    expect(row?.at(-1)).toBe('27400494')
  })
})

const ABSENT = { kind: 'loading' } as const

const LIST: ProposalList = {
  pin: { height: 27_400_494n, reason: 'behind-latest' },
  source: {
    chainId: 'skydev-1',
    height: 27_400_494n,
    time: new Date(0),
    endpoint: 'https://node.test',
    query: '/cosmos.gov.v1.Query/Proposals',
  },
  rows: [{ kind: 'unreadable', id: 7n, reason: 'cut short', bytes: Uint8Array.of(1) }],
  isComplete: true,
  keptCount: 0,
  params: ABSENT,
  bondedTokens: ABSENT,
  tallies: new Map(),
}
