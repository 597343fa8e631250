import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { findGroup } from '../../domain/groups/find-group.ts'
import { collectGroupWorks, type GroupWorks, NO_WORKS } from '../../domain/groups/group-works.ts'
import { type AepLinksReading, useAepLinks } from '../../queries/aep-links.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { ChainFailureNote } from '../../ui/aep/ChainFailureNote.tsx'
import { LinkSourceNote } from '../../ui/aep/LinkSourceNote.tsx'
import { RegistryFrame } from '../../ui/aep/RegistryFrame.tsx'
import { CommunityNote } from '../../ui/group/CommunityNote.tsx'
import { isWhole } from '../../ui/group/is-whole.ts'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { useNow } from '../../ui/use-now.ts'
import { KnownGroup } from './KnownGroup.tsx'
import { SigSkeleton } from './SigSkeleton.tsx'
import { UnknownGroup } from './UnknownGroup.tsx'

const route = getRouteApi('/sigs/$id')

/** `/sigs/:id`: one group, who leads it, and everything that is tied to it. */
export function SigView() {
  const { id } = route.useParams()
  return <NamedGroup key={id} id={id} />
}

function NamedGroup({ id }: { readonly id: string }) {
  const reading = useAepLinks()
  useDocumentTitle(id)
  return (
    <RegistryFrame
      reading={reading}
      what="The record of the groups"
      skeleton={<SigSkeleton id={id} />}
      describe={describeQueryFailure}
    >
      {(ready) => <ReadGroup id={id} reading={ready} />}
    </RegistryFrame>
  )
}

function ReadGroup({
  id,
  reading,
}: {
  readonly id: string
  readonly reading: AepLinksReading & { readonly kind: 'ready' }
}) {
  const { registry, linked, chain: chainReading, retry } = reading
  const chain = useChain()
  const now = useNow(chain.now, 60_000)
  const found = findGroup(registry.groups, id)
  const all = useMemo(
    () => linked && collectGroupWorks(linked.ground, linked.table, linked.deliveries),
    [linked],
  )
  const works = all && worksOf(all, found, id)
  const isRead = linked !== undefined && isWhole(linked.basis)
  const failure = (
    <ChainFailureNote
      chain={chainReading}
      isRecord={linked?.basis.kind === 'record'}
      onRetry={retry}
    />
  )
  return (
    <article>
      {found.kind === 'unknown' ? (
        <UnknownGroup id={id} works={works} isWhole={isRead} now={now} failure={failure} />
      ) : (
        <KnownGroup
          group={found.group}
          askedAs={found.kind === 'alias' ? id : undefined}
          works={works}
          isWhole={isRead}
          recorded={registry.communitySnapshot.day}
          now={now}
          failure={failure}
        />
      )}
      <LinkSourceNote
        linked={linked}
        documents={<CommunityNote snapshot={registry.communitySnapshot} />}
        now={now}
      />
    </article>
  )
}

/** A text may name a group in another letter case than an address does. */
function worksOf(
  all: ReadonlyMap<string, GroupWorks>,
  found: ReturnType<typeof findGroup>,
  id: string,
): GroupWorks {
  const key = found.kind === 'unknown' ? id.toLowerCase() : found.group.id
  return all.get(key) ?? NO_WORKS
}
