import type { Dec } from '../../domain/decimal.ts'
import { formatDecShare, formatExactShare, formatShare } from '../../domain/format-share.ts'
import type { Tally } from '../../domain/proposal.ts'
import { computeTallyShares, computeVotedPower } from '../../domain/tally.ts'
import type { VoteOption } from './tally-geometry.ts'
import { computeDecisionGeometry, computeTurnoutGeometry, powerOf } from './tally-geometry.ts'

export const OPTION_LABELS: Readonly<Record<VoteOption, string>> = {
  yes: 'Yes',
  no: 'No',
  veto: 'No with veto',
  abstain: 'Abstain',
}

export const OPTION_LETTERS: Readonly<Record<VoteOption, string>> = {
  yes: 'Y',
  no: 'N',
  veto: 'V',
  abstain: 'A',
}

/** The turnout drawing in words, for those who do not see it. */
export function formatTurnoutSentence(
  tally: Tally,
  bondedTokens: bigint | undefined,
  quorum: Dec | undefined,
): string {
  const { turnout } = computeTallyShares(tally, bondedTokens)
  const geometry = computeTurnoutGeometry(tally, bondedTokens)
  if (turnout === undefined || geometry === undefined) return 'Turnout is not known.'
  const mark = quorum === undefined ? '' : `, quorum ${formatExactShare(quorum)}`
  if (computeVotedPower(tally) === 0n) return `No votes${mark}.`
  const parts = describeParts(tally, geometry)
  const share = formatDecShare(turnout, { threshold: quorum })
  return `${share} of the bonded stake has voted${mark}: ${parts}.`
}

/** The decision drawing in words. */
export function formatDecisionSentence(tally: Tally, threshold: Dec | undefined): string {
  const { yesOfDeciding } = computeTallyShares(tally, undefined)
  const geometry = computeDecisionGeometry(tally)
  if (yesOfDeciding === undefined || geometry === undefined) {
    return computeVotedPower(tally) > 0n ? 'All votes are abstentions.' : 'No votes.'
  }
  const mark = threshold === undefined ? '' : `, threshold ${formatExactShare(threshold)}`
  const share = formatDecShare(yesOfDeciding, { threshold })
  return `${share} yes of votes that are not abstain${mark}: ${describeParts(tally, geometry)}.`
}

function describeParts(
  tally: Tally,
  geometry: NonNullable<ReturnType<typeof computeDecisionGeometry>>,
): string {
  return geometry.segments
    .map(({ option }) => {
      const share = formatShare(powerOf(tally, option), geometry.total)
      return `${OPTION_LABELS[option].toLowerCase()} ${share}`
    })
    .join(', ')
}
