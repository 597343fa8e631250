import { formatAmount } from '../../../domain/amount.ts'
import { sanitizeChainText } from '../../../domain/format-chain-text.ts'
import { formatInteger } from '../../../domain/format-integer.ts'
import { formatExactShare } from '../../../domain/format-share.ts'
import { shortenAddress } from '../../../domain/format-shortened.ts'
import type { TallyFinding } from '../../../domain/tally/tally-finding.ts'

/** How findings are worded: what validators are called, and the denomination of powers. */
export interface FindingWords {
  readonly labelOf: (operatorAddress: string) => string
  readonly denom: string
}

/** What was found odd about the votes read, a sentence. */
export function formatFinding(finding: TallyFinding, { labelOf, denom }: FindingWords): string {
  switch (finding.kind) {
    case 'duplicate-vote':
      return `The vote of ${nameOf(finding.voter)} came twice, ${finding.isSame ? 'both times the same' : 'with different options'}; the later reading counts.`
    case 'weights-not-one':
      return `The weights of ${nameOf(finding.voter)} sum to ${formatExactShare(finding.sum)} instead of 100\u202f%; counted as they are.`
    case 'weight-out-of-range':
      return `A weight of ${nameOf(finding.voter)} is ${formatExactShare(finding.weight)}, which no vote can have; counted as it is.`
    case 'no-options':
      return `The vote of ${nameOf(finding.voter)} names no option; it counts as voted, for nothing.`
    case 'unknown-option':
      return `${nameOf(finding.voter)} voted for option ${finding.option}, which nobody knows; it counts as voted, for nothing.`
    case 'voter-not-bonded':
      return `${labelOf(finding.operatorAddress)} voted and is ${STATUS_WORDS[finding.status]}, so the stake delegated to it does not count.`
    case 'duplicate-validator':
      return `${labelOf(finding.operatorAddress)} came twice in the node's list of validators; the later reading counts.`
    case 'zero-shares':
      return `${labelOf(finding.operatorAddress)} has stake without shares, so its power is taken as none.`
    case 'deductions-exceed-shares':
      return `More of the stake with ${labelOf(finding.operatorAddress)} voted by itself than it has: what was read is not of one height.`
    case 'duplicate-delegation':
      return `A delegation of ${nameOf(finding.voter)} to ${labelOf(finding.operatorAddress)} came twice; counted once.`
    case 'foreign-delegation':
      return `Among the delegations of ${nameOf(finding.voter)} was one of ${nameOf(finding.delegator)}; not counted.`
    case 'delegations-missing':
      return `The delegations of ${nameOf(finding.voter)} were not read, so this count is not exact.`
    case 'bonded-zero':
      return 'The bonded pool is empty, so there is nothing to take a share of.'
    case 'bonded-differs':
      return `The validators read hold ${formatAmount({ denom, amount: finding.validatorTokens })} and the bonded pool ${formatAmount({ denom, amount: finding.bondedTokens })}: validators are missing, or were read at another height.`
  }
}

const STATUS_WORDS = {
  BOND_STATUS_UNSPECIFIED: 'of unknown standing',
  BOND_STATUS_UNBONDED: 'not bonded',
  BOND_STATUS_UNBONDING: 'leaving the bonded set',
  // Bonded ones are left out of the vote only while jailed.
  BOND_STATUS_BONDED: 'jailed',
} as const

function nameOf(address: string): string {
  return shortenAddress(sanitizeChainText(address))
}

/** Sentences of one kind, of which a broken node can give thousands. */
export interface FindingGroup {
  readonly kind: TallyFinding['kind']
  readonly sentences: readonly string[]
  /** Beyond the sentences. */
  readonly more: string | undefined
}

const MOST_OF_A_KIND = 3

/** Findings by kind, the first few of each in words. */
export function groupFindings(
  findings: readonly TallyFinding[],
  words: FindingWords,
): readonly FindingGroup[] {
  const byKind = new Map<TallyFinding['kind'], TallyFinding[]>()
  for (const finding of findings) {
    const own = byKind.get(finding.kind)
    if (own === undefined) byKind.set(finding.kind, [finding])
    else own.push(finding)
  }
  return [...byKind].map(([kind, own]) => ({
    kind,
    sentences: own.slice(0, MOST_OF_A_KIND).map((finding) => formatFinding(finding, words)),
    more:
      own.length > MOST_OF_A_KIND
        ? `${formatInteger(own.length - MOST_OF_A_KIND)} more of this kind.`
        : undefined,
  }))
}
