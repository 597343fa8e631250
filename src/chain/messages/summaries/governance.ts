import { formatInteger } from '../../../domain/format-integer.ts'
import type { Message } from '../../../domain/message.ts'
import {
  listElements,
  type Summary,
  type SummaryTable,
  setsParameters,
  withoutPrefix,
} from './summary.ts'

const submit: Summary = ({ find, inner }) => {
  const title = find('title')
  return title === undefined ? `Propose: ${firstSummary(inner)}` : `Propose “${title}”`
}

const vote: Summary = ({ field }) =>
  `Vote ${withoutPrefix(field('option'), 'VOTE_OPTION_')} on proposal #${field('proposal_id')}`

const voteWeighted: Summary = (message) => {
  const options = listElements(message, 'options', ['option', 'weight']).map(
    ([option = '', weight]) => `${withoutPrefix(option, 'VOTE_OPTION_')} ${weight}`,
  )
  const choice = options.length === 0 ? 'nothing' : options.join(', ')
  return `Vote ${choice} on proposal #${message.field('proposal_id')}`
}

const deposit: Summary = ({ field }) =>
  `Deposit ${field('amount')} on proposal #${field('proposal_id')}`

function firstSummary(inner: readonly Message[]): string {
  const [first] = inner
  if (first === undefined) return 'nothing to run'
  const summary = first.kind === 'decoded' ? first.summary : 'a message this app cannot read'
  return inner.length === 1 ? summary : `${summary}, and ${formatInteger(inner.length - 1)} more`
}

/** x/gov v1 and v1beta1, and the content of old text proposals. */
export const GOVERNANCE_SUMMARIES: SummaryTable = {
  'cosmos.gov.v1.MsgSubmitProposal': submit,
  'cosmos.gov.v1.MsgVote': vote,
  'cosmos.gov.v1.MsgVoteWeighted': voteWeighted,
  'cosmos.gov.v1.MsgDeposit': deposit,
  'cosmos.gov.v1.MsgCancelProposal': ({ field }) => `Cancel proposal #${field('proposal_id')}`,
  'cosmos.gov.v1.MsgUpdateParams': setsParameters('governance'),
  // The content says it all; that it comes wrapped is history.
  'cosmos.gov.v1.MsgExecLegacyContent': ({ inner }) => firstSummary(inner),
  'cosmos.gov.v1beta1.MsgSubmitProposal': submit,
  'cosmos.gov.v1beta1.MsgVote': vote,
  'cosmos.gov.v1beta1.MsgVoteWeighted': voteWeighted,
  'cosmos.gov.v1beta1.MsgDeposit': deposit,
  'cosmos.gov.v1beta1.TextProposal': () => 'Adopt a text; nothing is run on the chain',
}
