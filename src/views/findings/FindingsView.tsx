import { type AepLinksReading, useAepLinks } from '../../queries/aep-links.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { ChainFailureNote } from '../../ui/aep/ChainFailureNote.tsx'
import { LinkSourceNote } from '../../ui/aep/LinkSourceNote.tsx'
import { RegistryFrame } from '../../ui/aep/RegistryFrame.tsx'
import { RegistryNote } from '../../ui/aep/RegistryNote.tsx'
import { SiblingTabs } from '../../ui/group/SiblingTabs.tsx'
import { PageTitle } from '../../ui/page/Heading.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { useNow } from '../../ui/use-now.ts'
import { FindingsSkeleton } from './FindingsSkeleton.tsx'
import { FoundFindings } from './FoundFindings.tsx'

/** `/aeps/findings`: where documents and chain, or documents among themselves, disagree. */
export function FindingsView() {
  const reading = useAepLinks()
  useDocumentTitle('Disagreements')
  return (
    <>
      <PageTitle>Where documents and chain disagree</PageTitle>
      <SiblingTabs current="/aeps/findings" />
      <RegistryFrame
        reading={reading}
        what="The registry of AEPs"
        skeleton={<FindingsSkeleton />}
        describe={describeQueryFailure}
      >
        {(ready) => <ReadFindings reading={ready} />}
      </RegistryFrame>
    </>
  )
}

function ReadFindings({
  reading,
}: {
  readonly reading: AepLinksReading & { readonly kind: 'ready' }
}) {
  const { registry, freshness, linked, chain: chainReading, retry } = reading
  const chain = useChain()
  const now = useNow(chain.now, 60_000)
  return (
    <>
      <ChainFailureNote
        chain={chainReading}
        isRecord={linked?.basis.kind === 'record'}
        onRetry={retry}
      />
      {linked === undefined ? (
        <FindingsSkeleton />
      ) : (
        <FoundFindings registry={registry} linked={linked} now={now} />
      )}
      <LinkSourceNote
        linked={linked}
        documents={<RegistryNote freshness={freshness} now={now} />}
        now={now}
      />
    </>
  )
}
