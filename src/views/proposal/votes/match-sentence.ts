import { formatBaseAmount } from '../../../domain/amount.ts'
import { formatCount } from '../../../domain/format-integer.ts'
import type { Tally } from '../../../domain/proposal.ts'
import type { TallyMatch } from '../../../domain/tally/tally-match.ts'

export interface MatchText {
  readonly isEqual: boolean
  readonly sentence: string
  /** The node's less the recomputed, per option, in base units; empty where they are equal. */
  readonly differences: readonly string[]
}

/** Whether the votes and delegations read give the node's own tally. */
export function describeMatch(match: TallyMatch, votes: number, denom: string): MatchText {
  const counted = `Recomputed from ${formatCount(votes, 'vote')} and the delegations of every voter`
  if (match.kind === 'equal') {
    return {
      isEqual: true,
      sentence: `${counted}: equal to the node's tally to the unit.`,
      differences: [],
    }
  }
  return {
    isEqual: false,
    sentence: `${counted}: ${REASONS[match.kind]}`,
    differences: listDifferences(match.difference, denom),
  }
}

const REASONS = {
  different:
    "it differs from the node's tally of the same height, so one of the two is wrong. The node's, less the recomputed:",
  'tally-older-than-votes':
    "the node's tally is of an earlier height than the votes, so a difference proves nothing:",
  'votes-older-than-tally':
    "the node's tally is of a later height than the votes, so a difference proves nothing:",
} as const

const OPTIONS = [
  ['yes', 'yes'],
  ['no', 'no'],
  ['noWithVeto', 'no with veto'],
  ['abstain', 'abstain'],
] as const satisfies readonly (readonly [keyof Tally, string])[]

function listDifferences(difference: Tally, denom: string): readonly string[] {
  return OPTIONS.map(([key, name]) => {
    const amount = difference[key]
    const sign = amount > 0n ? '+' : ''
    return `${name} ${sign}${formatBaseAmount({ denom, amount })}`
  })
}
