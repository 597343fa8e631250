import { describe, expect, it } from 'vitest'
import { DEC_ONE } from '../../../domain/decimal.ts'
import type { GovParams } from '../../../domain/gov-params.ts'
import { countedPowerOf } from '../../../domain/tally/counted-power.ts'
import { computeGaps, computeRemainingPower } from '../../../domain/tally/gaps.ts'
import { classifyOutlook } from '../../../domain/tally/outlook.ts'
import { describeMatch } from './match-sentence.ts'
import { describeOutlook } from './outlook-sentences.ts'
import { describeBound, describeEffect } from './override-sentences.ts'
import { formatSentence, namesPart } from './sentence.ts'
import { describeStanding } from './standing-sentences.ts'

const PARAMS: GovParams = {
  minDeposit: [],
  maxDepositPeriodMs: undefined,
  votingPeriodMs: undefined,
  quorum: DEC_ONE / 5n,
  threshold: DEC_ONE / 2n,
  vetoThreshold: (DEC_ONE * 334n) / 1000n,
  minInitialDepositRatio: undefined,
  proposalCancelRatio: undefined,
  proposalCancelDest: '',
  expeditedVotingPeriodMs: undefined,
  expeditedThreshold: (DEC_ONE * 667n) / 1000n,
  expeditedMinDeposit: [],
  burnVoteQuorum: false,
  burnProposalDepositPrevote: false,
  burnVoteVeto: false,
  minDepositRatio: undefined,
}
const AKT = 1_000_000n
const BONDED = 1_000n * AKT

/** Yes, abstain, no and veto in AKT of 1,000 bonded. */
function read(yes: bigint, abstain: bigint, no: bigint, veto: bigint, isExpedited = false) {
  const counted = countedPowerOf({
    yes: yes * AKT,
    abstain: abstain * AKT,
    no: no * AKT,
    noWithVeto: veto * AKT,
  })
  const threshold = isExpedited ? PARAMS.expeditedThreshold : PARAMS.threshold
  const remaining = computeRemainingPower(counted, BONDED)
  const standing = describeStanding({
    gaps: computeGaps(counted, BONDED, PARAMS, threshold),
    counted,
    bondedTokens: BONDED,
    params: PARAMS,
    threshold,
    isExpedited,
    remaining,
  })
  const outlook = describeOutlook({
    outlook: classifyOutlook({
      counted,
      bondedTokens: BONDED,
      params: PARAMS,
      threshold,
      silent: [{ operatorAddress: 'val1', power: remaining }],
    }),
    bondedTokens: BONDED,
    isExpedited,
    labelOf: (address) => `the ${address}`,
  })
  const lineOf = (mark: string) => {
    const line = standing.find((each) => each.mark === mark)
    return `${line?.state}: ${formatSentence(line?.sentence ?? [], 'uakt')}`.replaceAll(
      '\u00a0',
      ' ',
    )
  }
  return { lineOf, outlook, verdict: formatSentence(outlook.verdict, 'uakt') }
}

describe('what is missing', () => {
  it('says how much must vote yet to reach the quorum, and that votes decide it', () => {
    // 20 % of 1,000 less 150
    expect(read(100n, 0n, 50n, 0n).lineOf('quorum')).toMatch(/^open: .* 50 AKT \(5\.0/)
  })

  it('calls a reached quorum settled, for votes cannot be taken back', () => {
    expect(read(150n, 0n, 50n, 0n).lineOf('quorum')).toMatch(/^settled: The quorum is reached/)
  })

  it('names the expedited threshold while that is what counts', () => {
    const line = read(300n, 0n, 200n, 0n, true).lineOf('threshold')
    expect(line).toMatch(/^open: To the expedited threshold of 66\.7.*must say yes/)
  })

  it('says of a threshold no vote left can reach that changed votes and delegators could', () => {
    // 100 of 950 yes; 50 are left
    expect(read(100n, 0n, 850n, 0n).lineOf('threshold')).toMatch(
      /^open-to-changes: .*more than has not voted; only changed votes, or delegators voting past their validators, could\.$/,
    )
  })

  it('says how far the veto is, and when it has been reached what would lift it', () => {
    expect(read(300n, 0n, 0n, 100n).lineOf('veto')).toMatch(/^open: To a veto/)
    expect(read(200n, 0n, 0n, 200n).lineOf('veto')).toMatch(/^open: Vetoed: .*would lift it\.$/)
  })

  it('gives no verdict where nobody has voted', () => {
    const { lineOf } = read(0n, 0n, 0n, 0n)
    expect(lineOf('veto')).toMatch(/^unknown: Nobody has voted/)
    expect(lineOf('threshold')).toMatch(/^unknown: No vote decides yet/)
  })
})

describe('who can still change it', () => {
  it('names the fewest who are enough, and says changed votes apart', () => {
    const { outlook, verdict } = read(300n, 0n, 100n, 0n)
    expect(outlook.state).toBe('open')
    expect(verdict).toContain('it would pass')
    const ways = outlook.ways.map((way) => formatSentence(way, 'uakt'))
    // 200 of no make 300 to 300; as vetoes they are 200 of 600, just below the limit of 33.4 %.
    expect(ways).toHaveLength(1)
    expect(ways[0]).toMatch(
      /of further no or no with veto, .*the val1 alone is enough, as long as no delegator votes otherwise\./,
    )
    expect(formatSentence(outlook.switching ?? [], 'uakt')).toMatch(/can change their votes/)
  })

  it('says with how much changed votes and delegators can turn what votes not cast cannot', () => {
    const { outlook, verdict } = read(900n, 0n, 50n, 0n)
    expect(outlook.state).toBe('open-to-changes')
    expect(verdict).toContain('Votes not cast yet cannot turn it: ')
    // x ÷ 950 > 0.334 from 317.3 on.
    expect(formatSentence(outlook.switching ?? [], 'uakt').replaceAll('\u00a0', ' ')).toMatch(
      /delegators can vote past their validators: 317.* AKT turning away from yes would be enough/,
    )
  })

  it('does not call settled what one validator with all stake voted, for its delegators can override it', () => {
    const { outlook, verdict } = read(1_000n, 0n, 0n, 0n)
    expect(outlook.state).toBe('open-to-changes')
    expect(verdict).toContain('only changed votes, or delegators, could turn it.')
  })
})

describe('a row of names', () => {
  it('names a few and counts the rest', () => {
    const text = (count: number) =>
      formatSentence(namesPart(Array.from({ length: count }, (_, index) => `v${index}`)), '')
    expect(text(1)).toBe('v0')
    expect(text(3)).toBe('v0, v1 and v2')
    // One more is shorter named than counted.
    expect(text(4)).toBe('v0, v1, v2 and v3')
    expect(text(5)).toBe('v0, v1, v2 and 2 more')
  })
})

describe('what delegators changed', () => {
  const net = { yes: 0n, abstain: 0n, no: 0n, noWithVeto: 0n }
  const text = (sentences: readonly ReturnType<typeof namesPart>[]) =>
    sentences.map((sentence) => formatSentence(sentence, 'uakt')).join(' ')

  it('gives a bound as a bound', () => {
    const bound = {
      kind: 'bounded',
      net,
      overriddenAtLeast: 5n * AKT,
      overriddenAtMost: 90n * AKT,
      ofSilentValidators: 0n,
      powerAtMost: new Map(),
    } as const
    expect(text(describeBound(bound, 1))).toMatch(
      /1 account that operates no validator.*at least 5.AKT.*no more than 90.AKT.*No stake of/,
    )
  })

  it('does not bound anything from a tally counted before the votes', () => {
    const bound = { kind: 'tally-older-than-votes', net, missing: 3n * AKT } as const
    expect(text(describeBound(bound, 2))).toMatch(/3.AKT less .* counted before/)
    expect(text(describeBound({ kind: 'unusable-votes', net }, 2))).toMatch(
      /such as no chain stores/,
    )
  })

  it('says it exactly once the delegations are read', () => {
    const effect = { overriding: 7n * AKT * DEC_ONE, otherwise: 0n, ofSilent: DEC_ONE, voters: 2 }
    expect(text(describeEffect(effect))).toMatch(
      /2 voters .*7.AKT overrode .*all of it as the validator did; <0\.01.AKT is stake/,
    )
    expect(text(describeEffect({ overriding: 0n, otherwise: 0n, ofSilent: 0n, voters: 0 }))).toBe(
      'No delegator has voted past a validator.',
    )
  })
})

describe('the check against the node', () => {
  const difference = { yes: 1n, abstain: 0n, no: -2n, noWithVeto: 0n }

  it('says equal to the unit, with nothing to list', () => {
    expect(describeMatch({ kind: 'equal' }, 82, 'uakt')).toEqual({
      isEqual: true,
      sentence:
        "Recomputed from 82 votes and the delegations of every voter: equal to the node's tally to the unit.",
      differences: [],
    })
  })

  it('lists every option in base units where they differ', () => {
    const { isEqual, differences } = describeMatch({ kind: 'different', difference }, 1, 'uakt')
    expect(isEqual).toBe(false)
    expect(differences.map((each) => each.replaceAll('\u00a0', ' '))).toEqual([
      'yes +1 uakt',
      'no -2 uakt',
      'no with veto 0 uakt',
      'abstain 0 uakt',
    ])
  })

  it('does not accuse a node of an error where heights differ', () => {
    for (const kind of ['tally-older-than-votes', 'votes-older-than-tally'] as const) {
      expect(describeMatch({ kind, difference }, 1, 'uakt').sentence).toMatch(/proves nothing/)
    }
  })
})
