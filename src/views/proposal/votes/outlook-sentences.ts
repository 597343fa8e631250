import type { Dec } from '../../../domain/decimal.ts'
import { decFromInt, divideDec } from '../../../domain/decimal.ts'
import { formatCount } from '../../../domain/format-integer.ts'
import { formatOutcome } from '../../../domain/format-outcome.ts'
import type { Outlook, OutlookWay } from '../../../domain/tally/outlook.ts'
import type { Outcome } from '../../../domain/tally.ts'
import type { KnownVoteOption } from '../../../domain/vote.ts'
import { namesPart, powerPart, type Sentence, sharePart } from './sentence.ts'

/** Whether the outcome can still change, sentence by sentence. */
export interface OutlookText {
  readonly state: 'settled' | 'open-to-changes' | 'open' | 'unknown'
  readonly verdict: Sentence
  /** One for each way in which votes not cast yet give another outcome. */
  readonly ways: readonly Sentence[]
  /** What voters who vote again, or delegators who vote past their validators, can do until the end. */
  readonly switching: Sentence | undefined
}

export interface OutlookTextInput {
  readonly outlook: Outlook
  readonly bondedTokens: bigint
  /** While expedited, failing means going on as a regular proposal. */
  readonly isExpedited: boolean
  /** Unique labels by operator address. */
  readonly labelOf: (operatorAddress: string) => string
}

export function describeOutlook(input: OutlookTextInput): OutlookText {
  const { outlook, bondedTokens, isExpedited, labelOf } = input
  if (outlook.kind === 'no-bonded-stake') {
    return {
      state: 'unknown',
      verdict: ['No stake is bonded, so the chain fails the proposal whatever is voted.'],
      ways: [],
      switching: undefined,
    }
  }
  const { current, remaining, ways } = outlook
  const now = `If the vote ended now, it would ${formatOutcome(current, isExpedited)}. `
  return {
    state: outlook.kind,
    verdict:
      outlook.kind === 'open'
        ? [now, 'Votes not cast yet can change that: ', ...leftParts(remaining, bondedTokens)]
        : [now, ...closedParts(outlook.kind, remaining, bondedTokens)],
    ways: groupWays(ways).map((group) => describeWays(group, current, isExpedited, labelOf)),
    switching: describeSwitching(outlook),
  }
}

function closedParts(
  kind: 'open-to-changes' | 'settled',
  remaining: bigint,
  bondedTokens: bigint,
): Sentence {
  if (kind === 'settled') return ['However all bonded stake votes, that stays so.']
  return remaining === 0n
    ? ['All bonded stake is counted, so only changed votes, or delegators, could turn it.']
    : ['Votes not cast yet cannot turn it: ', ...leftParts(remaining, bondedTokens)]
}

type KnownOutlook = Exclude<Outlook, { kind: 'no-bonded-stake' }>

/** A changed vote and a delegator's own vote past its validator do the same: counted stake counts for another option. */
function describeSwitching(outlook: KnownOutlook): Sentence | undefined {
  const { kind, current, switchNeeded, switchNeededWithRest } = outlook
  if (kind === 'settled') return undefined
  const who =
    'Until the end those who have voted can change their votes, and delegators can vote past their validators: '
  if (switchNeeded !== undefined) {
    return [who, powerPart(switchNeeded), switchDirection(current)]
  }
  return kind === 'open-to-changes' && switchNeededWithRest !== undefined
    ? [
        who,
        'with all votes not cast yet on the same side, ',
        powerPart(switchNeededWithRest),
        switchDirection(current),
      ]
    : [who, 'without votes not cast yet that alone would not turn it.']
}

function leftParts(remaining: bigint, bondedTokens: bigint): Sentence {
  const share: Dec | undefined =
    bondedTokens > 0n ? divideDec(decFromInt(remaining), decFromInt(bondedTokens)) : undefined
  return share === undefined
    ? [powerPart(remaining), ' has not voted.']
    : [powerPart(remaining), ', ', sharePart(share), ' of the bonded stake, has not voted.']
}

const ALL_OPTIONS: Readonly<Record<KnownVoteOption, string>> = {
  VOTE_OPTION_YES: 'yes',
  VOTE_OPTION_ABSTAIN: 'abstain',
  VOTE_OPTION_NO: 'no',
  VOTE_OPTION_NO_WITH_VETO: 'no with veto',
}

/** Ways that differ in nothing but the option, as no and no with veto where neither is a veto yet. */
type WayGroup = readonly [OutlookWay, ...OutlookWay[]]

function groupWays(ways: readonly OutlookWay[]): readonly WayGroup[] {
  const groups: [OutlookWay, ...OutlookWay[]][] = []
  for (const way of ways) {
    const same = groups.find(
      ([{ powerNeeded, leadsTo }]) =>
        powerNeeded === way.powerNeeded && isSameOutcome(leadsTo, way.leadsTo),
    )
    if (same === undefined) groups.push([way])
    else same.push(way)
  }
  return groups
}

function isSameOutcome(a: Outcome, b: Outcome): boolean {
  if (a.kind === 'passes' || b.kind === 'passes') return a.kind === b.kind
  return a.by === b.by
}

function describeWays(
  group: WayGroup,
  current: Outcome,
  isExpedited: boolean,
  labelOf: (operatorAddress: string) => string,
): Sentence {
  const [{ leadsTo, powerNeeded, validators }] = group
  const options = group.map(({ option }) => ALL_OPTIONS[option]).join(' or ')
  const effect =
    leadsTo.kind === current.kind
      ? // Rejected either way: what a veto changes is the deposit.
        'the rejection would be a veto'
      : `it would ${formatOutcome(leadsTo, isExpedited)}`
  const start: Sentence = ['With ', powerPart(powerNeeded), ` of further ${options}, ${effect}. `]
  if (validators === undefined) {
    return [
      ...start,
      'Even all validators that have not voted are not certain to be enough, so delegators would have to vote too.',
    ]
  }
  const names = validators.map(({ operatorAddress }) => labelOf(operatorAddress))
  return names.length === 1
    ? [...start, ...namesPart(names), ` alone is enough${UNLESS_OVERRIDDEN}.`]
    : [
        ...start,
        `It takes ${formatCount(names.length, 'validator')} at least: `,
        ...namesPart(names),
        `${UNLESS_OVERRIDDEN}.`,
      ]
}

/** A validator's vote carries its delegators' stake only as long as they are silent. */
const UNLESS_OVERRIDDEN = ', as long as no delegator votes otherwise'

function switchDirection(current: Outcome): string {
  return current.kind === 'passes'
    ? ' turning away from yes would be enough to make it fail.'
    : ' turning to yes would be enough to make it pass.'
}
