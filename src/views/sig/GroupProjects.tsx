import type { Project } from '../../domain/registry/project.ts'
import { ProjectName } from '../../ui/group/ProjectName.tsx'
import { ProjectState } from '../../ui/group/ProjectState.tsx'

/** Projects of a group with their states, as the community's list had them last. */
export function GroupProjects({ projects }: { readonly projects: readonly Project[] }) {
  return (
    <>
      <p className="mb-2 max-w-measure text-s text-ink-2">
        As the community's list has them, which nobody has kept since December 2023.
      </p>
      <ul className="border-t border-rule text-s">
        {projects.map((project) => (
          <li
            key={project.name}
            className="grid gap-x-4 border-b border-rule py-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,14rem)]"
          >
            <span>
              <ProjectName project={project} />
              {project.isGone === true && (
                <small className="block text-xs text-ink-3">
                  on the first list only; gone from the present one
                </small>
              )}
            </span>
            <ProjectState project={project} />
          </li>
        ))}
      </ul>
    </>
  )
}
