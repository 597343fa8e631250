import { describe, expect, it } from 'vitest'
import { MsgCommunityPoolSpend } from '../../chain/proto/generated/cosmos/distribution/v1beta1/tx.ts'
import { MsgUpdateParams } from '../../chain/proto/generated/cosmos/gov/v1/tx.ts'
import type { AbciEvent, ChainLedger } from './ledger.ts'
import { GOV_ACCOUNT } from './module-account.ts'
import {
  account,
  at,
  createSmallLedger,
  pastProposal,
  START,
  START_HEIGHT,
  submitting,
  upgradeMessage,
  voting,
} from './testing/small-script.ts'
import { writeTimestamp } from './wire-time.ts'

const NOT_ENOUGH = 'proposal did not get enough votes to pass'

function valuesOf(event: AbciEvent | undefined): Record<string, string> {
  return Object.fromEntries((event?.attributes ?? []).map(({ key, value }) => [key, value]))
}

/** Events of one type with their heights, from all blocks. */
function findEvents(ledger: ChainLedger, type: string) {
  return ledger.eventfulHeights().flatMap((height) =>
    ledger
      .blockAt(height)
      .govEvents.filter((event) => event.type === type)
      .map((event) => ({ height, ...valuesOf(event) })),
  )
}

function newestProposal(ledger: ChainLedger, id: bigint) {
  return ledger.stateAt(ledger.tip()).proposal(id)
}

describe('a proposal that comes to its end', () => {
  it('passes with quorum and more than half yes, gives back the deposit and keeps the count, not the votes', () => {
    const actions = [
      at(10, submitting('a')),
      at(20, voting('a', 'ann', 1)),
      at(30, voting('a', 'ben-d', 3)),
    ]
    const ledger = createSmallLedger({ actions }, 700)
    // Yes: ann's 40 AKT. No: a tenth of ben's 30.
    const tally = {
      yesCount: '40000000',
      abstainCount: '0',
      noCount: '3000000',
      noWithVetoCount: '0',
    }
    expect(newestProposal(ledger, 1n)).toMatchObject({
      status: 3,
      failedReason: '',
      finalTallyResult: tally,
      totalDeposit: [{ denom: 'uakt', amount: '1000' }],
    })
    const [end] = findEvents(ledger, 'active_proposal')
    expect(end).toEqual({
      height: end?.height,
      proposal_id: '1',
      proposal_result: 'proposal_passed',
      proposal_log: 'passed',
      mode: 'EndBlock',
    })
    const before = ledger.stateAt((end?.height ?? 0n) - 1n)
    expect(before.proposal(1n)?.status).toBe(2)
    expect(before.tally(1n)).toEqual(tally)
    expect(before.votes(1n)).toHaveLength(2)
    expect(before.deposits(1n)).toHaveLength(1)
    const after = ledger.stateAt(end?.height ?? 0n)
    expect(after.votes(1n)).toEqual([])
    expect(after.deposits(1n)).toEqual([])
    expect(after.tally(1n)).toEqual(tally)
    const refund = findEvents(ledger, 'coin_received')
    expect(refund).toMatchObject([{ receiver: account('proposer'), amount: '1000uakt' }])
  })

  it('ends with the first block whose time has reached the end of the vote, and not before', () => {
    const ledger = createSmallLedger({ actions: [at(10, submitting('a'))] }, 700)
    const [end] = findEvents(ledger, 'active_proposal')
    const ends = newestProposal(ledger, 1n)?.votingEndTime
    const endsAt = Number(ends?.seconds ?? 0n) * 1000 + (ends?.nanos ?? 0) / 1e6
    const height = end?.height ?? 0n
    expect(ledger.timeOf(height).getTime()).toBeGreaterThanOrEqual(endsAt)
    expect(ledger.timeOf(height - 1n).getTime()).toBeLessThan(endsAt)
  })

  it('is rejected without quorum, which burns nothing here', () => {
    // cleo-d: 2 of 90 AKT bonded.
    const actions = [at(10, submitting('a')), at(20, voting('a', 'cleo-d', 1))]
    const ledger = createSmallLedger({ actions }, 700)
    expect(newestProposal(ledger, 1n)).toMatchObject({ status: 4, failedReason: NOT_ENOUGH })
    expect(findEvents(ledger, 'active_proposal')).toMatchObject([
      { proposal_result: 'proposal_rejected', proposal_log: 'rejected' },
    ])
    expect(findEvents(ledger, 'burn')).toEqual([])
  })

  it('is rejected at exactly half yes, for the threshold has to be passed', () => {
    const actions = [
      at(10, submitting('a')),
      at(20, voting('a', 'ben', 1)),
      at(21, voting('a', 'ben-d', 3)),
      at(22, voting('a', 'cleo', 3)),
      at(23, voting('a', 'ann-d', 3)),
    ]
    const ledger = createSmallLedger({ actions }, 700)
    // 27 yes; 3 + 20 + 4 = 27 no.
    expect(newestProposal(ledger, 1n)).toMatchObject({
      status: 4,
      finalTallyResult: { yesCount: '27000000', noCount: '27000000' },
    })
  })

  it('is rejected by more than a third of veto, and its deposit is burned', () => {
    const actions = [
      at(10, submitting('a')),
      at(20, voting('a', 'ann', 1)),
      at(30, voting('a', 'ben', 4)),
    ]
    const ledger = createSmallLedger({ actions }, 700)
    // 30 of 70 is more than 0.334.
    expect(newestProposal(ledger, 1n)?.status).toBe(4)
    expect(findEvents(ledger, 'burn')).toMatchObject([{ burner: GOV_ACCOUNT, amount: '1000uakt' }])
    const [end] = findEvents(ledger, 'active_proposal')
    const supply = (height: bigint) => ledger.stateAt(height).supply()[0]?.amount ?? 0n
    const ended = end?.height ?? 0n
    const minted = supply(ended + 1n) - supply(ended)
    expect(supply(ended) - supply(ended - 1n)).toBe(minted - 1000n)
  })

  it('counts nothing for a validator that is not bonded, nor for its delegators', () => {
    const actions = [
      at(10, submitting('a')),
      at(20, voting('a', 'dan', 1)),
      at(30, voting('a', 'dan-d', 1)),
    ]
    const ledger = createSmallLedger({ actions }, 700)
    expect(newestProposal(ledger, 1n)?.finalTallyResult?.yesCount).toBe('0')
  })

  it('fails when a message fails, and nothing of its other messages stays', () => {
    const messages = [
      upgradeMessage('v2.0.0', START_HEIGHT + 10_000),
      upgradeMessage('v2.1.0', START_HEIGHT + 20),
    ]
    const actions = [at(10, submitting('a', { messages })), at(20, voting('a', 'ann', 1))]
    const ledger = createSmallLedger({ actions }, 700)
    const reason = 'upgrade cannot be scheduled in the past: invalid request'
    expect(newestProposal(ledger, 1n)).toMatchObject({ status: 5, failedReason: reason })
    expect(ledger.stateAt(ledger.tip()).plan()).toBeUndefined()
    expect(findEvents(ledger, 'active_proposal')).toMatchObject([
      {
        proposal_result: 'proposal_failed',
        proposal_log: `passed, but msg 1 (/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade) failed on execution: ${reason}`,
      },
    ])
  })

  it('goes on as a regular one when it was expedited, with its votes wiped and a count kept', () => {
    const actions = [
      at(10, submitting('a', { isExpedited: true })),
      at(20, voting('a', 'ann', 1)),
      at(21, voting('a', 'ben', 3)),
      at(300, voting('a', 'ann', 1)),
    ]
    const ledger = createSmallLedger({ actions }, 700)
    const [conversion, end] = findEvents(ledger, 'active_proposal')
    expect(conversion).toMatchObject({
      proposal_result: 'expedited_proposal_rejected',
      proposal_log: 'expedited proposal converted to regular',
    })
    const converted = ledger.stateAt(conversion?.height ?? 0n)
    const proposal = converted.proposal(1n)
    // 40 to 30 is more than half and less than 0.667.
    expect(proposal).toMatchObject({
      status: 2,
      expedited: false,
      finalTallyResult: { yesCount: '40000000', noCount: '30000000' },
    })
    expect(
      (proposal?.votingEndTime?.seconds ?? 0n) - (proposal?.votingStartTime?.seconds ?? 0n),
    ).toBe(600n)
    expect(converted.votes(1n)).toEqual([])
    expect(converted.deposits(1n)).toHaveLength(1)
    expect(converted.tally(1n)?.yesCount).toBe('0')
    expect(end).toMatchObject({ proposal_result: 'proposal_passed' })
    expect(newestProposal(ledger, 1n)).toMatchObject({
      status: 3,
      finalTallyResult: { yesCount: '40000000', noCount: '0' },
    })
  })

  it('is dropped without the deposit it needs, and what was paid goes back', () => {
    const actions = [
      at(10, submitting('a', { initialDeposit: 250n })),
      at(20, { kind: 'deposit', proposal: { key: 'a' }, depositor: account('ann'), amount: 20n }),
    ]
    const ledger = createSmallLedger({ actions }, 700)
    const [dropped] = findEvents(ledger, 'inactive_proposal')
    expect(dropped).toMatchObject({ proposal_id: '1', proposal_result: 'proposal_dropped' })
    expect(newestProposal(ledger, 1n)).toBeUndefined()
    const before = ledger.stateAt((dropped?.height ?? 0n) - 1n)
    expect(before.proposal(1n)).toMatchObject({ status: 1, totalDeposit: [{ amount: '270' }] })
    expect(before.tally(1n)?.yesCount).toBe('0')
    expect(findEvents(ledger, 'coin_received').map(({ height: _, ...rest }) => rest)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ receiver: account('proposer'), amount: '250uakt' }),
        expect.objectContaining({ receiver: account('ann'), amount: '20uakt' }),
      ]),
    )
  })

  it('begins its vote with the deposit that is enough', () => {
    const actions = [
      at(10, submitting('a', { initialDeposit: 250n })),
      at(100, { kind: 'deposit', proposal: { key: 'a' }, depositor: account('ann'), amount: 750n }),
    ]
    const ledger = createSmallLedger({ actions }, 200)
    const proposal = newestProposal(ledger, 1n)
    expect(proposal?.status).toBe(2)
    const height = ledger.eventfulHeights().at(-1) ?? 0n
    expect(proposal?.votingStartTime).toEqual(writeTimestamp(ledger.timeOf(height).getTime()))
    const events = ledger.blockAt(height).txs[0]?.events ?? []
    expect(valuesOf(events.at(-1))).toEqual({ voting_period_start: '1', msg_index: '0' })
  })

  it('is gone when its proposer cancels it, for half of the deposit', () => {
    const actions = [
      at(10, submitting('a')),
      at(20, voting('a', 'ann', 1)),
      at(30, { kind: 'cancel-proposal', proposal: { key: 'a' }, proposer: account('ann') }),
      at(40, { kind: 'cancel-proposal', proposal: { key: 'a' }, proposer: account('proposer') }),
      at(50, submitting('b')),
    ]
    const ledger = createSmallLedger({ actions }, 700)
    const state = ledger.stateAt(ledger.tip())
    expect(state.proposal(1n)).toBeUndefined()
    expect(state.votes(1n)).toEqual([])
    // The number is never given again.
    expect(state.proposals().map(({ id }) => id)).toEqual([2n])
    const txs = ledger.eventfulHeights().flatMap((height) => ledger.blockAt(height).txs)
    expect(txs[2]).toMatchObject({
      code: 18,
      codespace: 'gov',
      log: `failed to execute message; message index: 0: invalid proposer ${account('ann')}: invalid proposer`,
    })
    expect(txs[3]?.code).toBe(0)
    expect(valuesOf(txs[3]?.events.find(({ type }) => type === 'burn'))).toMatchObject({
      amount: '500uakt',
    })
    expect(findEvents(ledger, 'active_proposal')).toHaveLength(1)
  })

  it('that was open when the ledger began ends by the same rules', () => {
    const proposals = [
      pastProposal(7n, { status: 2, votingEndTime: writeTimestamp(START + 60_000) }),
      pastProposal(8n, { status: 1, depositEndTime: writeTimestamp(START + 60_000) }),
    ]
    const ledger = createSmallLedger(
      { actions: [], genesis: { proposals, nextProposalId: 9n } },
      120,
    )
    expect(newestProposal(ledger, 7n)?.status).toBe(4)
    expect(newestProposal(ledger, 8n)).toBeUndefined()
  })
})

describe('a proposal that passed', () => {
  it('changes the parameters of governance', () => {
    const params = createSmallLedger({ actions: [] }, 0).stateAt(BigInt(START_HEIGHT)).govParams()
    const value = MsgUpdateParams.encode({
      authority: GOV_ACCOUNT,
      params: { ...params, quorum: '0.900000000000000000' },
    }).finish()
    const messages = [{ typeUrl: '/cosmos.gov.v1.MsgUpdateParams', value }]
    const actions = [at(10, submitting('a', { messages })), at(20, voting('a', 'ann', 1))]
    const ledger = createSmallLedger({ actions }, 700)
    expect(ledger.stateAt(ledger.tip()).govParams().quorum).toBe('0.900000000000000000')
    expect(ledger.stateAt(BigInt(START_HEIGHT + 50)).govParams()).toEqual(params)
  })

  it('spends from the community pool what is there, and fails on more', () => {
    const spending = (amount: string) => ({
      typeUrl: '/cosmos.distribution.v1beta1.MsgCommunityPoolSpend',
      value: MsgCommunityPoolSpend.encode({
        authority: GOV_ACCOUNT,
        recipient: account('ann'),
        amount: [{ denom: 'uakt', amount }],
      }).finish(),
    })
    const actions = [
      at(10, submitting('a', { messages: [spending('40000000')] })),
      at(10, submitting('b', { messages: [spending('40000000')] })),
      at(20, voting('a', 'ann', 1)),
      at(20, voting('b', 'ann', 1)),
    ]
    const ledger = createSmallLedger({ actions }, 700)
    expect(newestProposal(ledger, 1n)?.status).toBe(3)
    expect(newestProposal(ledger, 2n)).toMatchObject({
      status: 5,
      failedReason: 'community pool does not have sufficient coins to distribute',
    })
    const [pool] = ledger.stateAt(ledger.tip()).communityPool()
    expect(pool?.amount).toBeGreaterThanOrEqual(10_000_000n)
    expect(pool?.amount).toBeLessThan(50_000_000n)
  })
})
