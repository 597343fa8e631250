import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { selectProposals } from '../../domain/proposal-filter.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { type ProposalList, proposalListQuery } from '../../queries/proposal-list.ts'
import { Callout } from '../../ui/page/Callout.tsx'
import { PageTitle } from '../../ui/page/Heading.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { StateMessage } from '../../ui/state/StateMessage.tsx'
import { nextSort, type TableSort } from '../../ui/table/table-column.ts'
import { VirtualTable } from '../../ui/table/VirtualTable.tsx'
import { useNow } from '../../ui/use-now.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { ListLede } from './ListLede.tsx'
import { ListSkeleton } from './ListSkeleton.tsx'
import { proposalColumns } from './proposal-columns.tsx'
import { ProposalsToolbar } from './ProposalsToolbar.tsx'
import { formatProposalsSearch, parseProposalsSearch } from './proposals-search.ts'

const route = getRouteApi('/proposals')

/** `/proposals` */
export function ProposalsView() {
  const chain = useChain()
  const { data, error, isFetching, refetch } = useQuery(proposalListQuery(chain))
  const retry = () => void refetch()
  if (data === undefined) {
    return (
      <>
        <PageTitle>Proposals</PageTitle>
        {error === null ? (
          <ListSkeleton />
        ) : (
          <div className="mt-6">
            <FailureMessage
              failure={describeQueryFailure(error)}
              title="The proposals could not be read"
              onRetry={retry}
            />
          </div>
        )}
      </>
    )
  }
  return (
    <ReadList
      list={data}
      failure={error === null ? undefined : describeQueryFailure(error).sentence}
      isFetching={isFetching}
      onRetry={retry}
    />
  )
}

interface ReadListProps {
  readonly list: ProposalList
  /** Why reading broke off, when it did. */
  readonly failure: string | undefined
  readonly isFetching: boolean
  readonly onRetry: () => void
}

function ReadList({ list, failure, isFetching, onRetry }: ReadListProps) {
  const chain = useChain()
  const router = useRouter()
  const navigate = useNavigate({ from: '/proposals' })
  const search = route.useSearch()
  const now = useNow(chain.now, 1_000)
  const filter = useMemo(() => parseProposalsSearch(search), [search])
  const rows = useMemo(() => selectProposals(list.rows, filter), [list.rows, filter])
  const columns = useMemo(() => proposalColumns(list, now), [list, now])
  const sort: TableSort = {
    columnId: filter.sort,
    direction: filter.isAscending ? 'ascending' : 'descending',
  }
  const change = (next: Partial<typeof filter>) =>
    void navigate({
      search: (previous) => ({ ...previous, ...formatProposalsSearch({ ...filter, ...next }) }),
      replace: true,
      resetScroll: false,
    })
  return (
    <>
      <PageTitle>Proposals</PageTitle>
      <ListLede list={list} now={now} />
      <ProposalsToolbar list={list} shown={rows} filter={filter} onChange={change} />
      {failure !== undefined && (
        <Callout tone="bad" title="Not all of it could be read">
          <p>{failure} What was read stays below.</p>
          <div className="mt-2">
            <Button onClick={onRetry}>Try again</Button>
          </div>
        </Callout>
      )}
      {rows.length === 0 ? (
        <StateMessage
          title={list.rows.length === 0 ? 'This chain has no proposals' : 'No proposal matches'}
          sentence={
            list.rows.length === 0
              ? 'The node answered, and its list is empty.'
              : list.isComplete
                ? 'Take a filter away, or search for another word.'
                : 'None so far; older proposals are still being read.'
          }
        />
      ) : (
        <VirtualTable
          label="Proposals"
          columns={columns}
          rows={rows}
          getKey={(row) => `${row.kind} ${row.id}`}
          sort={sort}
          onSort={(columnId) => {
            const next = nextSort(sort, columnId, columnId === 'title' ? 'ascending' : 'descending')
            change({
              sort: next.columnId === 'title' || next.columnId === 'ends' ? next.columnId : 'id',
              isAscending: next.direction === 'ascending',
            })
          }}
          rowHref={(row) =>
            row.kind === 'gap'
              ? undefined
              : router.buildLocation({
                  to: '/proposals/$id',
                  params: { id: row.id.toString() },
                  search: {},
                }).href
          }
          onFollow={(href) => router.history.push(href)}
          estimateRowHeight={62}
        />
      )}
      <SourceNote source={list.source} now={now}>
        {list.isComplete
          ? list.keptCount > 0
            ? `${list.keptCount} closed proposals were kept from an earlier visit; the rest was read now.`
            : 'Every proposal the chain has.'
          : isFetching
            ? 'Older proposals are still being read…'
            : 'Older proposals are missing.'}
      </SourceNote>
    </>
  )
}
