import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { type AepLinksReading, useAepLinks } from '../../queries/aep-links.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { ChainFailureNote } from '../../ui/aep/ChainFailureNote.tsx'
import { LinkSourceNote } from '../../ui/aep/LinkSourceNote.tsx'
import { RegistryFrame } from '../../ui/aep/RegistryFrame.tsx'
import { RegistryNote } from '../../ui/aep/RegistryNote.tsx'
import { saveFile } from '../../ui/controls/save-file.ts'
import { isWhole } from '../../ui/group/is-whole.ts'
import { SiblingTabs } from '../../ui/group/SiblingTabs.tsx'
import { PageTitle } from '../../ui/page/Heading.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { StateMessage } from '../../ui/state/StateMessage.tsx'
import { useArrival } from '../../ui/state/use-arrival.ts'
import { LongTable } from '../../ui/table/LongTable.tsx'
import { nextSort, type TableSort } from '../../ui/table/table-column.ts'
import { useNow } from '../../ui/use-now.ts'
import { AepRowsSkeleton } from './AepRowsSkeleton.tsx'
import { AepsBoard } from './AepsBoard.tsx'
import { AepsLede } from './AepsLede.tsx'
import { AepsSkeleton } from './AepsSkeleton.tsx'
import { AepsToolbar } from './AepsToolbar.tsx'
import { aepColumns } from './aep-columns.tsx'
import { selectAeps } from './aep-filter.ts'
import { type AepRow, composeAepRows } from './aep-row.ts'
import { composeAepsCsv, RECORD_CHAIN_ID } from './aeps-csv.ts'
import { type AepsState, findSort, formatAepsSearch, parseAepsSearch } from './aeps-search.ts'

const route = getRouteApi('/aeps')

/** In pixels; on a phone the cells of a row stand one below the other. */
function estimateRowHeight(): number {
  return window.matchMedia('(width >= 640px)').matches ? 55 : 150
}

/** `/aeps` */
export function AepsView() {
  const reading = useAepLinks()
  useDocumentTitle('AEPs')
  return (
    <>
      <PageTitle>Akash Enhancement Proposals</PageTitle>
      <SiblingTabs current="/aeps" />
      <RegistryFrame
        reading={reading}
        what="The registry of AEPs"
        skeleton={<AepsSkeleton />}
        describe={describeQueryFailure}
      >
        {(ready) => <AepsList reading={ready} />}
      </RegistryFrame>
    </>
  )
}

/** In milliseconds. The demo chain is read within the page: it answers, or never will. */
const DEMO_PATIENCE = 8_000

const PHONE_ROW = 'max-sm:grid-cols-[1.75rem_minmax(0,1fr)_auto]'

function AepsList({ reading }: { readonly reading: AepLinksReading & { readonly kind: 'ready' } }) {
  const { registry, linked, freshness, chain: chainReading, retry } = reading
  const chain = useChain()
  const router = useRouter()
  const navigate = useNavigate({ from: '/aeps' })
  const search = route.useSearch()
  const now = useNow(chain.now, 30_000)
  const state = useMemo(() => parseAepsSearch(search), [search])
  const { view, filter } = state
  const rows = useMemo(() => composeAepRows(registry, linked), [registry, linked])
  const shown = useMemo(() => selectAeps(rows, filter), [rows, filter])
  const isChainRead = linked !== undefined
  const failure = 'failure' in chainReading ? chainReading.failure : undefined
  // The invented chain votes on AEPs that no document has: they stand first, and would push down what is shown before.
  const isReadOut = isChainRead && (isWhole(linked.basis) || failure !== undefined)
  const isSettled = useArrival(chain.isDemo !== true || isReadOut, DEMO_PATIENCE)
  // Numbers that no AEP has stand in the table, and in no column of the board.
  const isEmpty =
    shown.length === 0 ||
    (view === 'board' && isChainRead && shown.every(({ delivery }) => delivery === undefined))
  const isChainWhole = isChainRead && isWhole(linked.basis)
  const columns = useMemo(() => aepColumns(isChainRead, isChainWhole), [isChainRead, isChainWhole])
  const rowHref = useCallback(
    (row: AepRow) =>
      router.buildLocation({
        to: '/aeps/$number',
        params: { number: row.number.toString() },
        search: {},
      }).href,
    [router],
  )
  const onFollow = useCallback((href: string) => router.history.push(href), [router])
  const show = (next: AepsState) =>
    void navigate({
      search: (previous) => ({ ...previous, ...formatAepsSearch(next) }),
      replace: true,
      resetScroll: false,
    })
  const change = (next: Partial<typeof filter>) => show({ view, filter: { ...filter, ...next } })
  const sort: TableSort = {
    columnId: filter.sort,
    direction: filter.isAscending ? 'ascending' : 'descending',
  }
  const save = () =>
    saveFile(
      composeAepsCsv(shown, {
        ...(linked?.basis.kind === 'chain'
          ? { chainId: linked.table.chainId, height: linked.basis.source.height }
          : { chainId: RECORD_CHAIN_ID, height: undefined }),
        isWhole: isChainWhole,
        day: registry.aepSnapshot.day,
      }),
    )
  return (
    <>
      <AepsLede rows={rows} isChainRead={isChainRead} isWhole={isChainWhole} />
      <ChainFailureNote
        chain={chainReading}
        isRecord={linked?.basis.kind === 'record'}
        onRetry={retry}
      />
      <AepsToolbar
        rows={rows}
        state={state}
        isChainRead={isChainRead}
        onChange={change}
        onView={(next) => show({ view: next, filter })}
        onSave={save}
      />
      {!isSettled && view === 'table' ? (
        <AepRowsSkeleton />
      ) : isEmpty ? (
        <NoMatch isChainRead={isChainRead} />
      ) : view === 'board' ? (
        <AepsBoard rows={shown} state={state} isChainRead={isChainRead} isWhole={isChainWhole} />
      ) : (
        <LongTable
          label="AEPs"
          columns={columns}
          rows={shown}
          getKey={(row) => row.number.toString()}
          sort={sort}
          onSort={(columnId) => {
            const next = nextSort(sort, columnId, columnId === 'title' ? 'ascending' : 'descending')
            change({
              sort: findSort(next.columnId),
              isAscending: next.direction === 'ascending',
            })
          }}
          rowHref={rowHref}
          onFollow={onFollow}
          phoneRowClass={PHONE_ROW}
          estimateRowHeight={estimateRowHeight()}
        />
      )}
      <LinkSourceNote
        linked={linked}
        documents={<RegistryNote freshness={freshness} now={now} />}
        now={now}
      />
    </>
  )
}

function NoMatch({ isChainRead }: { readonly isChainRead: boolean }) {
  return (
    <StateMessage
      title="No AEP matches"
      sentence={
        isChainRead
          ? 'Take a filter away, or search for another word.'
          : 'None so far; what the chain shows of them is still being read.'
      }
    />
  )
}
