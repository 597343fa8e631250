import { listOpenVotes } from '../../../src/domain/open-votes.ts'
import { isClosed } from '../../../src/domain/proposal-life.ts'
import { comparedPictureOfList } from '../../../src/queries/compared-pictures.ts'
import { type ProposalList, readProposalList } from '../../../src/queries/proposal-list.ts'
import { createFindings, type FindingList, type Findings } from './findings.ts'
import { noteHeight, noteNextHeight, noteOpinions } from './picture.ts'
import { shownLine, shownLines, stateOf, trueLine, trueLines, trueTally } from './truth.ts'
import type { Visit } from './visit.ts'

/** `/proposals` and `/`, which read the same list: every proposal; and what is in vote, and what was decided. */
export async function readListScreens(visit: Visit) {
  const read = createFindings()
  const list = await readList(visit, read)
  if (list === undefined) return { list: read.findings(), overview: read.findings() }
  noteParameters(read, list, visit)
  noteHeight(read, visit, list.source)
  await noteOpinions(read, visit, comparedPictureOfList(list))
  if (read.findings().height !== undefined) await noteNextHeight(read, visit)
  const shared = read.findings()
  return {
    list: { ...shared, ...judgeList(visit, list) },
    overview: { ...shared, ...judgeOverview(visit, list) },
  }
}

function judgeList({ world }: Visit, list: ProposalList): Findings {
  const found = createFindings()
  const state = stateOf(world, list.source.height)
  if (list.isComplete) found.value('rows', shownLines(list.rows), trueLines(state))
  for (const [id, tally] of list.tallies) {
    found.figure('tallies', tally, trueTally(state, BigInt(id)))
  }
  return found.findings()
}

function judgeOverview({ world }: Visit, list: ProposalList): Findings {
  const found = createFindings()
  const state = stateOf(world, list.source.height)
  const params = list.params.kind === 'known' ? list.params.value : undefined
  const bonded = list.bondedTokens.kind === 'known' ? list.bondedTokens.value : undefined
  const inVote = listOpenVotes(list.rows, list.tallies, params, bonded)
  const open = state.proposals().filter(({ status }) => status === 2)
  found.value(
    'in vote',
    inVote.map(({ proposal }) => shownLine(proposal)).toSorted(),
    open.map(trueLine).toSorted(),
  )
  if (inVote.some(({ tally, outcome }) => tally === undefined || outcome === undefined)) {
    found.note('standing', 'unknown, not zero')
  }
  for (const { proposal, tally } of inVote) {
    if (tally !== undefined) found.value('tallies', tally, trueTally(state, proposal.id))
  }
  const decided = list.rows.flatMap((row) =>
    row.kind === 'proposal' && isClosed(row.proposal) ? [row.proposal] : [],
  )
  const truth = state.proposals().filter(({ status }) => status > 2)
  if (list.isComplete) {
    found.value('decided', decided.map(shownLine), truth.map(trueLine).toReversed())
  }
  return found.findings()
}

/** The last picture there was; what broke it off is a finding of its own. */
async function readList({ chain }: Visit, found: FindingList): Promise<ProposalList | undefined> {
  let list: ProposalList | undefined
  try {
    for await (const picture of readProposalList(chain)) list = picture
  } catch (error) {
    found.failure(list === undefined ? 'all' : 'rest', error)
  }
  if (list?.isComplete === false) {
    found.note('rows', 'a part was read, and is marked as not whole')
  }
  return list
}

function noteParameters(found: FindingList, list: ProposalList, { world }: Visit): void {
  const state = stateOf(world, list.source.height)
  found.figure('bonded', list.bondedTokens, BigInt(state.pool().bondedTokens))
  const period = Number(state.govParams().votingPeriod?.seconds ?? 0n) * 1000
  const { params } = list
  found.figure(
    'params',
    params.kind === 'known' ? { ...params, value: params.value.votingPeriodMs } : params,
    period,
  )
}
