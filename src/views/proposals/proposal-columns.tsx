import type { Figure } from '../../domain/figure.ts'
import type { GovParams } from '../../domain/gov-params.ts'
import type { Proposal, ProposalRow } from '../../domain/proposal.ts'
import { classifyConversion, isClosed } from '../../domain/proposal-life.ts'
import { applicableThreshold } from '../../domain/tally.ts'
import { disagreementOnTally } from '../../queries/compared-pictures.ts'
import type { ProposalList } from '../../queries/proposal-list.ts'
import type { SecondOpinions } from '../../queries/second-opinion.ts'
import { TallyMini } from '../../ui/charts/TallyMini.tsx'
import { ConvertedMark } from '../../ui/proposal/ConvertedMark.tsx'
import { ExpeditedMark } from '../../ui/proposal/ExpeditedMark.tsx'
import { KindBadge } from '../../ui/proposal/KindBadge.tsx'
import { StatusBadge } from '../../ui/proposal/StatusBadge.tsx'
import { FigureText } from '../../ui/state/FigureText.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'
import { useNow } from '../../ui/use-now.ts'

/** What the tallies of a list are drawn from, apart from its rows. */
export interface TallyBasis
  extends Pick<ProposalList, 'params' | 'bondedTokens' | 'tallies' | 'onlyKept'> {
  readonly opinions: SecondOpinions
}

/** The columns of the list; `sort` of the URL names them by id. */
export function proposalColumns(
  list: TallyBasis,
  readNow: () => Date,
): readonly TableColumn<ProposalRow>[] {
  return [
    {
      id: 'id',
      header: 'No.',
      align: 'end',
      isSortable: true,
      className: 'sm:w-20 whitespace-nowrap',
      render: (row) => <NumberCell row={row} />,
    },
    {
      id: 'title',
      header: 'Title',
      isSortable: true,
      isRowHeader: true,
      className: 'max-sm:col-start-2 max-sm:col-span-2',
      render: (row) => <TitleCell row={row} />,
      renderDetail: (row) => <TitleDetail row={row} />,
    },
    {
      id: 'status',
      header: 'Status',
      className: 'sm:w-32 max-sm:row-start-2 max-sm:col-start-2',
      render: (row) =>
        row.kind === 'proposal' ? (
          <>
            <StatusBadge status={row.proposal.status} />
            {list.onlyKept !== undefined && !isClosed(row.proposal) && (
              <small className="block text-xs text-ink-3">when kept</small>
            )}
          </>
        ) : null,
    },
    {
      id: 'tally',
      header: 'Tally',
      className: 'sm:w-56 max-sm:row-start-3 max-sm:col-start-2 max-sm:col-span-2',
      render: (row) =>
        row.kind === 'proposal' ? <TallyCell proposal={row.proposal} list={list} /> : null,
    },
    {
      id: 'ends',
      header: 'Ends, ended',
      align: 'end',
      isSortable: true,
      className: 'sm:w-40 max-sm:row-start-2 max-sm:col-start-3 max-sm:text-end normal-nums',
      render: (row) =>
        row.kind === 'proposal' ? <EndCell proposal={row.proposal} readNow={readNow} /> : null,
    },
  ]
}

function NumberCell({ row }: { readonly row: ProposalRow }) {
  if (row.kind !== 'gap') return row.id.toString()
  return (
    <span className="text-ink-3">
      {row.id === row.lowestId ? row.id.toString() : `${row.id}–${row.lowestId}`}
    </span>
  )
}

function TitleCell({ row }: { readonly row: ProposalRow }) {
  switch (row.kind) {
    case 'proposal':
      return (
        <span className="font-medium">
          <HostileText text={row.proposal.title} limit={160} isCutSilently absence="(no title)" />
        </span>
      )
    case 'unreadable':
      return <span className="text-warn">Could not be decoded</span>
    case 'gap':
      return (
        <span className="text-ink-3">
          {row.id === row.lowestId
            ? 'No proposal with this number'
            : 'No proposals with these numbers'}
        </span>
      )
  }
}

function TitleDetail({ row }: { readonly row: ProposalRow }) {
  switch (row.kind) {
    case 'proposal':
      return <ProposalDetailLine proposal={row.proposal} />
    case 'unreadable':
      return <small className="block text-xs text-ink-3">its bytes are on its page</small>
    case 'gap':
      return (
        <small className="block text-xs text-ink-3">
          cancelled by the proposer, or the deposit was never met: the chain deletes both
        </small>
      )
  }
}

function ProposalDetailLine({ proposal }: { readonly proposal: Proposal }) {
  const plan = proposal.messages.find((message) => message.plan !== undefined)?.plan
  return (
    <span className="flex flex-wrap gap-x-3 text-xs text-ink-3">
      <KindBadge typeUrls={proposal.messages.map(({ contentTypeUrl }) => contentTypeUrl)} />
      {plan !== undefined && <HostileText text={plan.name} limit={40} isCutSilently />}
      {proposal.expedited && <ExpeditedMark />}
      <ConvertedMark conversion={classifyConversion(proposal)} />
      {proposal.status === 'PROPOSAL_STATUS_FAILED' && proposal.failedReason !== '' && (
        <span className="text-bad">
          <HostileText text={proposal.failedReason} limit={90} isCutSilently />
        </span>
      )}
    </span>
  )
}

function TallyCell({ proposal, list }: { readonly proposal: Proposal; readonly list: TallyBasis }) {
  const params = knownValue(list.params)
  const threshold = params === undefined ? undefined : applicableThreshold(proposal, params)
  if (proposal.status === 'PROPOSAL_STATUS_DEPOSIT_PERIOD') {
    return (
      <div className="flex min-h-9 items-center text-xs text-ink-3">no vote before the deposit</div>
    )
  }
  if (isClosed(proposal)) {
    return <TallyMini tally={proposal.finalTally} threshold={threshold} isFinal />
  }
  const live = list.tallies.get(proposal.id.toString()) ?? { kind: 'loading' as const }
  return (
    <div className="min-h-9">
      <FigureText figure={live} label="the live tally" widthClass="w-32">
        {(tally) => (
          <TallyMini
            tally={tally}
            bondedTokens={list.bondedTokens.kind === 'known' ? list.bondedTokens.value : undefined}
            quorum={params?.quorum}
            threshold={threshold}
          />
        )}
      </FigureText>
      {disagreementOnTally(list.opinions, proposal.id) !== undefined && (
        <span className="block text-xs font-semibold text-bad">nodes disagree on it</span>
      )}
    </div>
  )
}

function knownValue(figure: Figure<GovParams>): GovParams | undefined {
  return figure.kind === 'known' ? figure.value : undefined
}

/** Keeps its own time, so that a second that passes redraws this text and not the table. */
function EndCell({
  proposal,
  readNow,
}: {
  readonly proposal: Proposal
  readonly readNow: () => Date
}) {
  const now = useNow(readNow, isClosed(proposal) ? 30_000 : 1_000)
  const isCollecting = proposal.status === 'PROPOSAL_STATUS_DEPOSIT_PERIOD'
  return <TimeText date={isCollecting ? proposal.depositEndsAt : proposal.votingEndsAt} now={now} />
}
