import { Link } from '@tanstack/react-router'
import { formatInteger } from '../../domain/format-integer.ts'
import { AepNumberLink } from '../../ui/aep/AepNumberLink.tsx'
import { AepTitle } from '../../ui/aep/AepTitle.tsx'
import { DeliveryBadge } from '../../ui/aep/DeliveryBadge.tsx'
import { EditorialStatusText } from '../../ui/aep/EditorialStatusText.tsx'
import { UpgradeNameLink } from '../../ui/aep/UpgradeNameLink.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { DELIVERY_KINDS, type DeliveryKind } from './aep-filter.ts'
import type { AepRow } from './aep-row.ts'
import { type AepsState, formatAepsSearch } from './aeps-search.ts'

/** So many stand in a column; the rest is a press away, in the table. */
const MOST_SHOWN = 12

export interface AepsBoardProps {
  /** Those that match, in the order shown. */
  readonly rows: readonly AepRow[]
  readonly state: AepsState
  readonly isChainRead: boolean
  /** Nothing of it is unread. */
  readonly isWhole: boolean
}

/** The same AEPs by what the chain shows of them. */
export function AepsBoard({ rows, state, isChainRead, isWhole }: AepsBoardProps) {
  if (!isChainRead) {
    return (
      <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-4">
        {[12, 9, 6, 3].map((lines) => (
          <Skeleton key={lines} lines={lines} />
        ))}
      </div>
    )
  }
  const columns = DELIVERY_KINDS.flatMap((kind) => {
    const found = rows.filter(({ delivery }) => delivery?.kind === kind)
    return found.length === 0 ? [] : [{ kind, found }]
  })
  return (
    <div className="mt-4 gap-x-6 sm:columns-2 lg:columns-4">
      {columns.map(({ kind, found }) => (
        <Column key={kind} kind={kind} rows={found} state={state} isWhole={isWhole} />
      ))}
    </div>
  )
}

function Column({
  kind,
  rows,
  state,
  isWhole,
}: {
  readonly kind: DeliveryKind
  readonly rows: readonly AepRow[]
  readonly state: AepsState
  readonly isWhole: boolean
}) {
  return (
    <section className="mb-8 break-inside-avoid">
      <h2 className="flex items-baseline justify-between border-b border-rule-strong pb-1.5 text-s">
        <DeliveryBadge kind={kind} isWhole={isWhole} />
        <span className="text-xs font-normal text-ink-3">{formatInteger(rows.length)}</span>
      </h2>
      <ul>
        {rows.slice(0, MOST_SHOWN).map((row) => (
          <li key={row.number} className="border-b border-rule py-1.5 text-s">
            <Card row={row} />
          </li>
        ))}
      </ul>
      {rows.length > MOST_SHOWN && (
        <p className="pt-1.5 text-s">
          <Link
            to="/aeps"
            search={formatAepsSearch({
              view: 'table',
              filter: { ...state.filter, delivery: kind },
            })}
          >
            All {formatInteger(rows.length)} in the table
          </Link>
        </p>
      )}
    </section>
  )
}

function Card({ row }: { readonly row: AepRow }) {
  const { number, origin, title, through, findings } = row
  const target = through[0]?.target
  return (
    <>
      <AepNumberLink aep={number}>
        {title !== undefined && (
          <>
            {' '}
            <AepTitle title={title} limit={90} />
          </>
        )}
      </AepNumberLink>
      <small className="flex flex-wrap gap-x-2.5 text-xs text-ink-3">
        <span>
          {origin.kind === 'document' ? (
            <EditorialStatusText status={origin.aep.status} raw={origin.aep.statusRaw} />
          ) : (
            'no document read'
          )}
        </span>
        {target?.kind === 'upgrade' && <UpgradeNameLink name={target.name} limit={24} />}
        {target?.kind === 'launch' && <span>{target.displayName}</span>}
        {findings.length > 0 && <span className="text-warn">disagrees</span>}
      </small>
    </>
  )
}
