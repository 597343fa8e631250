import { formatDec, truncateDec } from '../../domain/decimal.ts'
import type { Tally } from '../../domain/proposal.ts'
import { isClosed } from '../../domain/proposal-life.ts'
import {
  applicableThreshold,
  computeOutcome,
  computeTallyShares,
  isImpossibleTally,
} from '../../domain/tally.ts'
import type { VoteOption } from '../../domain/vote.ts'
import type { Chain } from '../../queries/chain.ts'
import { readExactVote } from '../../queries/exact-tally.ts'
import { type ProposalDetail, readProposalDetail } from '../../queries/proposal-detail.ts'
import { readVotes, type VoteView } from '../../queries/votes.ts'
import { type Answer, toProvenance } from './answer.ts'
import { explainAbsence, NoSuchProposalError } from './proposal.ts'

type Found = Extract<ProposalDetail, { kind: 'found' }>

/** @throws {NoSuchProposalError} when the chain has no such proposal, or nothing to tell of its votes */
async function readFound(chain: Chain, id: bigint): Promise<Found> {
  const detail = await readProposalDetail(chain, id)
  if (detail.kind === 'absent') throw new NoSuchProposalError(explainAbsence(detail))
  if (detail.kind === 'unreadable') {
    throw new NoSuchProposalError(`Proposal ${id} could not be decoded: ${detail.reason}.`)
  }
  return detail
}

/** The votes of an open proposal; anything else has none to tell. */
async function readOpenVote(chain: Chain, id: bigint): Promise<VoteView> {
  const detail = await readFound(chain, id)
  if (detail.proposal.status === 'PROPOSAL_STATUS_DEPOSIT_PERIOD') {
    throw new NoSuchProposalError(`Proposal ${id} is not in vote yet: its deposit is short.`)
  }
  if (isClosed(detail.proposal)) {
    throw new NoSuchProposalError(
      `The vote on proposal ${id} has ended, and the chain deletes the votes then. Ask at an earlier height with --height.`,
    )
  }
  return readVotes(chain, detail)
}

/** `skylight nonvoters <id>`: bonded validators that have not voted, by falling tokens. */
export async function listNonVotersOf(chain: Chain, id: bigint): Promise<Answer> {
  const view = await readOpenVote(chain, id)
  const data = view.nonVoters.map(({ operatorAddress, moniker, tokens, cumulativeShare }) => ({
    operatorAddress,
    moniker,
    tokens: tokens.toString(),
    cumulativeShare: cumulativeShare === undefined ? null : formatDec(cumulativeShare),
  }))
  return {
    provenance: toProvenance(view.validatorsSource),
    data,
    header: ['operatorAddress', 'moniker', 'tokens', 'cumulativeShare'],
    rows: data.map((row) => [
      row.operatorAddress,
      row.moniker,
      row.tokens,
      row.cumulativeShare ?? 'not known',
    ]),
  }
}

/** `skylight votes <id> [--exact]`: every vote. Power is exact with `--exact`, else a validator's most. */
export async function listVotesOf(chain: Chain, id: bigint, isExact: boolean): Promise<Answer> {
  const view = await readOpenVote(chain, id)
  const operators = new Map(
    view.validators.map((validator) => [validator.accountAddress, validator]),
  )
  const exact = isExact ? (await readExactVote(chain, view)).exact : undefined
  const exactPower = new Map(exact?.voters.map(({ vote, power }) => [vote.voter, power]))
  const data = view.votes.map(({ voter, options, metadata }) => {
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
  }
}

function optionName(option: VoteOption): string {
  return typeof option === 'number' ? `VOTE_OPTION_${option}` : option
}

/** `skylight tally <id> [--exact]`: the node's count, and with `--exact` one's own from every vote and delegation. */
export async function showTally(chain: Chain, id: bigint, isExact: boolean): Promise<Answer> {
  const detail = await readFound(chain, id)
  const { proposal, tally, source } = detail
  if (tally.kind !== 'known') {
    throw new NoSuchProposalError(`The node would not count the votes of proposal ${id}.`)
  }
  const standing = isClosed(proposal) ? closedStanding(detail) : openStanding(detail, tally.value)
  let recomputed: ReturnType<typeof tallyJson> | null = null
  let { turnout } = standing
  if (isExact && proposal.status === 'PROPOSAL_STATUS_VOTING_PERIOD') {
    const { exact } = await readExactVote(chain, await readVotes(chain, detail))
    recomputed = tallyJson(exact.tally)
    turnout = exact.turnout === undefined ? null : formatDec(exact.turnout)
  }
  const data = { ...tallyJson(tally.value), ...standing, turnout, recomputed }
  return {
    provenance: toProvenance({ ...source, ...tally.source }),
    data,
    header: ['field', 'value'],
    rows: Object.entries(data).map(([field, value]) => [
      field,
      value === null ? 'not known' : typeof value === 'object' ? JSON.stringify(value) : `${value}`,
    ]),
  }
}

interface Standing {
  readonly turnout: string | null
  readonly quorumReached: boolean | null
  readonly wouldPass: boolean | null
}

/** A vote that has ended: the bonded stake of then is not kept, so turnout is not known. */
function closedStanding({ proposal }: Found): Standing {
  const hasPassed = proposal.status !== 'PROPOSAL_STATUS_REJECTED'
  return { turnout: null, quorumReached: hasPassed ? true : null, wouldPass: hasPassed }
}

function openStanding({ proposal, params, bondedTokens }: Found, tally: Tally): Standing {
  const unknown = { turnout: null, quorumReached: null, wouldPass: null }
  if (proposal.status !== 'PROPOSAL_STATUS_VOTING_PERIOD' || isImpossibleTally(tally)) {
    return unknown
  }
  if (bondedTokens.kind !== 'known') return unknown
  const { turnout } = computeTallyShares(tally, bondedTokens.value)
  if (turnout === undefined) return unknown
  if (params.kind !== 'known') return { ...unknown, turnout: formatDec(turnout) }
  const threshold = applicableThreshold(proposal, params.value)
  const outcome = computeOutcome(tally, bondedTokens.value, params.value, threshold)
  return {
    turnout: formatDec(turnout),
    quorumReached: turnout >= params.value.quorum,
    wouldPass: outcome === undefined ? null : outcome.kind === 'passes',
  }
}

function tallyJson(tally: Tally) {
  return {
    yes: tally.yes.toString(),
    abstain: tally.abstain.toString(),
    no: tally.no.toString(),
    noWithVeto: tally.noWithVeto.toString(),
  }
}
