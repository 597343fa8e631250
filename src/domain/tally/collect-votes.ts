import { DEC_ONE } from '../decimal.ts'
import type { Vote } from '../vote.ts'
import type { TallyFinding } from './tally-finding.ts'

export interface CollectedVotes {
  /** One vote a voter, in the order read. */
  readonly byVoter: ReadonlyMap<string, Vote>
  readonly findings: readonly TallyFinding[]
}

/** Votes by voter as the chain keys them, with everything about them that no chain would have stored. */
export function collectVotes(votes: readonly Vote[]): CollectedVotes {
  const byVoter = new Map<string, Vote>()
  const findings: TallyFinding[] = []
  for (const vote of votes) {
    const earlier = byVoter.get(vote.voter)
    if (earlier !== undefined) {
      findings.push({
        kind: 'duplicate-vote',
        voter: vote.voter,
        isSame: hasSameOptions(earlier, vote),
      })
    }
    byVoter.set(vote.voter, vote)
  }
  for (const vote of byVoter.values()) pushVoteFindings(findings, vote)
  return { byVoter, findings }
}

function pushVoteFindings(findings: TallyFinding[], { voter, options }: Vote): void {
  if (options.length === 0) {
    findings.push({ kind: 'no-options', voter })
    return
  }
  let sum = 0n
  for (const { option, weight } of options) {
    sum += weight
    if (typeof option === 'number') findings.push({ kind: 'unknown-option', voter, option })
    if (weight <= 0n || weight > DEC_ONE) {
      findings.push({ kind: 'weight-out-of-range', voter, weight })
    }
  }
  if (sum !== DEC_ONE) findings.push({ kind: 'weights-not-one', voter, sum })
}

function hasSameOptions(a: Vote, b: Vote): boolean {
  return (
    a.options.length === b.options.length &&
    a.options.every(
      ({ option, weight }, index) =>
        b.options[index]?.option === option && b.options[index]?.weight === weight,
    )
  )
}
