import { describe, expect, it } from 'vitest'
import type { Proposal, ProposalRow } from './proposal.ts'
import { EVERY_PROPOSAL, selectProposals } from './proposal-filter.ts'

function row(id: bigint, more: Partial<Proposal>): ProposalRow {
  const proposal: Proposal = {
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
    ...more,
  }
  return { kind: 'proposal', id, proposal }
}

const upgrade = {
  typeUrl: '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade',
  value: new Uint8Array(),
  contentTypeUrl: '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade',
  plan: { name: 'v2.2.0', height: 27_400_605n, info: '' },
}

const rows = [
  row(9n, { title: 'Mainnet 19, AEP-83', messages: [upgrade] }),
  row(8n, { summary: 'This implements aep 76 and AEP-830.' }),
  row(7n, { title: 'AEP76' }),
  row(6n, { title: 'A tape-76 machine', proposer: 'akash1aep76' }),
]

const found = (text: string) =>
  selectProposals(rows, { ...EVERY_PROPOSAL, text }).map(({ id }) => Number(id))

describe('selectProposals', () => {
  it.each(['aep-76', 'AEP 76', 'aep76'])(
    'takes %s for the number of an AEP, in every form a title or summary has it',
    (text) => expect(found(text)).toEqual([8, 7]),
  )

  it('takes no longer number for it', () => {
    expect(found('aep-83')).toEqual([9])
  })

  it('finds a proposal by the plan it asks for', () => {
    expect(found('v2.2.0')).toEqual([9])
    expect(found('V2.2')).toEqual([9])
  })
})
