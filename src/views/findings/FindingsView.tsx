import { type AepLinksReading, useAepLinks } from '../../queries/aep-links.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { ChainFailureNote } from '../../ui/aep/ChainFailureNote.tsx'
import { LinkSourceNote } from '../../ui/aep/LinkSourceNote.tsx'
import { RegistryNote } from '../../ui/aep/RegistryNote.tsx'
import { ScopeNote } from '../../ui/aep/ScopeNote.tsx'
import { SiblingTabs } from '../../ui/group/SiblingTabs.tsx'
import { PageTitle } from '../../ui/page/Heading.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
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
      <FindingsContent reading={reading} />
    </>
  )
}

function FindingsContent({ reading }: { readonly reading: AepLinksReading }) {
  switch (reading.kind) {
    case 'loading':
      return <FindingsSkeleton />
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
      return <ReadFindings reading={reading} />
  }
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
