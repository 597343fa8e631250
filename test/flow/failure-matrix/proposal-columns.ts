import { comparedPictureOfProposal } from '../../../src/queries/compared-pictures.ts'
import { readExactVote } from '../../../src/queries/exact-tally.ts'
import { type ProposalDetail, readProposalDetail } from '../../../src/queries/proposal-detail.ts'
import { voteHistoryQuery } from '../../../src/queries/vote-history.ts'
import { readVotes, type VoteView } from '../../../src/queries/votes.ts'
import { createFindings, type FindingList, type Findings } from './findings.ts'
import { noteHeight, noteOpinions } from './picture.ts'
import { shownLine, shownVotes, stateOf, trueLine, trueTally, trueVotes } from './truth.ts'
import type { Visit } from './visit.ts'
import { required } from './world.ts'

type Found = Extract<ProposalDetail, { kind: 'found' }>

/** `/proposals/:id` in vote: its figures, every vote, and the vote counted again. */
export async function readOpenColumn(visit: Visit): Promise<Findings> {
  const found = createFindings()
  const detail = await readDetail(visit, visit.world.openVote, found)
  if (detail === undefined) return found.findings()
  let view: VoteView | undefined
  try {
    view = await readVotes(visit.chain, detail)
    const state = stateOf(visit.world, detail.source.height)
    found.value('votes', shownVotes(view.votes), trueVotes(state, detail.proposal.id))
    found.value(
      'validators',
      view.validators.map(({ operatorAddress }) => operatorAddress).toSorted(),
      state
        .validators()
        .filter(({ status }) => status === 3)
        .map(({ operatorAddress }) => operatorAddress)
        .toSorted(),
    )
  } catch (error) {
    found.failure('votes', error)
  }
  if (view !== undefined) await noteRecount(visit, view, found)
  return found.findings()
}

async function noteRecount({ chain, world }: Visit, view: VoteView, found: FindingList) {
  try {
    const { exact, match } = await readExactVote(chain, view)
    const truth = trueTally(stateOf(world, view.source.height), view.proposal.id)
    if (match.kind !== 'equal') found.note('recount', `${match.kind} from the node's own`)
    else found.value('recount', exact.tally, truth)
  } catch (error) {
    found.failure('recount', error)
  }
}

/** `/proposals/:id?height=`: how a proposal stood at a height of long ago. */
export async function readOldColumn(visit: Visit): Promise<Findings> {
  const found = createFindings()
  await readDetail(visit, visit.world.oldVote, found)
  return found.findings()
}

/** `/proposals/:id` after its vote: the result, and the votes out of an index. */
export async function readClosedColumn(visit: Visit): Promise<Findings> {
  const found = createFindings()
  const { chain, client, world } = visit
  const detail = await readDetail(visit, world.closedVote, found)
  if (detail === undefined) return found.findings()
  try {
    const report = await client.fetchQuery(voteHistoryQuery(chain, world.closedVote))
    if (report.kind === 'no-index') {
      found.note('past votes', `${report.failure.kind}: ${report.failure.sentence}`)
    } else {
      const casts = [...report.byVoter.values()].flatMap((history) => history.casts)
      const told = casts.map(({ voter, height }) => `${voter} ${height}`)
      found.value('past votes', told.toSorted(), world.castOnClosed.toSorted())
      if (!report.isComplete) found.note('past votes', 'marked as not whole')
    }
  } catch (error) {
    found.failure('past votes', error)
  }
  return found.findings()
}

async function readDetail(
  visit: Visit,
  id: bigint,
  found: FindingList,
): Promise<Found | undefined> {
  const { chain, world } = visit
  const detail = await readProposalDetail(chain, id).catch((error: unknown) => {
    found.failure('all', error)
    return undefined
  })
  if (detail === undefined) return undefined
  if (detail.kind !== 'found') {
    found.note('proposal', detail.kind === 'absent' ? 'said not to exist' : 'cannot be decoded')
    return undefined
  }
  const state = stateOf(world, detail.source.height)
  found.value('proposal', shownLine(detail.proposal), trueLine(required(state.proposal(id))))
  found.figure('tally', detail.tally, trueTally(state, id))
  found.figure('bonded', detail.bondedTokens, BigInt(state.pool().bondedTokens))
  found.figure('denom', detail.bondDenom, state.stakingParams().bondDenom)
  const { deposits, params } = detail
  found.figure(
    'deposits',
    deposits.kind === 'known'
      ? { ...deposits, value: deposits.value.map(({ depositor }) => depositor) }
      : deposits,
    state.deposits(id).map(({ depositor }) => depositor),
  )
  if (params.kind !== 'known') found.figure('params', params, undefined)
  noteHeight(found, visit, detail.source)
  await noteOpinions(found, visit, comparedPictureOfProposal(detail))
  return detail
}
