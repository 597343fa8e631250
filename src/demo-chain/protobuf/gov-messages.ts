import type {
  Deposit,
  DepositParams,
  Params,
  Proposal,
  TallyParams,
  TallyResult,
  Vote,
  VotingParams,
  WeightedVoteOption,
} from '../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import type {
  MsgCancelProposal,
  MsgCancelProposalResponse,
  MsgDeposit,
  MsgExecLegacyContent,
  MsgSubmitProposal,
  MsgSubmitProposalResponse,
  MsgVote,
  MsgVoteWeighted,
} from '../../chain/proto/generated/cosmos/gov/v1/tx.ts'
import { ANY, COIN, DURATION, TIMESTAMP } from './common-messages.ts'
import { describeMessage, integer, list, message, text } from './message-writer.ts'

const WEIGHTED_VOTE_OPTION = describeMessage<WeightedVoteOption>({
  option: integer,
  weight: text,
})

export const VOTE = describeMessage<Vote>(
  { proposalId: integer, voter: text, options: list(WEIGHTED_VOTE_OPTION), metadata: text },
  [1, 2, 4, 5],
)

export const DEPOSIT = describeMessage<Deposit>({
  proposalId: integer,
  depositor: text,
  amount: list(COIN),
})

export const TALLY_RESULT = describeMessage<TallyResult>({
  yesCount: text,
  abstainCount: text,
  noCount: text,
  noWithVetoCount: text,
})

export const PROPOSAL = describeMessage<Proposal>({
  id: integer,
  messages: list(ANY),
  status: integer,
  finalTallyResult: message(TALLY_RESULT),
  submitTime: message(TIMESTAMP),
  depositEndTime: message(TIMESTAMP),
  totalDeposit: list(COIN),
  votingStartTime: message(TIMESTAMP),
  votingEndTime: message(TIMESTAMP),
  metadata: text,
  title: text,
  summary: text,
  proposer: text,
  expedited: integer,
  failedReason: text,
})

export const GOV_PARAMS_MESSAGE = describeMessage<Params>({
  minDeposit: list(COIN),
  maxDepositPeriod: message(DURATION),
  votingPeriod: message(DURATION),
  quorum: text,
  threshold: text,
  vetoThreshold: text,
  minInitialDepositRatio: text,
  proposalCancelRatio: text,
  proposalCancelDest: text,
  expeditedVotingPeriod: message(DURATION),
  expeditedThreshold: text,
  expeditedMinDeposit: list(COIN),
  burnVoteQuorum: integer,
  burnProposalDepositPrevote: integer,
  burnVoteVeto: integer,
  minDepositRatio: text,
})

export const DEPOSIT_PARAMS = describeMessage<DepositParams>({
  minDeposit: list(COIN),
  maxDepositPeriod: message(DURATION),
})

export const VOTING_PARAMS = describeMessage<VotingParams>({ votingPeriod: message(DURATION) })

export const TALLY_PARAMS = describeMessage<TallyParams>({
  quorum: text,
  threshold: text,
  vetoThreshold: text,
})

export const MSG_SUBMIT_PROPOSAL = describeMessage<MsgSubmitProposal>({
  messages: list(ANY),
  initialDeposit: list(COIN),
  proposer: text,
  metadata: text,
  title: text,
  summary: text,
  expedited: integer,
})

export const MSG_SUBMIT_PROPOSAL_RESPONSE = describeMessage<MsgSubmitProposalResponse>({
  proposalId: integer,
})

export const MSG_VOTE = describeMessage<MsgVote>({
  proposalId: integer,
  voter: text,
  option: integer,
  metadata: text,
})

export const MSG_VOTE_WEIGHTED = describeMessage<MsgVoteWeighted>({
  proposalId: integer,
  voter: text,
  options: list(WEIGHTED_VOTE_OPTION),
  metadata: text,
})

export const MSG_DEPOSIT = describeMessage<MsgDeposit>({
  proposalId: integer,
  depositor: text,
  amount: list(COIN),
})

export const MSG_CANCEL_PROPOSAL = describeMessage<MsgCancelProposal>({
  proposalId: integer,
  proposer: text,
})

export const MSG_CANCEL_PROPOSAL_RESPONSE = describeMessage<MsgCancelProposalResponse>({
  proposalId: integer,
  canceledTime: message(TIMESTAMP),
  canceledHeight: integer,
})

export const MSG_EXEC_LEGACY_CONTENT = describeMessage<MsgExecLegacyContent>({
  content: message(ANY),
  authority: text,
})
