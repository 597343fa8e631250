import { Proposal, ProposalStatus } from 'cosmjs-types/cosmos/gov/v1/gov'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeProposal, toTally } from './gov-proposal.ts'

describe('decodeProposal', () => {
  it('takes year 1 for no time, and an absent tally for none rather than zeros', () => {
    const bytes = encode({
      votingStartTime: { seconds: -62_135_596_800n, nanos: 0 },
      submitTime: { seconds: 1_795_230_320n, nanos: 600_000_001 },
    })
    expect(decodeProposal(bytes)).toMatchObject({
      kind: 'proposal',
      proposal: { votingStartsAt: undefined, votingEndsAt: undefined, finalTally: undefined },
    })
    const row = decodeProposal(bytes)
    expect(row.kind === 'proposal' && row.proposal.submittedAt?.toISOString()).toBe(
      '2026-11-21T03:05:20.600000001Z',
    )
  })

  it('names a status it does not know UNSPECIFIED', () => {
    expect(decodeProposal(Uint8Array.of(0x08, 7, 0x18, 99))).toMatchObject({
      proposal: { status: 'PROPOSAL_STATUS_UNSPECIFIED' },
    })
  })

  it('keeps the bytes of what it cannot read, with the id they begin with', () => {
    const bytes = Uint8Array.of(0x08, 0xd5, 0x02, 0x12, 0x7f)
    expect(decodeProposal(bytes)).toMatchObject({ kind: 'unreadable', id: 341n, bytes })
  })

  it('prefers the id it was asked for by to one read from broken bytes', () => {
    const bytes = Uint8Array.of(0x08, 0xd5, 0x02, 0x12, 0x7f)
    expect(decodeProposal(bytes, 5n)).toMatchObject({ kind: 'unreadable', id: 5n })
  })

  it('does not take another proposal for the one asked for', () => {
    expect(decodeProposal(encode({}), 8n)).toMatchObject({
      kind: 'unreadable',
      id: 8n,
      reason: 'it carries the id 7',
    })
  })

  it('refuses a deposit that is no number, because leaving it out would show less than there is', () => {
    const bytes = encode({ totalDeposit: [{ denom: 'uakt', amount: '1e9' }] })
    expect(decodeProposal(bytes)).toMatchObject({ kind: 'unreadable', id: 7n })
  })

  it('throws on no bytes whatever', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(['proposal', 'unreadable']).toContain(decodeProposal(bytes).kind)
      }),
    )
  })
})

describe('toTally', () => {
  it('keeps counts below zero, which a hostile node can send', () => {
    const counts = { yesCount: '1', abstainCount: '-5', noCount: '0', noWithVetoCount: '0' }
    expect(toTally(counts)).toEqual({ yes: 1n, abstain: -5n, no: 0n, noWithVeto: 0n })
  })

  it.each(['', '1.5', 'NaN', '0x10'])('is not known where a count is "%s"', (yesCount) => {
    expect(
      toTally({ yesCount, abstainCount: '0', noCount: '0', noWithVetoCount: '0' }),
    ).toBeUndefined()
  })
})

function encode(fields: Partial<Proposal>): Uint8Array {
  const status = ProposalStatus.PROPOSAL_STATUS_PASSED
  return Proposal.encode(Proposal.fromPartial({ id: 7n, status, ...fields })).finish()
}
