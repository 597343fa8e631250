import { describeFindingKind } from '../../domain/link/findings/describe-finding-kind.ts'
import type { AepLink } from '../../domain/link/link.ts'
import { AepTitle } from '../../ui/aep/AepTitle.tsx'
import { DeliveryBadge } from '../../ui/aep/DeliveryBadge.tsx'
import { EditorialStatusText } from '../../ui/aep/EditorialStatusText.tsx'
import { OwnersText } from '../../ui/aep/OwnersText.tsx'
import { ProposalNumberLink } from '../../ui/aep/ProposalNumberLink.tsx'
import { UpgradeNameLink } from '../../ui/aep/UpgradeNameLink.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import { HeightText } from '../../ui/text/HeightText.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import type { AepRow } from './aep-row.ts'

/**
 * The columns of the list; `sort` of the URL names them by id.
 * @param isWhole nothing of the chain is unread, so that nothing found is an answer
 */
export function aepColumns(isChainRead: boolean, isWhole: boolean): readonly TableColumn<AepRow>[] {
  return [
    {
      id: 'number',
      header: 'AEP',
      align: 'end',
      isSortable: true,
      className: 'sm:w-11 lg:w-14 max-sm:text-end',
      render: (row) => (
        <span className={row.origin.kind === 'absent' ? 'text-ink-3' : undefined}>
          {row.number}
        </span>
      ),
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
      id: 'document',
      header: 'Document says',
      isSortable: true,
      className: 'sm:w-28 xl:w-40 max-sm:row-start-2 max-sm:col-start-2',
      render: (row) => <DocumentCell row={row} />,
    },
    {
      id: 'chain',
      header: 'Chain shows',
      isSortable: true,
      className: 'sm:w-38 xl:w-48 max-sm:row-start-2 max-sm:col-start-3 max-sm:text-end',
      render: (row) => <ChainCell row={row} isWhole={isWhole} />,
    },
    {
      id: 'height',
      header: 'Through',
      isSortable: true,
      className: 'sm:w-28 xl:w-32 max-sm:row-start-3 max-sm:col-start-3 max-sm:text-end',
      render: ({ through }) => <ThroughCell through={through} />,
    },
    {
      id: 'group',
      header: 'Group',
      className: 'sm:max-lg:hidden sm:w-44 max-sm:row-start-3 max-sm:col-start-2',
      render: (row) =>
        row.owners === undefined ? (
          isChainRead || row.origin.kind === 'absent' ? null : (
            <Skeleton widthClass="w-20" />
          )
        ) : (
          <div className={row.owners.kind === 'not-recorded' ? 'max-sm:hidden' : undefined}>
            <OwnersText owners={row.owners} of={`AEP-${row.number}`} form="letter" />
          </div>
        ),
    },
    {
      id: 'findings',
      header: 'Disagreements',
      isSortable: true,
      className: 'sm:max-xl:hidden sm:w-44 max-sm:row-start-4 max-sm:col-start-2 max-sm:col-span-2',
      render: (row) => <FindingsCell row={row} />,
    },
  ]
}

function TitleCell({ row }: { readonly row: AepRow }) {
  switch (row.origin.kind) {
    case 'document':
    case 'later':
      return (
        <span className="font-medium">
          <AepTitle title={row.title ?? ''} />
        </span>
      )
    case 'chain':
      return <span className="text-ink-2">No document known</span>
    case 'absent':
      return <span className="text-ink-3">No AEP has this number</span>
  }
}

function TitleDetail({ row }: { readonly row: AepRow }) {
  return <small className="block text-xs text-ink-3">{detailOf(row)}</small>
}

function detailOf({ origin }: AepRow) {
  switch (origin.kind) {
    case 'document': {
      const { type, category, roadmap, created } = origin.aep
      const words = [type, category, roadmap].filter((word) => word !== undefined).join(' · ')
      return (
        <>
          <HostileText text={words} limit={80} isCutSilently absence="no type" />
          {created !== undefined && (
            <>
              {' '}
              · <HostileText text={created} limit={30} isCutSilently />
            </>
          )}
        </>
      )
    }
    case 'later':
      return `seen after the documents here were read, dated ${origin.later.created}`
    case 'chain':
      return 'only proposals of this chain name it'
    case 'absent':
      return <HostileText text={origin.absent.reason} limit={160} isCutSilently />
  }
}

function DocumentCell({ row: { origin } }: { readonly row: AepRow }) {
  if (origin.kind === 'absent') return null
  if (origin.kind !== 'document') return <span className="text-ink-3">not read</span>
  const { status, statusRaw, completed, estimatedCompletion } = origin.aep
  return (
    <>
      <EditorialStatusText status={status} raw={statusRaw} />
      <small className="block text-xs text-ink-3">
        {completed !== undefined ? (
          <>
            completed <HostileText text={completed} limit={24} isCutSilently />
          </>
        ) : (
          estimatedCompletion !== undefined && (
            <>
              estimated <HostileText text={estimatedCompletion} limit={24} isCutSilently />
            </>
          )
        )}
      </small>
    </>
  )
}

function ChainCell({ row, isWhole }: { readonly row: AepRow; readonly isWhole: boolean }) {
  if (row.delivery !== undefined) {
    return <DeliveryBadge kind={row.delivery.kind} isWhole={isWhole} />
  }
  if (row.origin.kind === 'absent') return null
  return (
    <span className="block max-sm:ms-auto max-sm:w-24">
      <Skeleton widthClass="w-24" />
    </span>
  )
}

const MOST_SHOWN = 2

function ThroughCell({ through }: { readonly through: readonly AepLink[] }) {
  const isMention = through[0]?.relation === 'mentions'
  const shown = through.slice(0, isMention ? 1 : MOST_SHOWN)
  const rest = through.length - shown.length
  return (
    <>
      {shown.map((link) => (
        <span key={keyOfLink(link)} className="block">
          <Target link={link} />
        </span>
      ))}
      {rest > 0 && <small className="text-xs text-ink-3">and {rest} more</small>}
    </>
  )
}

function keyOfLink({ target, relation }: AepLink): string {
  const name =
    target.kind === 'upgrade'
      ? `${target.name} ${target.height}`
      : target.kind === 'launch'
        ? target.displayName
        : target.proposalId.toString()
  return `${target.kind} ${name} ${relation}`
}

function Target({ link: { target, relation } }: { readonly link: AepLink }) {
  if (target.kind === 'proposal') return <ProposalNumberLink id={target.proposalId} />
  if (target.kind === 'launch') {
    return (
      <>
        {target.displayName}
        <small className="block text-xs text-ink-3">{target.date}</small>
      </>
    )
  }
  return (
    <>
      {relation === 'removes' && <span className="text-warn">removed by </span>}
      <UpgradeNameLink name={target.name} limit={24} />
      <small className="block text-xs text-ink-3">
        <HeightText height={target.height} href={false} />
      </small>
    </>
  )
}

function FindingsCell({ row: { findings } }: { readonly row: AepRow }) {
  const [first, ...rest] = findings
  if (first === undefined) return null
  return (
    <span className="text-warn">
      <span className="line-clamp-2">{describeFindingKind(first.kind)}</span>
      {rest.length > 0 && <small className="block text-xs">and {rest.length} more</small>}
    </span>
  )
}
