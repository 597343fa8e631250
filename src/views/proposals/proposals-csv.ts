import { composeCsvFile, type ExportFile } from '../../domain/export-file.ts'
import type { ProposalRow, Tally } from '../../domain/proposal.ts'
import { messageKindsOf } from '../../domain/proposal-filter.ts'
import { classifyConversion } from '../../domain/proposal-life.ts'
import type { ProposalList } from '../../queries/proposal-list.ts'

const HEADER = [
  'id',
  'status',
  'title',
  'kinds',
  'expedited',
  'converted',
  'proposer',
  'submittedAt',
  'depositEndsAt',
  'votingStartsAt',
  'votingEndsAt',
  'yes',
  'abstain',
  'no',
  'noWithVeto',
  'tallyIs',
  'totalDeposit',
  'failedReason',
  'chainId',
  'listHeight',
]

/**
 * The rows shown, with exact base units and times. `listHeight` on every row is the height the list is shown at: rows of
 * open proposals were read there, rows of closed ones there or earlier, which are the same at every later height.
 */
export function composeProposalsCsv(list: ProposalList, rows: readonly ProposalRow[]): ExportFile {
  const { chainId, height } = list.source
  const cells = rows.flatMap((row) => csvRow(list, row, [chainId, height.toString()]))
  return composeCsvFile(chainId, `proposals-${chainId}-${height}`, [HEADER, ...cells])
}

function csvRow(list: ProposalList, row: ProposalRow, origin: readonly string[]): string[][] {
  if (row.kind === 'gap') return []
  const id = row.id.toString()
  if (row.kind === 'unreadable') {
    return [[id, 'unreadable', ...Array<string>(HEADER.length - 4).fill(''), ...origin]]
  }
  const { proposal } = row
  const live = list.tallies.get(id)
  const [tally, tallyIs] =
    proposal.status === 'PROPOSAL_STATUS_VOTING_PERIOD'
      ? [live?.kind === 'known' ? live.value : undefined, 'live']
      : [proposal.finalTally, 'final']
  return [
    [
      id,
      proposal.status,
      proposal.title,
      messageKindsOf(proposal).join('; '),
      proposal.expedited ? 'yes' : 'no',
      { converted: 'yes', 'not-converted': 'no', 'cannot-tell': 'cannot tell' }[
        classifyConversion(proposal)
      ],
      proposal.proposer,
      ...[
        proposal.submittedAt,
        proposal.depositEndsAt,
        proposal.votingStartsAt,
        proposal.votingEndsAt,
      ].map((time) => time?.toISOString() ?? ''),
      ...tallyCells(tally),
      tally === undefined ? 'not known' : tallyIs,
      proposal.totalDeposit.map(({ denom, amount }) => `${amount}${denom}`).join('; '),
      proposal.failedReason,
      ...origin,
    ],
  ]
}

function tallyCells(tally: Tally | undefined): string[] {
  if (tally === undefined) return ['', '', '', '']
  return [tally.yes, tally.abstain, tally.no, tally.noWithVeto].map(String)
}
