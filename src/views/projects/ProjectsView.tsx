import { useAepLinks } from '../../queries/aep-links.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { RegistryFrame } from '../../ui/aep/RegistryFrame.tsx'
import { SiblingTabs } from '../../ui/group/SiblingTabs.tsx'
import { PageTitle } from '../../ui/page/Heading.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
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
      <RegistryFrame
        reading={reading}
        what="The record of the projects"
        skeleton={<ProjectsSkeleton />}
        describe={describeQueryFailure}
      >
        {(ready) => <ProjectBoardPage reading={ready} />}
      </RegistryFrame>
    </>
  )
}
