import { describeFirstList, rawStateOf } from '../../domain/groups/describe-project.ts'
import type { Project } from '../../domain/registry/project.ts'
import { HostileText } from '../text/HostileText.tsx'

/** The state of a project, how the list writes it where that differs, and what the first list said. */
export function ProjectState({ project }: { readonly project: Project }) {
  return (
    <span>
      {project.state ?? <span className="text-ink-3">no state given</span>}
      <ProjectStateNote project={project} />
    </span>
  )
}

/** The same without the state itself, where that is said above. */
export function ProjectStateNote({ project }: { readonly project: Project }) {
  const raw = rawStateOf(project)
  return (
    <small className="block text-xs text-ink-3">
      {raw !== undefined && (
        <>
          written “
          <HostileText text={raw} limit={40} isCutSilently />
          ”;{' '}
        </>
      )}
      {describeFirstList(project)}
    </small>
  )
}
