import { formatDec, truncateDec } from '../../domain/decimal.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { collectVotes } from '../../domain/tally/collect-votes.ts'
import type { ExactTally } from '../../domain/tally/exact-tally.ts'
import type { VoteOption } from '../../domain/vote.ts'
import type { VoteView } from '../../queries/votes.ts'
import { formatFinding } from '../../views/proposal/votes/finding-sentences.ts'
import { type Answer, toProvenance } from './answer.ts'

type ReadVote = Pick<VoteView, 'source' | 'votes' | 'validators' | 'labels'>

/** One row a voter, of whose votes the later counts; what was odd about them as notes. */
export function toVotesAnswer(
  view: ReadVote,
  exact: ExactTally | undefined,
  denom: string,
): Answer {
  const operators = new Map(
    view.validators.map((validator) => [validator.accountAddress, validator]),
  )
  const exactPower = new Map(exact?.voters.map(({ vote, power }) => [vote.voter, power]))
  const { byVoter, findings } = collectVotes(view.votes)
  const data = [...byVoter.values()].map(({ voter, options, metadata }) => {
    const validator = operators.get(voter)
    const counted = exactPower.get(voter)
    const [power, powerIs] =
      counted !== undefined
        ? [truncateDec(counted), 'exact']
        : validator !== undefined
          ? [validator.tokens, 'at-most']
          : [undefined, 'unknown']
    return {
      voter,
      operatorAddress: validator?.operatorAddress ?? null,
      options: options.map(({ option, weight }) => ({
        option: optionName(option),
        weight: formatDec(weight),
      })),
      power: power?.toString() ?? null,
      powerIs,
      metadata,
    }
  })
  const words = {
    labelOf: (operatorAddress: string) =>
      view.labels.get(operatorAddress)?.text ?? sanitizeChainText(operatorAddress),
    denom,
  }
  return {
    provenance: toProvenance(view.source),
    data,
    header: ['voter', 'operatorAddress', 'options', 'power', 'powerIs', 'metadata'],
    rows: data.map((row) => [
      row.voter,
      row.operatorAddress ?? '',
      row.options.map(({ option, weight }) => `${option} ${weight}`).join('; '),
      row.power ?? '',
      row.powerIs ?? '',
      row.metadata,
    ]),
    notes: (exact?.findings ?? findings).map((finding) => formatFinding(finding, words)),
  }
}

function optionName(option: VoteOption): string {
  return typeof option === 'number' ? `VOTE_OPTION_${option}` : option
}
