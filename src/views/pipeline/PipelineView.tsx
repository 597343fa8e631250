import { useMemo } from 'react'
import { computePipeline } from '../../domain/link/pipeline/compute-pipeline.ts'
import { formatUtc } from '../../domain/time.ts'
import { type AepLinksReading, useAepLinks } from '../../queries/aep-links.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import type { LinkedRegistry } from '../../queries/linked-registry.ts'
import { ChainFailureNote } from '../../ui/aep/ChainFailureNote.tsx'
import { LinkSourceNote } from '../../ui/aep/LinkSourceNote.tsx'
import { RegistryFrame } from '../../ui/aep/RegistryFrame.tsx'
import { RegistryNote } from '../../ui/aep/RegistryNote.tsx'
import { isWhole } from '../../ui/group/is-whole.ts'
import { SiblingTabs } from '../../ui/group/SiblingTabs.tsx'
import { PageTitle } from '../../ui/page/Heading.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
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
      <RegistryFrame
        reading={reading}
        what="The registry of AEPs"
        skeleton={<PipelineSkeleton />}
        describe={describeQueryFailure}
      >
        {(ready) => <ReadPipeline reading={ready} />}
      </RegistryFrame>
    </>
  )
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
        linked={linked}
        documents={<RegistryNote freshness={freshness} now={now} />}
        now={now}
      />
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
