import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../message.ts'
import type { Proposal, ProposalStatus } from '../../proposal.ts'
import { computeLedger, type LedgerFacts } from './compute-ledger.ts'

const START = Date.UTC(2026, 0, 1)
const MINUTE = 60_000
const CANCEL = '/cosmos.upgrade.v1beta1.MsgCancelUpgrade'

interface Asked {
  readonly id: number
  readonly plan?: Plan
  readonly status?: ProposalStatus
  /** Minutes after the start. */
  readonly endsAfter?: number
  readonly failedReason?: string
  readonly cancelType?: string
}

function planOf(name: string, height: number): Plan {
  return { name, height: BigInt(height), info: '' }
}

function proposal(asked: Asked): Proposal {
  const { id, plan, status = 'PROPOSAL_STATUS_PASSED', endsAfter, failedReason = '' } = asked
  const typeUrl =
    plan === undefined ? (asked.cancelType ?? CANCEL) : '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade'
  const message = { typeUrl, value: new Uint8Array(), contentTypeUrl: typeUrl }
  return {
    id: BigInt(id),
    status,
    title: '',
    summary: '',
    metadata: '',
    proposer: '',
    messages: [plan === undefined ? message : { ...message, plan }],
    expedited: false,
    failedReason,
    totalDeposit: [],
    submittedAt: undefined,
    depositEndsAt: undefined,
    votingStartsAt: undefined,
    votingEndsAt: endsAfter === undefined ? undefined : new Date(START + endsAfter * MINUTE),
    finalTally: undefined,
  }
}

/** Ten blocks a minute from height 0 at the start; the picture is of height 1,000. */
function ledgerOf(asked: readonly Asked[], facts: Partial<LedgerFacts> = {}) {
  const endMs = START + 100 * MINUTE
  return computeLedger({
    applied: [],
    plan: { kind: 'known', plan: undefined },
    proposals: asked.map(proposal),
    isComplete: true,
    height: 1_000n,
    dated: [{ height: 1_000n, earliestMs: endMs, latestMs: endMs }],
    ...facts,
  })
}

function statesOf(...args: Parameters<typeof ledgerOf>) {
  const { applied, ahead, neverApplied } = ledgerOf(...args)
  return Object.fromEntries(
    [...applied, ...ahead, ...neverApplied].map(({ proposalId, plan, state }) => [
      proposalId === undefined ? plan.name : proposalId.toString(),
      state,
    ]),
  )
}

const done = (name: string, height: number) => ({ name, height: BigInt(height) })

describe('computeLedger', () => {
  it('joins an applied upgrade with the passed proposal for its name and height, not with a rejected one for the name', () => {
    const states = statesOf(
      [
        { id: 327, plan: planOf('v2.1.0', 400), status: 'PROPOSAL_STATUS_REJECTED', endsAfter: 10 },
        { id: 328, plan: planOf('v2.1.0', 500), endsAfter: 20 },
      ],
      { applied: [done('v2.1.0', 500)] },
    )
    expect(states).toEqual({
      327: { kind: 'rejected' },
      328: { kind: 'applied', height: 500n },
    })
  })

  it('does not join an applied upgrade with a rejected proposal even where name and height agree', () => {
    const states = statesOf(
      [{ id: 1, plan: planOf('v1', 400), status: 'PROPOSAL_STATUS_REJECTED', endsAfter: 10 }],
      { applied: [done('v1', 400)] },
    )
    expect(states).toEqual({ v1: { kind: 'applied', height: 400n }, 1: { kind: 'rejected' } })
  })

  it('joins a name applied at another height with the passed proposal that came last, for nothing else carries it', () => {
    const { applied } = ledgerOf([{ id: 1, plan: planOf('v1', 400), endsAfter: 10 }], {
      applied: [done('v1', 410)],
    })
    expect(applied.map(({ proposalId, plan, state }) => [proposalId, plan.height, state])).toEqual([
      [1n, 400n, { kind: 'applied', height: 410n }],
    ])
  })

  it('calls the first of two passed proposals for one name superseded, the second applied', () => {
    const states = statesOf(
      [
        { id: 1, plan: planOf('v1', 400), endsAfter: 10 },
        { id: 2, plan: planOf('v1', 500), endsAfter: 20 },
      ],
      {
        applied: [done('v1', 500)],
        // Height 300 came half an hour after the start.
        dated: [{ height: 300n, earliestMs: START + 30 * MINUTE, latestMs: START + 30 * MINUTE }],
      },
    )
    expect(states).toEqual({
      1: { kind: 'superseded', byProposalId: 2n },
      2: { kind: 'applied', height: 500n },
    })
  })

  it('tells a plan that was skipped from one that was replaced by when its height came', () => {
    const asked = [
      { id: 1, plan: planOf('v1', 400), endsAfter: 10 },
      { id: 2, plan: planOf('v2', 900), endsAfter: 50 },
    ]
    const at = (minutes: number) => ({
      height: 400n,
      earliestMs: START + minutes * MINUTE,
      latestMs: START + minutes * MINUTE,
    })
    const facts = { applied: [done('v2', 900)] }
    expect(statesOf(asked, { ...facts, dated: [at(40)] })[1]).toEqual({ kind: 'skipped' })
    expect(statesOf(asked, { ...facts, dated: [at(60)] })[1]).toEqual({
      kind: 'superseded',
      byProposalId: 2n,
    })
    expect(statesOf(asked, { ...facts, dated: [] })[1]).toEqual({ kind: 'unknown' })
  })

  it('needs no dates where the later plan has the lower height: none is scheduled for the past', () => {
    const states = statesOf(
      [
        { id: 1, plan: planOf('v1', 400), endsAfter: 10 },
        { id: 2, plan: planOf('v2', 350), endsAfter: 20 },
      ],
      { applied: [done('v2', 350)], dated: [] },
    )
    expect(states[1]).toEqual({ kind: 'superseded', byProposalId: 2n })
  })

  it.each([CANCEL, '/cosmos.upgrade.v1beta1.CancelSoftwareUpgradeProposal'])(
    'calls a plan cancelled by a later passed %s, which is shown with the plan it took',
    (cancelType) => {
      const asked = [
        { id: 1, plan: planOf('v1', 2_000), endsAfter: 10 },
        { id: 2, endsAfter: 20, cancelType },
      ]
      expect(statesOf(asked)).toEqual({ 1: { kind: 'cancelled', byProposalId: 2n } })
      expect(ledgerOf(asked).cancellations).toMatchObject([
        { state: 'passed', plan: { name: 'v1', height: 2_000n } },
      ])
    },
  )

  it('names the plan a cancellation in vote would take, and leaves that plan scheduled', () => {
    const plan = planOf('v1', 2_000)
    const asked = [
      { id: 1, plan, endsAfter: 10 },
      { id: 2, status: 'PROPOSAL_STATUS_VOTING_PERIOD' as const, endsAfter: 200 },
    ]
    const facts = { plan: { kind: 'known' as const, plan } }
    expect(statesOf(asked, facts)).toEqual({ 1: { kind: 'scheduled', height: 2_000n } })
    expect(ledgerOf(asked, facts).cancellations).toMatchObject([{ state: 'in-vote', plan }])
  })

  it('calls a plan skipped that nothing replaced, that is past, and that the chain never applied', () => {
    expect(statesOf([{ id: 1, plan: planOf('v1', 400), endsAfter: 10 }])).toEqual({
      1: { kind: 'skipped' },
    })
  })

  it('does not claim to know what became of a plan while the plan, the store or older proposals are not read', () => {
    const asked = [{ id: 1, plan: planOf('v1', 400), endsAfter: 10 }]
    for (const facts of [{ plan: undefined }, { applied: undefined }, { isComplete: false }]) {
      expect(statesOf(asked, facts)).toEqual({ 1: { kind: 'unknown' } })
    }
  })

  it('keeps what has no known proposal: an applied upgrade and the current plan', () => {
    const states = statesOf([], {
      applied: [done('old', 5)],
      plan: { kind: 'known', plan: planOf('next', 2_000) },
    })
    expect(states).toEqual({
      old: { kind: 'applied', height: 5n },
      next: { kind: 'scheduled', height: 2_000n },
    })
  })

  it("keeps the chain's reason of a failed plan, and leaves out what was applied above the height shown", () => {
    const reason = 'upgrade cannot be scheduled in the past: invalid request'
    const states = statesOf(
      [{ id: 1, plan: planOf('v1', 5), status: 'PROPOSAL_STATUS_FAILED', failedReason: reason }],
      { applied: [done('later', 1_001)] },
    )
    expect(states).toEqual({ 1: { kind: 'failed', reason } })
  })

  it('has every applied upgrade once and every plan once, whatever was asked, in whatever order', () => {
    const asked = fc.record({
      id: fc.integer({ min: 1, max: 9 }),
      plan: fc.option(
        fc.record({
          name: fc.constantFrom('a', 'b', 'c'),
          height: fc.bigInt(1n, 40n),
          info: fc.constant(''),
        }),
        { nil: undefined },
      ),
      status: fc.constantFrom<ProposalStatus>(
        'PROPOSAL_STATUS_PASSED',
        'PROPOSAL_STATUS_REJECTED',
        'PROPOSAL_STATUS_FAILED',
        'PROPOSAL_STATUS_VOTING_PERIOD',
      ),
      endsAfter: fc.integer({ min: 0, max: 90 }),
    })
    const world = fc.record({
      asked: fc.uniqueArray(asked, { selector: ({ id }) => id }),
      applied: fc.uniqueArray(
        fc.record({ name: fc.constantFrom('a', 'b', 'c'), height: fc.bigInt(1n, 40n) }),
        { selector: ({ name }) => name },
      ),
    })
    fc.assert(
      fc.property(world, fc.integer(), ({ asked, applied }, turn) => {
        const listed = asked.map(({ plan, ...rest }) => ({ ...rest, ...(plan && { plan }) }))
        const ledger = ledgerOf(listed, { applied })
        expect(ledger.applied.map(({ plan, state }) => [plan.name, state]).toSorted()).toEqual(
          applied.map(({ name, height }) => [name, { kind: 'applied', height }]).toSorted(),
        )
        const rows = [...ledger.applied, ...ledger.ahead, ...ledger.neverApplied]
        const ids = rows.flatMap(({ proposalId }) => (proposalId === undefined ? [] : [proposalId]))
        expect(ids.toSorted()).toEqual(
          listed.flatMap(({ plan, id }) => (plan === undefined ? [] : [BigInt(id)])).toSorted(),
        )
        // An applied row never stands on a vote that was not won.
        for (const { proposal, state } of rows) {
          if (state.kind === 'applied' && proposal !== undefined) {
            expect(proposal.status).toBe('PROPOSAL_STATUS_PASSED')
          }
        }
        const cut = listed.length === 0 ? 0 : Math.abs(turn) % listed.length
        const turned = [...listed.slice(cut), ...listed.slice(0, cut)]
        expect(ledgerOf(turned, { applied })).toEqual(ledger)
      }),
    )
  })
})
