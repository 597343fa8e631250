import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CONVERSION } from '../../domain/format-outcome.ts'
import type { Proposal } from '../../domain/proposal.ts'
import { govParams } from '../../domain/tally/testing/tally-world.ts'
import type { Outcome } from '../../domain/tally.ts'
import { OutcomeText } from './OutcomeText.tsx'

describe('OutcomeText', () => {
  it('says of a failing expedited proposal that it goes on without its votes, not that it is rejected', () => {
    for (const by of ['quorum', 'only-abstain', 'veto', 'threshold'] as const) {
      const text = textOf({ kind: 'rejected', by }, true)
      expect(text).toMatch(/^Would fail as expedited: /)
      expect(text).toContain(`; ${CONVERSION}.`)
      expect(text).not.toContain('rejected')
    }
  })

  it('says of a regular one that it is rejected, and why', () => {
    expect(textOf({ kind: 'rejected', by: 'threshold' }, false)).toMatch(
      /^Would be rejected: yes does not exceed 50.%\.$/,
    )
    expect(textOf({ kind: 'rejected', by: 'veto' }, false)).toMatch(
      /^Would be vetoed: more than 33\.4.% of the votes are vetoes\.$/,
    )
  })

  it('says of a passing one that it would pass', () => {
    expect(textOf({ kind: 'passes' }, true)).toBe('Would pass if it ended now.')
  })
})

function textOf(outcome: Outcome, expedited: boolean): string {
  const vote = {
    proposal: { ...PROPOSAL, expedited },
    tally: undefined,
    outcome,
    quorumGap: undefined,
  }
  const html = renderToStaticMarkup(<OutcomeText vote={vote} params={govParams()} />)
  return html.replace(/<[^>]*>/g, '')
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
