import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { findGroup } from '../../domain/groups/find-group.ts'
import { collectGroupWorks, NO_WORKS } from '../../domain/groups/group-works.ts'
import { type AepLinksReading, useAepLinks } from '../../queries/aep-links.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { ChainFailureNote } from '../../ui/aep/ChainFailureNote.tsx'
import { LinkSourceNote } from '../../ui/aep/LinkSourceNote.tsx'
import { RegistryFrame } from '../../ui/aep/RegistryFrame.tsx'
import { saveFile } from '../../ui/controls/save-file.ts'
import { CommunityNote } from '../../ui/group/CommunityNote.tsx'
import { isWhole } from '../../ui/group/is-whole.ts'
import { SiblingTabs } from '../../ui/group/SiblingTabs.tsx'
import { PageTitle } from '../../ui/page/Heading.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { StateMessage } from '../../ui/state/StateMessage.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { nextSort, type TableSort } from '../../ui/table/table-column.ts'
import { useNow } from '../../ui/use-now.ts'
import { BeforeSigs } from './BeforeSigs.tsx'
import { groupColumns } from './group-columns.tsx'
import {
  findGroupSort,
  formatSigsSearch,
  type GroupRow,
  parseSigsSearch,
  selectGroups,
} from './group-filter.ts'
import { NamedGroups } from './NamedGroups.tsx'
import { SigsLede } from './SigsLede.tsx'
import { SigsSkeleton } from './SigsSkeleton.tsx'
import { SigsToolbar } from './SigsToolbar.tsx'
import { composeSigsCsv } from './sigs-csv.ts'

const route = getRouteApi('/sigs')

/** `/sigs`: every community group, whether it meets, and what it stands behind. */
export function SigsView() {
  const reading = useAepLinks()
  useDocumentTitle('SIGs and working groups')
  return (
    <>
      <PageTitle>SIGs and working groups</PageTitle>
      <SiblingTabs current="/sigs" />
      <RegistryFrame
        reading={reading}
        what="The record of the groups"
        skeleton={<SigsSkeleton />}
        describe={describeQueryFailure}
      >
        {(ready) => <GroupList reading={ready} />}
      </RegistryFrame>
    </>
  )
}

function GroupList({
  reading,
}: {
  readonly reading: AepLinksReading & { readonly kind: 'ready' }
}) {
  const { registry, linked, chain: chainReading, retry } = reading
  const chain = useChain()
  const router = useRouter()
  const navigate = useNavigate({ from: '/sigs' })
  const search = route.useSearch()
  const now = useNow(chain.now, 60_000)
  const filter = useMemo(() => parseSigsSearch(search), [search])
  const works = useMemo(
    () => linked && collectGroupWorks(linked.ground, linked.table, linked.deliveries),
    [linked],
  )
  const rows = useMemo(
    () =>
      registry.groups.map(
        (group): GroupRow => ({ group, works: works && (works.get(group.id) ?? NO_WORKS) }),
      ),
    [registry, works],
  )
  const shown = useMemo(() => selectGroups(rows, filter), [rows, filter])
  const isRead = linked !== undefined && isWhole(linked.basis)
  const columns = useMemo(() => groupColumns(now, isRead), [now, isRead])
  const rowHref = useCallback(
    ({ group }: GroupRow) =>
      router.buildLocation({ to: '/sigs/$id', params: { id: group.id }, search: {} }).href,
    [router],
  )
  const named = [...(works ?? [])].filter(
    ([id]) => findGroup(registry.groups, id).kind === 'unknown',
  )
  const change = (next: Partial<typeof filter>) =>
    void navigate({
      search: (previous) => ({ ...previous, ...formatSigsSearch({ ...filter, ...next }) }),
      replace: true,
      resetScroll: false,
    })
  const sort: TableSort = {
    columnId: filter.sort,
    direction: filter.isAscending ? 'ascending' : 'descending',
  }
  const save = (chainId: string) =>
    saveFile(composeSigsCsv(shown, { chainId, day: registry.communitySnapshot.day }))
  return (
    <>
      <SigsLede
        rows={rows}
        isJoined={linked !== undefined}
        isWhole={isRead}
        day={registry.communitySnapshot.day}
      />
      <ChainFailureNote
        chain={chainReading}
        isRecord={linked?.basis.kind === 'record'}
        onRetry={retry}
      />
      <SigsToolbar
        groups={registry.groups}
        filter={filter}
        onChange={change}
        onSave={linked && (() => save(linked.table.chainId))}
      />
      {shown.length === 0 ? (
        <StateMessage
          title="No group matches"
          sentence="Take a filter away, or search for another word."
        />
      ) : (
        <DataTable
          label="Groups"
          columns={columns}
          rows={shown}
          getKey={({ group }) => group.id}
          sort={sort}
          onSort={(columnId) => {
            const next = nextSort(sort, columnId, columnId === 'name' ? 'ascending' : 'descending')
            change({
              sort: findGroupSort(next.columnId),
              isAscending: next.direction === 'ascending',
            })
          }}
          rowHref={rowHref}
          onFollow={(href) => router.history.push(href)}
          phoneRowClass="max-sm:grid-cols-[minmax(0,1fr)_auto]"
          isFixed
        />
      )}
      {named.length > 0 && <NamedGroups named={named} />}
      <BeforeSigs linked={linked} />
      <LinkSourceNote
        linked={linked}
        documents={<CommunityNote snapshot={registry.communitySnapshot} />}
        now={now}
      />
    </>
  )
}
