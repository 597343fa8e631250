import { type AepLinksReading, useAepLinks } from '../../queries/aep-links.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { SiblingTabs } from '../../ui/group/SiblingTabs.tsx'
import { PageTitle } from '../../ui/page/Heading.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { ProjectBoardPage } from './ProjectBoardPage.tsx'
import { ProjectsSkeleton } from './ProjectsSkeleton.tsx'

/** `/projects`: the community's list of projects as a board of their states. */
export function ProjectsView() {
  const reading = useAepLinks()
  useDocumentTitle('Projects')
  return (
    <>
      <PageTitle>Community projects</PageTitle>
      <SiblingTabs current="/projects" />
      <ProjectsContent reading={reading} />
    </>
  )
}

function ProjectsContent({ reading }: { readonly reading: AepLinksReading }) {
  switch (reading.kind) {
    case 'loading':
      return <ProjectsSkeleton />
    case 'failed':
      return (
        <div className="mt-6">
          <FailureMessage
            failure={describeQueryFailure(reading.error)}
            title="The record of the projects could not be loaded"
            onRetry={reading.retry}
          />
        </div>
      )
    case 'ready':
      return <ProjectBoardPage reading={reading} />
  }
}
