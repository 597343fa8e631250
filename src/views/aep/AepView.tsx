import { getRouteApi } from '@tanstack/react-router'
import { useAepLinks } from '../../queries/aep-links.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { Kicker, PageTitle } from '../../ui/page/Heading.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { useNow } from '../../ui/use-now.ts'
import { AbsentAepPage } from './AbsentAepPage.tsx'
import { AepArticle } from './AepArticle.tsx'
import { AepSkeleton } from './AepSkeleton.tsx'
import { findAep } from './find-aep.ts'

const route = getRouteApi('/aeps/$number')

/** `/aeps/:number` */
export function AepView() {
  const { number } = route.useParams()
  return <NumberedAep key={number} text={number} />
}

function NumberedAep({ text }: { readonly text: string }) {
  const chain = useChain()
  const now = useNow(chain.now, 30_000)
  const reading = useAepLinks()
  const found =
    reading.kind === 'ready'
      ? findAep(text, reading.registry, reading.linked?.deliveries)
      : undefined
  useDocumentTitle(titleOf(found, text))
  if (reading.kind === 'failed') {
    return (
      <>
        <Kicker>AEP</Kicker>
        <PageTitle>
          <HostileText text={text} limit={80} isCutSilently />
        </PageTitle>
        <div className="mt-6">
          <FailureMessage
            failure={describeQueryFailure(reading.error)}
            title="The registry of AEPs could not be loaded"
            onRetry={reading.retry}
          />
        </div>
      </>
    )
  }
  if (reading.kind === 'loading' || found === undefined) return <AepSkeleton />
  switch (found.kind) {
    case 'document':
    case 'later':
    case 'chain':
    case 'unknown':
      return <AepArticle found={found} reading={reading} now={now} />
    case 'absent':
    case 'impossible':
    case 'not-a-number':
      return <AbsentAepPage found={found} text={text} reading={reading} now={now} />
  }
}

function titleOf(found: ReturnType<typeof findAep> | undefined, text: string): string {
  if (found === undefined || found.kind === 'not-a-number') return `AEP ${text}`
  const name = `AEP-${found.number}`
  if (found.kind === 'document') return `${name} ${found.aep.title}`
  return found.kind === 'later' ? `${name} ${found.later.title}` : name
}
