import type { Delivery } from '../../domain/link/link.ts'
import type { Project } from '../../domain/registry/project.ts'
import { AepNumberLink } from '../../ui/aep/AepNumberLink.tsx'
import { DeliveryBadge } from '../../ui/aep/DeliveryBadge.tsx'
import { GroupLink } from '../../ui/aep/GroupLink.tsx'
import { ProjectName } from '../../ui/group/ProjectName.tsx'
import { ProjectStateNote } from '../../ui/group/ProjectState.tsx'

export interface ProjectCardProps {
  readonly project: Project
  /** By AEP; undefined while the chain is being read. */
  readonly deliveries: ReadonlyMap<number, Delivery> | undefined
  /** Nothing of the chain is unread. */
  readonly isWhole: boolean
}

/** A project of the community's list, its group, what the first list said, and AEPs that may be about the same. */
export function ProjectCard({ project, deliveries, isWhole }: ProjectCardProps) {
  const { group, topicAeps } = project
  return (
    <>
      <ProjectName project={project} />
      <small className="block text-xs text-ink-2">
        {group === undefined ? (
          <span className="text-ink-3">no group given</span>
        ) : (
          <GroupLink id={group} />
        )}
      </small>
      <ProjectStateNote project={project} />
      {topicAeps.length > 0 && (
        <small className="mt-1 block border-s border-dashed border-edge ps-2 text-xs text-ink-3">
          same topic, a guess:
          <ul>
            {topicAeps.map((aep) => {
              const delivery = deliveries?.get(aep)
              return (
                <li key={aep} className="flex min-h-6 flex-wrap items-center gap-x-2 text-ink">
                  <AepNumberLink aep={aep} />
                  {delivery !== undefined && (
                    <DeliveryBadge kind={delivery.kind} isWhole={isWhole} />
                  )}
                </li>
              )
            })}
          </ul>
        </small>
      )}
    </>
  )
}
