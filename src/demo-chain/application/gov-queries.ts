import { answerForAddress } from './address-codec.ts'
import { lengthPrefixed } from './bech32-bytes.ts'
import type { Entry } from './entries.ts'
import { findEntry } from './entries.ts'
import type { GovSource } from './gov-source.ts'
import { DEPOSIT_PERIOD, VOTING_PERIOD } from './gov-source.ts'
import { answerProposals } from './proposals-query.ts'
import type { QueryAnswer } from './query-answer.ts'
import { invalidArgument, notFound, valueAnswer } from './query-answer.ts'
import { answerPage, pageCollection } from './sdk-paging.ts'
import type { WireField } from './wire-fields.ts'
import { encodeBytesField, lastBytes, lastInteger, lastText, readFields } from './wire-fields.ts'

const QUERY = '/cosmos.gov.v1.Query/'

/** x/gov `TallyResult` of nobody: four times "0" (steady/087). */
const EMPTY_TALLY = Uint8Array.from([1, 2, 3, 4].flatMap((field) => [(field << 3) | 2, 1, 0x30]))

/** A question on one proposal. */
interface ProposalQuestion {
  readonly id: bigint
  readonly request: readonly WireField[]
  readonly gov: GovSource
  readonly height: bigint
}

const ON_ONE_PROPOSAL: ReadonlyMap<
  string,
  (question: ProposalQuestion) => QueryAnswer | undefined
> = new Map([
  [`${QUERY}Proposal`, answerProposal],
  [`${QUERY}TallyResult`, answerTally],
  [`${QUERY}Votes`, answerVotes],
  [`${QUERY}Vote`, answerVote],
  [`${QUERY}Deposits`, answerDeposits],
  [`${QUERY}Deposit`, answerDeposit],
])

/**
 * Proposals, votes and deposits as SDK 0.53 x/gov/keeper/grpc_query.go answers for them.
 * @returns undefined: another question, or what it needs is not known
 */
export function answerGov(
  path: string,
  request: readonly WireField[],
  gov: GovSource,
  height: bigint,
): QueryAnswer | undefined {
  if (path === `${QUERY}Proposals`) return answerProposals(request, gov, height)
  const answer = ON_ONE_PROPOSAL.get(path)
  if (answer === undefined) return undefined
  const id = lastInteger(request, 1)
  if (id === 0n) return invalidArgument('proposal id can not be 0', height)
  return answer({ id, request, gov, height })
}

function answerProposal({ id, gov, height }: ProposalQuestion): QueryAnswer | undefined {
  const proposals = gov.proposals()
  if (proposals === undefined) return undefined
  const proposal = proposals.find((one) => one.id === id)
  if (proposal === undefined) return missingProposal(id, height)
  return valueAnswer(encodeBytesField(1, proposal.item), height)
}

function answerTally({ id, gov, height }: ProposalQuestion): QueryAnswer | undefined {
  const proposals = gov.proposals()
  if (proposals === undefined) return undefined
  const proposal = proposals.find((one) => one.id === id)
  if (proposal === undefined) return missingProposal(id, height)
  const tally =
    proposal.status === VOTING_PERIOD
      ? gov.liveTally(id)
      : proposal.status === DEPOSIT_PERIOD
        ? EMPTY_TALLY
        : lastBytes(readFields(proposal.item), 4)
  return tally && valueAnswer(encodeBytesField(1, tally), height)
}

function missingProposal(id: bigint, height: bigint): QueryAnswer {
  return notFound(`proposal ${id} doesn't exist`, height)
}

function answerVotes({ id, request, gov, height }: ProposalQuestion): QueryAnswer | undefined {
  return answerOwned(gov.votes(id), request, height)
}

function answerDeposits({ id, request, gov, height }: ProposalQuestion): QueryAnswer | undefined {
  return answerOwned(gov.deposits(id), request, height)
}

function answerOwned(
  entries: readonly Entry[] | undefined,
  request: readonly WireField[],
  height: bigint,
): QueryAnswer | undefined {
  return entries && answerPage({ entries, pager: pageCollection, pageField: 2 }, request, height)
}

function answerVote({ id, request, gov, height }: ProposalQuestion): QueryAnswer | undefined {
  const voter = lastText(request, 2)
  if (voter === '') return invalidArgument('empty voter address', height)
  const votes = gov.votes(id)
  return (
    votes &&
    answerForAddress(voter, 'akash', height, (bytes) => {
      const vote = findEntry(votes, lengthPrefixed(bytes))
      if (vote !== undefined) return valueAnswer(encodeBytesField(1, vote.item), height)
      return invalidArgument(`voter: ${voter} not found for proposal: ${id}`, height)
    })
  )
}

function answerDeposit({ id, request, gov, height }: ProposalQuestion): QueryAnswer | undefined {
  const depositor = lastText(request, 2)
  if (depositor === '') return invalidArgument('empty depositor address', height)
  const deposits = gov.deposits(id)
  return (
    deposits &&
    answerForAddress(depositor, 'akash', height, (bytes) => {
      const deposit = findEntry(deposits, lengthPrefixed(bytes))
      if (deposit !== undefined) return valueAnswer(encodeBytesField(1, deposit.item), height)
      const type = 'github.com/cosmos/gogoproto/cosmos.gov.v1.Deposit'
      const key = `'("${id}", "${depositor}")'`
      return notFound(`collections: not found: key ${key} of type ${type}`, height)
    })
  )
}
