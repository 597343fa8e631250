import { describe, expect, it } from 'vitest'
import { MsgSoftwareUpgrade } from '../chain/proto/generated/cosmos/upgrade/v1beta1/tx.ts'
import type { Proposal, ProposalMessage, ProposalStatus } from '../domain/proposal.ts'
import { actionOf, toLinkProposals } from './link-proposals.ts'

const proposal = (fields: Partial<Proposal> = {}): Proposal => ({
  id: 7n,
  status: 'PROPOSAL_STATUS_PASSED',
  title: 'A title',
  summary: 'A summary',
  metadata: '',
  proposer: '',
  messages: [],
  expedited: false,
  failedReason: '',
  totalDeposit: [],
  submittedAt: undefined,
  depositEndsAt: undefined,
  votingStartsAt: undefined,
  votingEndsAt: new Date('2026-11-20T23:59:59Z'),
  finalTally: undefined,
  ...fields,
})

const upgrade = (name: string, height: bigint, info: string): ProposalMessage => {
  const plan = { name, height, info, time: undefined, upgradedClientState: undefined }
  const typeUrl = '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade'
  return {
    typeUrl,
    contentTypeUrl: typeUrl,
    value: MsgSoftwareUpgrade.encode({ authority: 'akash1gov', plan }).finish(),
    plan: { name, height, info },
  }
}

const read = async (...proposals: readonly Proposal[]) =>
  (await toLinkProposals(proposals)).proposals

describe('what a proposal does', () => {
  it.each([
    [[], 'text'],
    [['/cosmos.gov.v1beta1.TextProposal'], 'text'],
    [['/cosmos.upgrade.v1beta1.SoftwareUpgradeProposal'], 'upgrade'],
    [['/cosmos.upgrade.v1beta1.CancelSoftwareUpgradeProposal'], 'cancel-upgrade'],
    [['/cosmos.distribution.v1beta1.CommunityPoolSpendProposal'], 'spend'],
    [['/cosmos.params.v1beta1.ParameterChangeProposal'], 'messages'],
    [['/cosmwasm.wasm.v1.MsgStoreCode'], 'messages'],
    [['/cosmos.gov.v1.MsgExecLegacyContent'], 'unknown'],
    // Money and a change: it is not told which of them the text is about, and funding claims less.
    [['/cosmwasm.wasm.v1.MsgStoreCode', '/cosmos.bank.v1beta1.MsgSend'], 'spend'],
    [['/cosmos.bank.v1beta1.MsgSend', '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade'], 'upgrade'],
  ] as const)('is told by the types of its messages: %j is %s', (types, action) => {
    expect(actionOf(types)).toBe(action)
  })
})

describe('a proposal as the linker sees it', () => {
  it('has its standing, and the day its vote ended once it has', async () => {
    const standing = async (status: ProposalStatus) => {
      const [one] = await read(proposal({ status }))
      return [one?.standing, one?.votingEndedOn]
    }
    expect(await standing('PROPOSAL_STATUS_PASSED')).toEqual(['passed', '2026-11-20'])
    expect(await standing('PROPOSAL_STATUS_REJECTED')).toEqual(['rejected', '2026-11-20'])
    expect(await standing('PROPOSAL_STATUS_FAILED')).toEqual(['failed', '2026-11-20'])
    expect(await standing('PROPOSAL_STATUS_VOTING_PERIOD')).toEqual(['in-vote', undefined])
    expect(await standing('PROPOSAL_STATUS_DEPOSIT_PERIOD')).toEqual(['in-deposit', undefined])
    expect(await standing('PROPOSAL_STATUS_UNSPECIFIED')).toEqual(['unknown', undefined])
  })

  it('carries the text of messages that name an AEP or a group, of others nothing', async () => {
    const texts = async (info: string) => {
      const [one] = await read(proposal({ messages: [upgrade('v9', 100n, info)] }))
      return one?.texts.filter(({ field }) => field === 'message').map(({ text }) => text)
    }
    expect(await texts('implements Aep 97')).toContain('implements Aep 97')
    expect(await texts('for wg-gpu')).toContain('for wg-gpu')
    expect(await texts('a list of binaries')).toEqual([])
    // The byte before a text is its length; of these it looks like a letter.
    for (const length of [50, 65, 100]) {
      const text = 'sig-chain'.padEnd(length, '.')
      expect(await texts(text)).toContain(text)
    }
  })

  it('asks for the plan of its last message, which is the one the chain keeps', async () => {
    const messages = [upgrade('v9', 100n, ''), upgrade('v10', 200n, '')]
    const [one] = await read(proposal({ messages }))
    expect(one).toMatchObject({ action: 'upgrade', plan: { name: 'v10', height: 200n } })
  })

  it('does not tell the same text twice, nor an empty one', async () => {
    const info = 'AEP-97 it is'
    const [one] = await read(proposal({ summary: info, messages: [upgrade('v9', 100n, info)] }))
    expect(one?.texts.filter(({ text }) => text === info)).toEqual([
      { field: 'summary', text: info },
    ])
    expect(one?.texts.map(({ field }) => field)).not.toContain('metadata')
  })

  it('that cannot be decoded says nothing with its messages', async () => {
    const message = {
      typeUrl: '/who.knows.Msg',
      contentTypeUrl: '/who.knows.Msg',
      value: new TextEncoder().encode('AEP-97'),
    }
    const [one] = await read(proposal({ messages: [message] }))
    expect(one).toMatchObject({ action: 'messages' })
    expect(one?.texts.map(({ field }) => field)).toEqual(['title', 'summary'])
  })
})

describe('proposals read again', () => {
  it('are the very same where nothing has changed, though they were decoded anew', async () => {
    const before = await toLinkProposals([proposal(), proposal({ id: 8n })])
    const again = [proposal(), proposal({ id: 8n })]
    expect(await toLinkProposals(again, before)).toBe(before)
  })

  it('change one by one', async () => {
    const open = proposal({ id: 8n, status: 'PROPOSAL_STATUS_VOTING_PERIOD' })
    const before = await toLinkProposals([proposal(), open])
    const after = await toLinkProposals([proposal(), proposal({ id: 8n })], before)
    expect(after).not.toBe(before)
    expect(after.proposals[0]).toBe(before.proposals[0])
    expect(after.proposals[1]?.standing).toBe('passed')
    const more = await toLinkProposals([proposal({ id: 9n }), proposal(), open], before)
    expect(more.proposals.map(({ id }) => id)).toEqual([9n, 7n, 8n])
    const fewer = await toLinkProposals([open], before)
    expect(fewer.proposals.map(({ id }) => id)).toEqual([8n])
  })
})
