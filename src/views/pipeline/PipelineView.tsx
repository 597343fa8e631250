import { useMemo } from 'react'
import { computePipeline } from '../../domain/link/pipeline/compute-pipeline.ts'
import { formatUtc } from '../../domain/time.ts'
import { type AepLinksReading, useAepLinks } from '../../queries/aep-links.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import type { LinkedRegistry } from '../../queries/linked-registry.ts'
import { ChainFailureNote } from '../../ui/aep/ChainFailureNote.tsx'
import { LinkSourceNote } from '../../ui/aep/LinkSourceNote.tsx'
import { RegistryNote } from '../../ui/aep/RegistryNote.tsx'
import { ScopeNote } from '../../ui/aep/ScopeNote.tsx'
import { isWhole } from '../../ui/group/is-whole.ts'
import { SiblingTabs } from '../../ui/group/SiblingTabs.tsx'
import { PageTitle } from '../../ui/page/Heading.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { useNow } from '../../ui/use-now.ts'
import { PipelineBoard } from './PipelineBoard.tsx'
import { PipelineLede } from './PipelineLede.tsx'
import { PipelineSkeleton } from './PipelineSkeleton.tsx'
import { PipelineSteps } from './PipelineSteps.tsx'
import { UnplacedNote } from './UnplacedNote.tsx'

/** `/aeps/pipeline`: who is where between an idea and the chain, and how long each step took. */
export function PipelineView() {
  const reading = useAepLinks()
  useDocumentTitle('Pipeline of AEPs')
  return (
    <>
      <PageTitle>From idea to chain</PageTitle>
      <SiblingTabs current="/aeps/pipeline" />
      <PipelineContent reading={reading} />
    </>
  )
}

function PipelineContent({ reading }: { readonly reading: AepLinksReading }) {
  switch (reading.kind) {
    case 'loading':
      return <PipelineSkeleton />
    case 'failed':
      return (
        <div className="mt-6">
          <FailureMessage
            failure={describeQueryFailure(reading.error)}
            title="The registry of AEPs could not be loaded"
            onRetry={reading.retry}
          />
        </div>
      )
    case 'ready':
      return <ReadPipeline reading={reading} />
  }
}

function ReadPipeline({
  reading,
}: {
  readonly reading: AepLinksReading & { readonly kind: 'ready' }
}) {
  const { freshness, linked, chain: chainReading, retry } = reading
  const chain = useChain()
  const now = useNow(chain.now, 60_000)
  return (
    <>
      <ChainFailureNote
        chain={chainReading}
        isRecord={linked?.basis.kind === 'record'}
        onRetry={retry}
      />
      {linked === undefined ? <PipelineSkeleton /> : <FoundPipeline linked={linked} now={now} />}
      <LinkSourceNote
        basis={linked?.basis}
        documents={<RegistryNote freshness={freshness} now={now} />}
        now={now}
      />
      {linked !== undefined && (
        <div className="mt-3">
          <ScopeNote table={linked.table} />
        </div>
      )}
    </>
  )
}

function FoundPipeline({
  linked: { ground, table, basis },
  now,
}: {
  readonly linked: LinkedRegistry
  readonly now: Date
}) {
  const today = formatUtc(now, 'date')
  const pipeline = useMemo(() => computePipeline(ground, table, today), [ground, table, today])
  return (
    <>
      <PipelineLede pipeline={pipeline} isWhole={isWhole(basis)} />
      <PipelineBoard pipeline={pipeline} isWhole={isWhole(basis)} />
      <UnplacedNote unplaced={pipeline.unplaced} />
      <PipelineSteps pipeline={pipeline} chainId={table.chainId} />
    </>
  )
}
