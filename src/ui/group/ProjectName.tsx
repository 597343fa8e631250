import { projectUrl } from '../../domain/groups/project-url.ts'
import type { Project } from '../../domain/registry/project.ts'
import { ExternalLink } from '../text/ExternalLink.tsx'

/** A project's name, leading to the page the list gives it, where there is one. */
export function ProjectName({ project }: { readonly project: Project }) {
  const url = projectUrl(project)
  return url === undefined ? (
    <span className="font-medium">{project.name}</span>
  ) : (
    <span className="font-medium">
      <ExternalLink url={url}>{project.name}</ExternalLink>
    </span>
  )
}
