import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback, useDeferredValue, useMemo } from 'react'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatCount } from '../../domain/format-integer.ts'
import type { ProposalRow } from '../../domain/proposal.ts'
import { selectProposals } from '../../domain/proposal-filter.ts'
import { formatFactKey } from '../../domain/second-opinion.ts'
import { useChain } from '../../queries/chain.ts'
import { comparedPictureOfList, overallOpinion } from '../../queries/compared-pictures.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { type FollowingState, useFollowing } from '../../queries/following.ts'
import { type ProposalList, proposalListQuery } from '../../queries/proposal-list.ts'
import { useSecondOpinions } from '../../queries/second-opinion.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Callout } from '../../ui/page/Callout.tsx'
import { PageTitle } from '../../ui/page/Heading.tsx'
import { LiveNote } from '../../ui/page/LiveNote.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { DisagreementNote } from '../../ui/state/DisagreementNote.tsx'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { StateMessage } from '../../ui/state/StateMessage.tsx'
import { LongTable } from '../../ui/table/LongTable.tsx'
import { nextSort, type TableSort } from '../../ui/table/table-column.ts'
import { useNow } from '../../ui/use-now.ts'
import { ListLede } from './ListLede.tsx'
import { ListSkeleton } from './ListSkeleton.tsx'
import { ProposalsToolbar } from './ProposalsToolbar.tsx'
import { proposalColumns } from './proposal-columns.tsx'
import { formatProposalsSearch, parseProposalsSearch } from './proposals-search.ts'

const route = getRouteApi('/proposals')

/** In pixels; on a phone the cells of a row stand one below the other. A row too many drawn is work for nothing. */
function estimateRowHeight(): number {
  return window.matchMedia('(width >= 640px)').matches ? 55 : 134
}

/** `/proposals` */
export function ProposalsView() {
  const chain = useChain()
  const query = proposalListQuery(chain)
  const { data: newest, error, isFetching, refetch } = useQuery(query)
  // Drawn in slices, for twenty rows at once would hold a phone up.
  const data = useDeferredValue(newest)
  const following = useFollowing(query.queryKey, 30_000)
  useDocumentTitle('Proposals')
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
      failure={error === null ? undefined : sanitizeChainText(describeQueryFailure(error).sentence)}
      isFetching={isFetching}
      following={following}
      onRetry={retry}
    />
  )
}

interface ReadListProps {
  readonly list: ProposalList
  /** Why reading broke off, when it did. */
  readonly failure: string | undefined
  readonly isFetching: boolean
  readonly following: FollowingState
  readonly onRetry: () => void
}

function ReadList({ list, failure, isFetching, following, onRetry }: ReadListProps) {
  const chain = useChain()
  const router = useRouter()
  const navigate = useNavigate({ from: '/proposals' })
  const search = route.useSearch()
  const now = useNow(chain.now, 1_000)
  const filter = useMemo(() => parseProposalsSearch(search), [search])
  const rows = useMemo(() => selectProposals(list.rows, filter), [list.rows, filter])
  const { params, bondedTokens, tallies, onlyKept } = list
  const opinions = useSecondOpinions('open votes', comparedPictureOfList(list))
  const columns = useMemo(
    () => proposalColumns({ params, bondedTokens, tallies, onlyKept, opinions }, chain.now),
    [params, bondedTokens, tallies, onlyKept, opinions, chain.now],
  )
  const rowHref = useCallback(
    (row: ProposalRow) =>
      row.kind === 'gap'
        ? undefined
        : router.buildLocation({
            to: '/proposals/$id',
            params: { id: row.id.toString() },
            search: {},
          }).href,
    [router],
  )
  const onFollow = useCallback((href: string) => router.history.push(href), [router])
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
  const table = {
    label: 'Proposals',
    columns,
    rows,
    getKey: (row: ProposalRow) => `${row.kind} ${row.id}`,
    sort,
    onSort: (columnId: string) => {
      const next = nextSort(sort, columnId, columnId === 'title' ? 'ascending' : 'descending')
      change({
        sort: next.columnId === 'title' || next.columnId === 'ends' ? next.columnId : 'id',
        isAscending: next.direction === 'ascending',
      })
    },
    rowHref,
    onFollow,
  }
  return (
    <>
      <PageTitle>Proposals</PageTitle>
      <ListLede list={list} now={now} />
      {[...opinions.values()].map(
        (opinion) =>
          opinion.kind === 'differs' && (
            <DisagreementNote
              key={formatFactKey(opinion.fact)}
              opinion={opinion}
              link={
                <Link to="/nodes" search={{}}>
                  see the nodes
                </Link>
              }
            />
          ),
      )}
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
                : isFetching
                  ? 'None so far; older proposals are still being read.'
                  : 'None among those that could be read; older ones are missing.'
          }
        />
      ) : (
        <LongTable {...table} estimateRowHeight={estimateRowHeight()} />
      )}
      <SourceNote source={list.source} now={now} opinion={overallOpinion(opinions)}>
        {onlyKept !== undefined
          ? describeKept(list.isComplete, onlyKept.missing)
          : list.isComplete
            ? list.keptCount > 0
              ? `${list.keptCount} closed proposals were kept from an earlier visit; the rest was read now.`
              : 'Every proposal the chain has.'
            : isFetching
              ? 'Older proposals are still being read…'
              : 'Older proposals are missing.'}{' '}
        <LiveNote {...following} />
      </SourceNote>
    </>
  )
}

function describeKept(isWhole: boolean, missing: number): string {
  if (!isWhole) return 'Decided proposals as an earlier visit kept them.'
  return missing === 0
    ? 'All of it as an earlier visit kept it.'
    : `As an earlier visit kept it, without ${formatCount(missing, 'proposal')} too large or not decodable.`
}
