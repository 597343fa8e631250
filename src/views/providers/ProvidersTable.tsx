import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { formatCount } from '../../domain/format-integer.ts'
import type { Market } from '../../domain/market/market.ts'
import type { MarketMetrics } from '../../domain/market/metrics/market-metrics.ts'
import type { Source } from '../../domain/source.ts'
import { usdPricesOf } from '../../queries/market/market-ground.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { SearchField } from '../../ui/controls/SearchField.tsx'
import { saveFile } from '../../ui/controls/save-file.ts'
import { type ColumnNote, ColumnNotes } from '../../ui/market/ColumnNotes.tsx'
import { StateMessage } from '../../ui/state/StateMessage.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { nextSort, type TableSort } from '../../ui/table/table-column.ts'
import { providerColumns } from './provider-columns.tsx'
import {
  findProviderSort,
  formatProvidersSearch,
  parseProvidersSearch,
  selectProviders,
} from './provider-filter.ts'
import { composeProviderRows } from './provider-row.ts'
import { composeProvidersCsv } from './providers-csv.ts'

const route = getRouteApi('/market/providers')

const NOTES: readonly ColumnNote[] = [
  {
    header: 'Auditors',
    metric: 'providers',
    note: 'Accounts that signed attributes of the provider, on the list of the audit module.',
  },
  {
    header: 'Attributes',
    metric: 'providers',
    note: 'Attributes that the provider gives itself on that list.',
  },
]

/** Every provider with what of it runs; searched, sorted, saved. */
export function ProvidersTable({
  market,
  metrics,
  source,
  now,
}: {
  readonly market: Market
  readonly metrics: MarketMetrics
  readonly source: Source
  readonly now: Date
}) {
  const navigate = useNavigate({ from: '/market/providers' })
  const search = route.useSearch()
  const filter = useMemo(() => parseProvidersSearch(search), [search])
  const rows = useMemo(
    () => composeProviderRows(metrics, market.providers, usdPricesOf(market)),
    [market, metrics],
  )
  const shown = useMemo(() => selectProviders(rows, filter), [rows, filter])
  const isListKnown = market.providers.kind === 'known'
  const columns = useMemo(
    () => providerColumns(source, now, isListKnown),
    [source, now, isListKnown],
  )
  const change = (next: Partial<typeof filter>) =>
    void navigate({
      search: (previous) => ({ ...previous, ...formatProvidersSearch({ ...filter, ...next }) }),
      replace: true,
      resetScroll: false,
    })
  const sort: TableSort = {
    columnId: filter.sort,
    direction: filter.isAscending ? 'ascending' : 'descending',
  }
  return (
    <>
      <search className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2.5">
        <SearchField
          label="Search by address, host, auditor or attribute"
          placeholder="Address, host, auditor or attribute"
          value={filter.text}
          onChange={(text) => change({ text })}
        />
        <span className="text-s text-ink-2">{formatCount(shown.length, 'provider')}</span>
        <span className="ms-auto flex-none whitespace-nowrap">
          <Button
            look="quiet"
            onClick={() => saveFile(composeProvidersCsv(shown, isListKnown, source))}
          >
            Save as CSV
          </Button>
        </span>
      </search>
      {shown.length === 0 ? (
        <StateMessage
          title="No provider matches"
          sentence="Search for another word: part of an address, a host, an attribute’s key or value."
        />
      ) : (
        <>
          <ColumnNotes
            of="Providers"
            columns={NOTES}
            source={market.providers.kind === 'known' ? market.providers.source : source}
            now={now}
          />
          <DataTable
            label="Providers"
            columns={columns}
            rows={shown}
            getKey={({ address }) => address}
            sort={sort}
            onSort={(columnId) => {
              const next = nextSort(
                sort,
                columnId,
                columnId === 'name' ? 'ascending' : 'descending',
              )
              change({
                sort: findProviderSort(next.columnId),
                isAscending: next.direction === 'ascending',
              })
            }}
            phoneRowClass="max-sm:grid-cols-3"
            isFixed
          />
        </>
      )}
    </>
  )
}
