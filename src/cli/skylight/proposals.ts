import type { Coin } from '../../domain/coin.ts'
import type { ProposalRow, Tally } from '../../domain/proposal.ts'
import { messageKindsOf } from '../../domain/proposal-filter.ts'
import { type Conversion, classifyConversion } from '../../domain/proposal-life.ts'
import type { Chain } from '../../queries/chain.ts'
import { type ProposalList, readProposalList } from '../../queries/proposal-list.ts'
import { type Answer, toProvenance } from './answer.ts'

/** `skylight proposals`: every proposal, newest first. Numbers the chain has no proposal for are left out. */
export async function listProposals(chain: Chain): Promise<Answer> {
  let list: ProposalList | undefined
  for await (const reading of readProposalList(chain)) list = reading
  if (list === undefined) throw new Error('reading the list gave nothing')
  const { tallies, source } = list
  const data = list.rows
    .filter((row) => row.kind !== 'gap')
    .map((row) => {
      const live = tallies.get(row.id.toString())
      return proposalRowJson(row, live?.kind === 'known' ? live.value : undefined)
    })
  return {
    provenance: toProvenance(source),
    data,
    header: [
      'id',
      'status',
      'title',
      'expedited',
      'converted',
      'failedReason',
      'votingEndsAt',
      'kinds',
      'proposer',
    ],
    rows: data.map((row) => [
      row.id.toString(),
      row.status ?? `unreadable: ${row.unreadable}`,
      row.title ?? '',
      tell(row.expedited),
      tell(row.converted),
      row.failedReason ?? '',
      row.votingEndsAt ?? '',
      row.kinds.join('; '),
      row.proposer ?? '',
    ]),
  }
}

function tell(value: boolean | null): string {
  return value === null ? 'cannot tell' : value ? 'yes' : 'no'
}

/** The JSON of one row (`ProposalRowShape`). */
export function proposalRowJson(row: ProposalRow, liveTally: Tally | undefined) {
  const id = Number(row.id)
  if (row.kind !== 'proposal') {
    return {
      ...NOTHING_KNOWN,
      id,
      unreadable: row.kind === 'gap' ? 'no such proposal' : row.reason,
    }
  }
  const { proposal } = row
  return {
    id,
    status: proposal.status,
    title: proposal.title,
    expedited: proposal.expedited,
    converted: CONVERTED[classifyConversion(proposal)],
    failedReason: proposal.failedReason,
    votingEndsAt: timeJson(proposal.votingEndsAt),
    kinds: [...messageKindsOf(proposal)],
    proposer: proposal.proposer,
    submittedAt: timeJson(proposal.submittedAt),
    depositEndsAt: timeJson(proposal.depositEndsAt),
    votingStartsAt: timeJson(proposal.votingStartsAt),
    totalDeposit: proposal.totalDeposit.map(coinJson),
    finalTally: proposal.finalTally === undefined ? null : tallyJson(proposal.finalTally),
    liveTally: liveTally === undefined ? null : tallyJson(liveTally),
    unreadable: null,
  }
}

const NOTHING_KNOWN = {
  status: null,
  title: null,
  expedited: null,
  converted: null,
  failedReason: null,
  votingEndsAt: null,
  kinds: [],
  proposer: null,
  submittedAt: null,
  depositEndsAt: null,
  votingStartsAt: null,
  totalDeposit: [],
  finalTally: null,
  liveTally: null,
}

const CONVERTED: Readonly<Record<Conversion, boolean | null>> = {
  converted: true,
  'not-converted': false,
  'cannot-tell': null,
}

function timeJson(time: Date | undefined): string | null {
  return time?.toISOString() ?? null
}

export function coinJson({ denom, amount }: Coin) {
  return { denom, amount: amount.toString() }
}

export function tallyJson(tally: Tally) {
  return {
    yes: tally.yes.toString(),
    abstain: tally.abstain.toString(),
    no: tally.no.toString(),
    noWithVeto: tally.noWithVeto.toString(),
  }
}
