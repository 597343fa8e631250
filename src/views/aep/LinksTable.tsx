import type { AepLink } from '../../domain/link/link.ts'
import type { Relation } from '../../domain/registry/registry.ts'
import { formatPlanState } from '../../domain/upgrades/ledger/describe-plan-state.ts'
import { EvidenceList } from '../../ui/aep/EvidenceList.tsx'
import { ProposalNumberLink } from '../../ui/aep/ProposalNumberLink.tsx'
import { UpgradeNameLink } from '../../ui/aep/UpgradeNameLink.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import { HeightText } from '../../ui/text/HeightText.tsx'
import { formatStanding } from './compute-path.ts'

export interface LinksTableProps {
  readonly label: string
  readonly links: readonly AepLink[]
  /** Links that say nothing by themselves. @default false */
  readonly areCoincidences?: boolean
}

/** The strongest first. */
const WORDS: Readonly<Record<Relation, string>> = {
  delivers: 'delivers it',
  removes: 'removes it',
  amends: 'changes it',
  funds: 'funds it',
  mentions: 'mentions it',
}

const ORDER = Object.keys(WORDS)

/** Every link of an AEP with all that speaks for it; what delivers it stands first, what only mentions it last. */
export function LinksTable({ label, links, areCoincidences = false }: LinksTableProps) {
  return (
    <DataTable
      label={label}
      columns={areCoincidences ? COINCIDENCE_COLUMNS : COLUMNS}
      rows={links.toSorted((a, b) => ORDER.indexOf(a.relation) - ORDER.indexOf(b.relation))}
      getKey={keyOf}
      phoneRowClass="max-sm:grid-cols-[minmax(0,1fr)_auto]"
    />
  )
}

function keyOf({ target, relation }: AepLink): string {
  switch (target.kind) {
    case 'upgrade':
      return `${relation} upgrade ${target.name} ${target.height}`
    case 'launch':
      return `${relation} launch ${target.displayName}`
    case 'proposal':
      return `${relation} proposal ${target.proposalId}`
  }
}

const COLUMNS: readonly TableColumn<AepLink>[] = [
  {
    id: 'target',
    header: 'Through',
    isRowHeader: true,
    className: 'sm:w-36 font-medium! max-sm:col-start-1 max-sm:row-start-1',
    render: ({ target }) => {
      if (target.kind === 'upgrade') return <UpgradeNameLink name={target.name} />
      if (target.kind === 'launch') return target.displayName
      return <ProposalNumberLink id={target.proposalId} />
    },
    renderDetail: ({ target }) => (
      <small className="block text-xs text-ink-3">
        {target.kind === 'upgrade' && (
          <>
            at <HeightText height={target.height} href={false} />
            {target.proposalId !== undefined && (
              <span className="block">
                <ProposalNumberLink id={target.proposalId} />
              </span>
            )}
          </>
        )}
        {target.kind === 'launch' && target.chainId}
      </small>
    ),
  },
  {
    id: 'relation',
    header: 'Does what',
    className: 'sm:w-40 max-sm:col-start-2 max-sm:row-start-1 max-sm:text-end',
    render: (link) => (
      <>
        {WORDS[link.relation]}
        <small className="block text-xs text-ink-3">
          <State link={link} />
        </small>
      </>
    ),
  },
  {
    id: 'confidence',
    header: 'Confidence',
    className: 'sm:w-24 max-sm:col-start-1 max-sm:col-span-2 max-sm:row-start-2 max-sm:text-ink-2',
    render: ({ confidence }) => (
      <>
        {confidence}
        <span className="sm:hidden"> confidence</span>
      </>
    ),
  },
  {
    id: 'evidence',
    header: 'Evidence',
    className: 'max-sm:col-span-2 max-sm:row-start-3',
    render: ({ evidence }) => <EvidenceList evidence={evidence} />,
  },
]

/** Nothing is said of what such an upgrade does. */
const COINCIDENCE_COLUMNS = COLUMNS.map((column) =>
  column.id === 'relation'
    ? {
        ...column,
        header: 'When',
        render: (link: AepLink) => (
          <small className="block text-xs text-ink-3">
            <State link={link} />
          </small>
        ),
      }
    : column,
)

function State({ link: { target } }: { readonly link: AepLink }) {
  const [words, day] = stateOf(target)
  return (
    <>
      {words} {day !== undefined && <span className="whitespace-nowrap">{day}</span>}
    </>
  )
}

function stateOf(target: AepLink['target']): readonly [string, string | undefined] {
  switch (target.kind) {
    case 'upgrade':
      return [formatPlanState(target.state).toLowerCase(), target.appliedOn]
    case 'launch':
      return ['began', target.date]
    case 'proposal':
      return [formatStanding(target.standing).toLowerCase(), target.votingEndedOn]
  }
}
