import { useNavigate } from '@tanstack/react-router'
import { memo, useCallback, useMemo } from 'react'
import type { Figure } from '../../domain/figure.ts'
import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import type { Lease } from '../../domain/market/lease.ts'
import type { MarketList } from '../../domain/market/market.ts'
import type { EndedMarket } from '../../queries/market/ended-market.ts'
import type { MeasuredMarket } from '../../queries/market/use-market-metrics.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { saveFile } from '../../ui/controls/save-file.ts'
import { ColumnNotes } from '../../ui/market/ColumnNotes.tsx'
import { DefinitionsList } from '../../ui/market/DefinitionsList.tsx'
import { isBeingRead, MarketReading } from '../../ui/market/MarketReading.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { StateMessage } from '../../ui/state/StateMessage.tsx'
import { LongTable } from '../../ui/table/LongTable.tsx'
import { nextSort, type TableSort } from '../../ui/table/table-column.ts'
import { usePageLinks } from '../../ui/text/page-links.ts'
import { LeasesToolbar } from './LeasesToolbar.tsx'
import { LEASE_SORTS } from './lease-column-ids.ts'
import { leaseColumnNotes, leaseColumns } from './lease-columns.tsx'
import {
  type AskedState,
  compileLeaseFilter,
  isDeploymentAmong,
  LEASE_STATES,
} from './lease-filter.ts'
import type { LeaseRow } from './lease-row.ts'
import { composeLeasesCsv } from './leases-csv.ts'
import { formatLeasesSearch, type LeasesAsked } from './leases-search.ts'
import { beginsAscending } from './sort-leases.ts'
import { useSelectedLeases } from './use-selected-leases.ts'

export interface LeasesBoardProps {
  readonly asked: LeasesAsked
  readonly measured: MeasuredMarket
  /** undefined: nobody asked for it. */
  readonly ended: EndedMarket | undefined
  /** All that was read. */
  readonly rows: readonly LeaseRow[]
  readonly now: Date
  readonly onRetryEnded: () => void
}

const METRICS = [
  'activeLeases',
  'reclaimingLeases',
  'leasesByState',
  'leasePrice',
  'closeReasons',
  'leaseAge',
  'leaseDuration',
  'resourceOrigin',
  'leasedGpus',
  'leasedCpu',
  'leasedMemory',
  'leasedStorage',
  'spendSettled',
] as const

/** In pixels; on a phone a row is a small grid. */
function estimateRowHeight(): number {
  return window.matchMedia('(width >= 640px)').matches ? 42 : 150
}

/** More than these do not stand side by side on a wide screen. */
const MOST_COLUMNS = 9

const keyOf = ({ key }: LeaseRow) => key

/** Filters, the table, and what is not in it. */
export const LeasesBoard = memo(function LeasesBoard(props: LeasesBoardProps) {
  const { asked, measured, ended, rows, now, onRetryEnded } = props
  const { market } = measured
  const { filter, sort, isAscending, columns: chosen } = asked
  const navigate = useNavigate({ from: '/market/leases' })
  const { height } = market.source
  const blockTime = market.blockTime.kind === 'known' ? market.blockTime.value : undefined
  const isDseqWhole = useMemo(() => isDeploymentAmong(filter.dseq, rows), [filter.dseq, rows])
  const selection = useMemo(
    () => ({
      matches: compileLeaseFilter(filter, { height, blockTime, isDseqWhole }),
      sort,
      isAscending,
      height,
    }),
    [filter, sort, isAscending, height, blockTime, isDseqWhole],
  )
  const { shown, isSettled } = useSelectedLeases(rows, selection)
  const columns = useMemo(
    () => leaseColumns(chosen, { height, blockTime, now }),
    [chosen, height, blockTime, now],
  )
  const change = (next: Partial<LeasesAsked>) =>
    void navigate({
      search: (previous) => ({ ...previous, ...formatLeasesSearch({ ...asked, ...next }) }),
      replace: true,
      resetScroll: false,
    })
  const links = usePageLinks()
  const rowHref = useCallback(({ key }: LeaseRow) => links?.leaseHref(key), [links])
  const tableSort: TableSort = {
    columnId: sort,
    direction: isAscending ? 'ascending' : 'descending',
  }
  const onSort = (columnId: string) => {
    const next = LEASE_SORTS.find((each) => each === columnId) ?? 'state'
    const { direction } = nextSort(
      tableSort,
      next,
      beginsAscending(next) ? 'ascending' : 'descending',
    )
    change({ sort: next, isAscending: direction === 'ascending' })
  }
  const lists = [market.running, ...(ended === undefined ? [] : listsOf(ended))]
  const isWhole = lists.every(isReadWhole)
  const isGrowing = !isSettled || lists.some(isBeingRead)
  const source = market.running.kind === 'known' ? market.running.source : market.source
  const save = async () => saveFile(await composeLeasesCsv(shown, source, breathe))
  const table = (
    <LongTable
      label="Leases"
      columns={columns}
      rows={shown}
      getKey={keyOf}
      sort={tableSort}
      onSort={onSort}
      rowHref={rowHref}
      onFollow={links?.onFollow}
      estimateRowHeight={estimateRowHeight()}
      phoneRowClass="max-sm:grid-cols-2"
    />
  )
  return (
    <>
      <LeasesToolbar
        {...{ rows, filter }}
        columns={chosen}
        counts={countStates(measured, ended)}
        isBlockTimeKnown={blockTime !== undefined}
        canSave={isWhole && isSettled}
        onChange={(part) => change({ filter: { ...filter, ...part } })}
        onColumns={(next) => change({ columns: next })}
        onSave={save}
      />
      <div className="flex min-h-6 flex-wrap items-baseline gap-x-4 gap-y-1">
        <p role="status" className="text-s text-ink-2">
          {shown.length === rows.length
            ? formatCount(shown.length, 'lease')
            : `${formatInteger(shown.length)} of ${formatCount(rows.length, 'lease')} read ${shown.length === 1 ? 'matches' : 'match'}`}
          {isGrowing
            ? ' so far.'
            : isWhole
              ? '.'
              : '; not all could be read. Only a whole list is saved as CSV.'}
          {filter.gpu !== '' &&
            ended !== undefined &&
            ' What ended leases held is on their own pages, so a filter by GPU finds running ones only.'}
        </p>
        {ended === undefined ? (
          <span className="text-s text-ink-3">
            Ended leases are not read.{' '}
            <button
              type="button"
              onClick={() => change({ filter: { ...filter, states: LEASE_STATES } })}
              className="min-h-6 text-ink-2 underline underline-offset-3 hover:text-ink"
            >
              Read them too
            </button>
          </span>
        ) : (
          listsOf(ended).some(hasFailed) && <Button onClick={onRetryEnded}>Read them again</Button>
        )}
      </div>
      <MarketReading
        height={height}
        lists={[
          ['running leases', market.running],
          ...(ended === undefined
            ? []
            : ([
                ['leases that ran out of funds', ended.insufficientFunds],
                ['closed leases', ended.closed],
              ] as const)),
        ]}
      />
      {shown.length > 0 && (
        <ColumnNotes of="Leases" columns={leaseColumnNotes(chosen)} source={source} now={now} />
      )}
      {shown.length === 0 ? (
        // What is below stays below the window until rows push it there.
        <div className={isGrowing ? 'min-h-screen' : undefined}>
          <StateMessage
            title={rows.length === 0 ? 'No lease' : 'No lease matches'}
            sentence={
              isGrowing
                ? 'None so far; more are still being read.'
                : !isWhole
                  ? 'None among those that could be read; the others may be among those that could not.'
                  : rows.length === 0
                    ? 'The node answered, and its list is empty.'
                    : ended === undefined
                      ? 'None of those that run. Take a filter away, or read those that ended too.'
                      : 'Take a filter away, or ask for another state.'
            }
          />
        </div>
      ) : chosen.length > MOST_COLUMNS ? (
        <div className="sm:overflow-x-auto">
          <div className="sm:min-w-[1600px]">{table}</div>
        </div>
      ) : (
        table
      )}
      <DefinitionsList metrics={METRICS} />
      <SourceNote source={source} now={now}>
        Prices and amounts are to the base unit; times in days are estimates by the block time.
      </SourceNote>
    </>
  )
})

function listsOf({ insufficientFunds, closed }: EndedMarket): readonly Figure<MarketList<Lease>>[] {
  return [insufficientFunds, closed]
}

function isReadWhole(list: Figure<MarketList<unknown>>): boolean {
  return list.kind === 'known' && list.value.isComplete
}

/** Nothing more of it is to come, though there is more. */
function hasFailed(list: Figure<MarketList<unknown>>): boolean {
  return !isReadWhole(list) && !isBeingRead(list)
}

function countStates(
  { market, metrics }: MeasuredMarket,
  ended: EndedMarket | undefined,
): ReadonlyMap<AskedState, number> {
  const counts = new Map<AskedState, number>()
  if (metrics !== undefined && isReadWhole(market.running)) {
    counts.set('active', metrics.states.byState.get('active') ?? 0)
    counts.set('reclaiming', metrics.states.byState.get('reclaiming') ?? 0)
  }
  const lists = { insufficient_funds: ended?.insufficientFunds, closed: ended?.closed }
  for (const state of ['insufficient_funds', 'closed'] as const) {
    const list = lists[state]
    if (list?.kind === 'known' && list.value.isComplete) counts.set(state, list.value.items.length)
  }
  return counts
}

/** Until the page has had its turn. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
