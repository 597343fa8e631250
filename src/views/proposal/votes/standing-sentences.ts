import type { Dec } from '../../../domain/decimal.ts'
import { formatExactShare } from '../../../domain/format-share.ts'
import type { GovParams } from '../../../domain/gov-params.ts'
import { type CountedPower, computeCountedShares } from '../../../domain/tally/counted-power.ts'
import type { Gaps, PowerAmount } from '../../../domain/tally/gaps.ts'
import { powerPart, type Sentence, type SentencePart, sharePart } from './sentence.ts'

/** One of the three marks a vote is judged by: what is missing, and whether votes can still change that. */
export interface MarkStanding {
  readonly mark: 'quorum' | 'threshold' | 'veto'
  /**
   * `open`: votes not cast yet can change it. `open-to-changes`: only changed votes, or delegators voting past their
   * validators, can. `settled`: nothing can, the bonded stake staying as it is. `unknown`: nothing to judge.
   */
  readonly state: 'settled' | 'open-to-changes' | 'open' | 'unknown'
  readonly sentence: Sentence
}

export interface StandingInput {
  readonly gaps: Gaps
  readonly counted: CountedPower
  readonly bondedTokens: bigint
  readonly params: GovParams
  readonly threshold: Dec
  readonly isExpedited: boolean
  /** Bonded stake that has not voted, in base units. */
  readonly remaining: bigint
}

/** What is missing to each mark, in the order the chain looks at them. Each by itself, all votes cast as they are. */
export function describeStanding(input: StandingInput): readonly MarkStanding[] {
  return [describeQuorum(input), describeVeto(input), describeThreshold(input)]
}

function describeQuorum({ gaps, counted, bondedTokens, params }: StandingInput): MarkStanding {
  const { turnout } = computeCountedShares(counted, bondedTokens)
  const mark = formatExactShare(params.quorum)
  const voted: Sentence =
    turnout === undefined
      ? []
      : [sharePart(turnout, params.quorum), ' of the bonded stake has voted']
  switch (gaps.quorum.kind) {
    case 'reached':
      return {
        mark: 'quorum',
        state: 'settled',
        sentence: [
          'The quorum is reached: ',
          ...voted,
          `, ${mark} is needed. A vote cannot be taken back, so it stays reached as long as the bonded stake stays where it is.`,
        ],
      }
    case 'missing':
      return {
        mark: 'quorum',
        state: 'open',
        sentence: [
          'To the quorum of ',
          mark,
          ': ',
          ...amountParts(gaps.quorum.missing),
          ' must vote yet, whatever they vote.',
        ],
      }
    case 'unreachable':
      return {
        mark: 'quorum',
        state: 'settled',
        sentence: [`The quorum of ${mark} is more than all bonded stake, so it cannot be reached.`],
      }
    case 'no-bonded-stake':
      return {
        mark: 'quorum',
        state: 'unknown',
        sentence: ['No stake is bonded, so the chain cannot count and fails the proposal.'],
      }
  }
}

function describeVeto(input: StandingInput): MarkStanding {
  const { gaps, counted, bondedTokens, params, remaining } = input
  const limit = formatExactShare(params.vetoThreshold)
  const { vetoOfVoted } = computeCountedShares(counted, bondedTokens)
  const now: Sentence =
    vetoOfVoted === undefined ? [] : [' (now ', sharePart(vetoOfVoted, params.vetoThreshold), ')']
  switch (gaps.veto.kind) {
    case 'below': {
      const { vetoToReject } = gaps.veto
      const isReachable = vetoToReject !== undefined && vetoToReject.tokens <= remaining
      return {
        mark: 'veto',
        state: vetoToReject === undefined ? 'settled' : stateOf(isReachable),
        sentence:
          vetoToReject === undefined
            ? [`No amount of vetoes exceeds the limit of ${limit}`, ...now, '.']
            : [
                `To a veto, which takes more than ${limit} of all votes`,
                ...now,
                ': ',
                ...amountParts(vetoToReject),
                isReachable
                  ? ' more would have to say no with veto.'
                  : ` more would have to say no with veto, ${BEYOND_REMAINING}`,
              ],
      }
    }
    case 'vetoed': {
      const { othersToLift } = gaps.veto
      const isReachable = othersToLift !== undefined && othersToLift.tokens <= remaining
      return {
        mark: 'veto',
        state: stateOf(isReachable),
        sentence: [
          `Vetoed: more than ${limit} of all votes are vetoes`,
          ...now,
          '. ',
          ...(othersToLift === undefined
            ? [`No other votes can lift that; ${ONLY_CHANGES}`]
            : [
                ...amountParts(othersToLift),
                isReachable
                  ? ' of other votes would lift it.'
                  : ` of other votes would lift it, ${BEYOND_REMAINING}`,
              ]),
        ],
      }
    }
    case 'no-votes':
      return { mark: 'veto', state: 'unknown', sentence: ['Nobody has voted, so nobody vetoes.'] }
  }
}

function describeThreshold(input: StandingInput): MarkStanding {
  const { gaps, counted, bondedTokens, threshold, isExpedited, remaining } = input
  const name = `${isExpedited ? 'expedited threshold' : 'threshold'} of ${formatExactShare(threshold)}`
  const { yesOfDeciding } = computeCountedShares(counted, bondedTokens)
  const now: Sentence =
    yesOfDeciding === undefined
      ? []
      : [' (now ', sharePart(yesOfDeciding, threshold), ' yes, abstentions aside)']
  switch (gaps.threshold.kind) {
    case 'exceeded': {
      const { noToFail } = gaps.threshold
      const isReachable = noToFail !== undefined && noToFail.tokens <= remaining
      return {
        mark: 'threshold',
        state: stateOf(isReachable),
        sentence: [
          `Above the ${name}`,
          ...now,
          ...(noToFail === undefined
            ? [`. No amount of further no brings it down; ${ONLY_CHANGES}`]
            : [
                ': ',
                ...amountParts(noToFail),
                isReachable
                  ? ' more of no would bring it down.'
                  : ` more of no would bring it down, ${BEYOND_REMAINING}`,
              ]),
        ],
      }
    }
    case 'missing':
      return {
        mark: 'threshold',
        state: stateOf(gaps.threshold.isWithinRemaining),
        sentence: [
          `To the ${name}`,
          ...now,
          ': ',
          ...amountParts(gaps.threshold.missing),
          gaps.threshold.isWithinRemaining
            ? ' more must say yes, if nobody else votes.'
            : ` more must say yes, ${BEYOND_REMAINING}`,
        ],
      }
    case 'no-deciding-votes':
      return {
        mark: 'threshold',
        state: 'unknown',
        sentence: [`No vote decides yet, so there is no share to hold against the ${name}.`],
      }
    case 'unreachable':
      return {
        mark: 'threshold',
        state: 'settled',
        sentence: [`The ${name} cannot be exceeded by any share of yes.`],
      }
  }
}

/** What is counted can still be moved, so what votes not cast yet cannot change is not settled by that. */
function stateOf(isReachable: boolean): 'open' | 'open-to-changes' {
  return isReachable ? 'open' : 'open-to-changes'
}

const ONLY_CHANGES = 'only changed votes, or delegators voting past their validators, could.'
const BEYOND_REMAINING = `which is more than has not voted; ${ONLY_CHANGES}`

/** `20.59 M AKT (15.6 % of the bonded stake)` */
function amountParts({ tokens, shareOfBonded }: PowerAmount): readonly SentencePart[] {
  return shareOfBonded === undefined
    ? [powerPart(tokens)]
    : [powerPart(tokens), ' (', sharePart(shareOfBonded), ' of the bonded stake)']
}
