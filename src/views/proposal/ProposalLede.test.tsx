import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CONVERSION } from '../../domain/format-outcome.ts'
import type { Proposal, Tally } from '../../domain/proposal.ts'
import { govParams, tallyOf } from '../../domain/tally/testing/tally-world.ts'
import { ProposalLede } from './ProposalLede.tsx'

/** Of 100 bonded: short of the quorum, all abstaining, vetoed, and below either threshold. */
const FAILING = [
  tallyOf(10n, 0n, 0n, 0n),
  tallyOf(0n, 50n, 0n, 0n),
  tallyOf(50n, 0n, 0n, 40n),
  tallyOf(40n, 0n, 50n, 0n),
]

describe('ProposalLede of a vote that fails', () => {
  it('says of an expedited one that it goes on without its votes, not that it is rejected', () => {
    for (const tally of FAILING) {
      const text = textOf(tally, true)
      expect(text).toContain(` If it fails as expedited, ${CONVERSION}.`)
      expect(text).not.toMatch(/reject/)
    }
  })

  it('says nothing of that of a regular one', () => {
    for (const tally of FAILING) expect(textOf(tally, false)).not.toContain('expedited')
    expect(textOf(tallyOf(10n, 0n, 0n, 0n), false)).toMatch(/20.% must, or it is rejected\. The/)
  })
})

describe('ProposalLede of a vote kept from an earlier visit', () => {
  it.each([
    ['2025-12-31T23:00:00Z', 'Its time was over 1 h ago', 'how it ended is not known.'],
    ['2026-01-01T01:00:00Z', 'The vote ends in 1 h', 'how it stands is not known.'],
  ])('claims neither an outcome nor what the chain did at its end: %s', (end, time, unknown) => {
    const votingEndsAt = new Date(end)
    const text = textOf(tallyOf(50n, 0n, 0n, 0n), false, { votingEndsAt, isOutdated: true })
    expect(text).toMatch(/^In vote when it was kept\. /)
    expect(text).toContain(time)
    expect(text).toContain(unknown)
    expect(text).not.toMatch(/counted|Passing|Failing/)
  })
})

function textOf(
  tally: Tally,
  expedited: boolean,
  { votingEndsAt = PROPOSAL.votingEndsAt, isOutdated = false } = {},
): string {
  const html = renderToStaticMarkup(
    <ProposalLede
      proposal={{ ...PROPOSAL, expedited, votingEndsAt }}
      isOutdated={isOutdated}
      params={{ kind: 'known', value: govParams(), source: SOURCE }}
      bondedTokens={{ kind: 'known', value: 100n, source: SOURCE }}
      tally={{ kind: 'known', value: tally, source: SOURCE }}
      denom="uakt"
      now={new Date('2026-01-01T00:00:00Z')}
    />,
  )
  return html.replace(/<[^>]*>/g, '')
}

const SOURCE = {
  chainId: 'test-1',
  height: 100n,
  time: undefined,
  endpoint: 'http://node.test',
  query: '/path',
}

const PROPOSAL: Proposal = {
  id: 1n,
  status: 'PROPOSAL_STATUS_VOTING_PERIOD',
  title: '',
  summary: '',
  metadata: '',
  proposer: 'akash1x',
  messages: [],
  expedited: false,
  failedReason: '',
  totalDeposit: [],
  submittedAt: undefined,
  depositEndsAt: undefined,
  votingStartsAt: undefined,
  votingEndsAt: undefined,
  finalTally: undefined,
}
