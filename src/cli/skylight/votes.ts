import { formatDec } from '../../domain/decimal.ts'
import { isClosed } from '../../domain/proposal-life.ts'
import type { Chain } from '../../queries/chain.ts'
import { readExactVote } from '../../queries/exact-tally.ts'
import { type ProposalDetail, readProposalDetail } from '../../queries/proposal-detail.ts'
import { readVotes, type VoteView } from '../../queries/votes.ts'
import { type Answer, toProvenance } from './answer.ts'
import { FailedFigureError } from './failed-figure-error.ts'
import { explainAbsence, NoSuchProposalError } from './proposal.ts'
import { tallyJson } from './proposals.ts'
import { closedStanding, exactStanding, openStanding } from './standing.ts'
import { toVotesAnswer } from './votes-answer.ts'

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
async function readOpenVote(
  chain: Chain,
  id: bigint,
): Promise<{ readonly view: VoteView; readonly denom: string }> {
  const detail = await readFound(chain, id)
  if (detail.proposal.status === 'PROPOSAL_STATUS_DEPOSIT_PERIOD') {
    throw new NoSuchProposalError(`Proposal ${id} is not in vote yet: its deposit is short.`)
  }
  if (isClosed(detail.proposal)) {
    throw new NoSuchProposalError(
      `The vote on proposal ${id} has ended, and the chain deletes the votes then. Ask at an earlier height with --height.`,
    )
  }
  const { bondDenom } = detail
  const denom = bondDenom.kind === 'known' ? bondDenom.value : 'base units'
  return { view: await readVotes(chain, detail), denom }
}

/** `skylight nonvoters <id>`: bonded validators that have not voted, by falling tokens. */
export async function listNonVotersOf(chain: Chain, id: bigint): Promise<Answer> {
  const { view } = await readOpenVote(chain, id)
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
  const { view, denom } = await readOpenVote(chain, id)
  return toVotesAnswer(view, isExact ? (await readExactVote(chain, view)).exact : undefined, denom)
}

/**
 * `skylight tally <id> [--exact]`: the node's count, and with `--exact` one's own from every vote and delegation.
 * @throws {FailedFigureError} when the node's count could not be had
 */
export async function showTally(chain: Chain, id: bigint, isExact: boolean): Promise<Answer> {
  const detail = await readFound(chain, id)
  const { proposal, tally, source } = detail
  if (tally.kind === 'failed') {
    throw new FailedFigureError(`The votes of proposal ${id} were not counted.`, tally.failure)
  }
  if (tally.kind === 'loading') throw new Error('A read that has ended is still loading.')
  let standing = isClosed(proposal) ? closedStanding(proposal) : openStanding(detail, tally.value)
  let recomputed: ReturnType<typeof tallyJson> | null = null
  if (isExact && proposal.status === 'PROPOSAL_STATUS_VOTING_PERIOD') {
    const view = await readVotes(chain, detail)
    const { exact } = await readExactVote(chain, view)
    recomputed = tallyJson(exact.tally)
    standing = exactStanding(exact, view.params)
  }
  const data = { ...tallyJson(tally.value), ...standing, recomputed }
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
