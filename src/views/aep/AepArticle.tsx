import { type ReactNode, useMemo } from 'react'
import { describeDelivery } from '../../domain/link/describe-delivery.ts'
import type { Delivery } from '../../domain/link/link.ts'
import { REGISTRY_CHAIN_ID } from '../../domain/registry/registry.ts'
import { formatUtc } from '../../domain/time.ts'
import type { AepLinksReading } from '../../queries/aep-links.ts'
import { AepTitle } from '../../ui/aep/AepTitle.tsx'
import { ChainFailureNote } from '../../ui/aep/ChainFailureNote.tsx'
import { DeliveryBadge } from '../../ui/aep/DeliveryBadge.tsx'
import { documentUrl } from '../../ui/aep/document-url.ts'
import { EditorialStatusText } from '../../ui/aep/EditorialStatusText.tsx'
import { LinkSourceNote } from '../../ui/aep/LinkSourceNote.tsx'
import { OwnersText } from '../../ui/aep/OwnersText.tsx'
import { RegistryNote } from '../../ui/aep/RegistryNote.tsx'
import { StatusAxes } from '../../ui/aep/StatusAxes.tsx'
import { isWhole } from '../../ui/group/is-whole.ts'
import { Kicker, Lede, PageTitle, Section } from '../../ui/page/Heading.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { useArrival } from '../../ui/state/use-arrival.ts'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { AepFindings } from './AepFindings.tsx'
import { AepHistory } from './AepHistory.tsx'
import { AuthorsText } from './AuthorsText.tsx'
import { computeHistory } from './compute-history.ts'
import { DeliveryDetail } from './DeliveryDetail.tsx'
import { DependencyPart } from './DependencyPart.tsx'
import { DocumentDetail } from './DocumentDetail.tsx'
import { DocumentFacts } from './DocumentFacts.tsx'
import { DocumentNote } from './DocumentNote.tsx'
import { computeDependencies } from './dependencies.ts'
import type { FoundAep } from './find-aep.ts'
import { PathPart } from './PathPart.tsx'

const RECORD_LABEL = `The record of ${REGISTRY_CHAIN_ID} shows`

export type NamedAep = FoundAep & { readonly kind: 'document' | 'later' | 'chain' | 'unknown' }

export interface AepArticleProps {
  readonly found: NamedAep
  readonly reading: AepLinksReading & { readonly kind: 'ready' }
  readonly now: Date
}

/** An AEP: what its document says, what the chain shows, and the way from one to the other. */
export function AepArticle({ found, reading, now }: AepArticleProps) {
  const { registry, linked, freshness, chain, retry } = reading
  const { number } = found
  const aep = found.kind === 'document' ? found.aep : undefined
  const today = formatUtc(now, 'date')
  const links = linked?.table.links.filter((link) => link.aep === number) ?? []
  const delivery: Delivery | undefined =
    linked && (linked.deliveries.get(number) ?? { kind: 'nothing-found' })
  const owners = linked?.table.aepOwners.get(number)
  const dependencies = useMemo(
    () => computeDependencies(number, registry.aeps),
    [number, registry.aeps],
  )
  const status =
    aep === undefined ? (
      'no document read'
    ) : (
      <EditorialStatusText status={aep.status} raw={aep.statusRaw} />
    )
  const history = computeHistory(aep, links, today)
  const isFailed = 'failure' in chain && chain.failure !== undefined
  // The older proposals add to the findings and to the picture.
  const isChainWhole = linked !== undefined && isWhole(linked.basis)
  const isRestShown = useArrival(linked !== undefined && (isChainWhole || isFailed))
  return (
    <article>
      <Kicker>
        AEP-{number}
        <KindWords found={found} />
      </Kicker>
      <PageTitle>
        <Title found={found} />
      </PageTitle>
      <Lede>
        <span className="block max-sm:min-h-[2lh]">
          {delivery === undefined ? (
            <Skeleton label="what the chain shows of it" widthClass="w-4/5" />
          ) : (
            <HostileText text={describeDelivery(delivery)} limit={400} isCutSilently />
          )}
        </span>
      </Lede>
      <ChainFailureNote chain={chain} isRecord={linked?.basis.kind === 'record'} onRetry={retry} />
      <OriginNote found={found} snapshotDay={registry.aepSnapshot.day} />
      <StatusAxes
        document={{
          status: aep === undefined ? <span className="text-ink-2">Not read</span> : status,
          detail:
            aep === undefined ? (
              'no document of it here'
            ) : (
              <DocumentDetail aep={aep} today={today} />
            ),
        }}
        chain={
          delivery === undefined
            ? { status: <Skeleton widthClass="w-28" />, detail: 'being read' }
            : {
                ...(linked?.basis.kind === 'record' ? { label: RECORD_LABEL } : {}),
                status: <DeliveryBadge kind={delivery.kind} isWhole={isChainWhole} />,
                detail: <DeliveryDetail delivery={delivery} isWhole={isChainWhole} />,
              }
        }
      />
      {linked === undefined || !isRestShown ? (
        // As high as a window, so that nothing in sight moves when what stands in its place arrives.
        <div className="mt-8 min-h-screen">
          <Skeleton lines={6} label="the way to the chain" />
        </div>
      ) : (
        <>
          <AepFindings
            findings={linked.findings.filter((finding) => finding.aep === number)}
            own={{ aep: number, url: aep === undefined ? undefined : documentUrl(aep) }}
          />
          <Section title="From the document to the chain">
            <PathPart aep={number} status={status} linked={linked} />
          </Section>
        </>
      )}
      {isRestShown && (
        <>
          <div className="grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_300px]">
            <div className="min-w-0">
              <Section
                title="What it builds on, and what builds on it"
                aside="as the documents say"
              >
                <DependencyPart
                  aep={number}
                  dependencies={dependencies}
                  documents={registry.aeps}
                  laterAeps={registry.laterAeps}
                  deliveries={linked?.deliveries}
                  isWhole={isChainWhole}
                />
              </Section>
              {aep !== undefined && (
                <Section title="The document">
                  <DocumentFacts
                    aep={aep}
                    asOf={
                      freshness.kind === 'refreshed'
                        ? formatUtc(freshness.at, 'date')
                        : freshness.day
                    }
                  />
                  <DocumentNote
                    aep={aep}
                    chainId={
                      linked?.basis.kind === 'chain' ? linked.basis.source.chainId : undefined
                    }
                    now={now}
                  />
                </Section>
              )}
            </div>
            <div className="mt-8">
              <Section form="side" title="Owned by">
                {linked === undefined ? (
                  <Skeleton widthClass="w-32" />
                ) : owners === undefined ? (
                  <span className="text-ink-3">not recorded</span>
                ) : (
                  <OwnersText owners={owners} of={`AEP-${number}`} />
                )}
              </Section>
              {aep !== undefined && (
                <Section form="side" title={aep.authors.length === 1 ? 'Author' : 'Authors'}>
                  <AuthorsText authors={aep.authors} />
                </Section>
              )}
              {history.length > 0 && (
                <Section form="side" title="What happened when">
                  <AepHistory days={history} />
                </Section>
              )}
            </div>
          </div>
          <LinkSourceNote
            linked={linked}
            documents={<RegistryNote freshness={freshness} now={now} />}
            now={now}
          />
        </>
      )}
    </article>
  )
}

function KindWords({ found }: { readonly found: NamedAep }): ReactNode {
  if (found.kind !== 'document') return null
  const { type, category, roadmap } = found.aep
  const words = [
    type,
    category,
    roadmap === undefined ? undefined : `${roadmap} on the roadmap`,
  ].filter((word) => word !== undefined)
  return words.map((word) => (
    <span key={word} className="tracking-normal normal-case">
      <HostileText text={word} limit={40} isCutSilently />
    </span>
  ))
}

function Title({ found }: { readonly found: NamedAep }): ReactNode {
  if (found.kind === 'document') return <AepTitle title={found.aep.title} />
  if (found.kind === 'later') return <AepTitle title={found.later.title} />
  return `AEP-${found.number}`
}

/** Why there is no document of it here. */
function OriginNote({
  found,
  snapshotDay,
}: {
  readonly found: NamedAep
  readonly snapshotDay: string
}): ReactNode {
  const sentence = sentenceOf(found, snapshotDay)
  return sentence === undefined ? null : (
    <p className="mb-4 max-w-measure text-s text-ink-2">{sentence}</p>
  )
}

function sentenceOf(found: NamedAep, snapshotDay: string): string | undefined {
  if (found.kind === 'document') return undefined
  if (found.kind === 'later') {
    return `It was seen in the AEP repository after the documents here were read (${snapshotDay}), dated ${found.later.created}. No more than its title is known here.`
  }
  return found.kind === 'chain'
    ? `Proposals of this chain name AEP-${found.number}, but there is no document of that number among those read (${snapshotDay}). It may be newer, or the proposal may be wrong.`
    : `There is no document of AEP-${found.number} among those read (${snapshotDay}), of which the highest number is ${found.highest}. It may be newer.`
}
