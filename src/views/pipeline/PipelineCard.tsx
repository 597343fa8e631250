import { formatDeliveryKind } from '../../domain/link/describe-delivery.ts'
import type { Delivery, LinkTarget } from '../../domain/link/link.ts'
import { formatEntered } from '../../domain/link/pipeline/describe-pipeline.ts'
import type { PipelineEntry } from '../../domain/link/pipeline/pipeline.ts'
import { AepNumberLink } from '../../ui/aep/AepNumberLink.tsx'
import { AepTitle } from '../../ui/aep/AepTitle.tsx'
import { GroupLink } from '../../ui/aep/GroupLink.tsx'
import { ProposalNumberLink } from '../../ui/aep/ProposalNumberLink.tsx'
import { UpgradeNameLink } from '../../ui/aep/UpgradeNameLink.tsx'
import { ProjectName } from '../../ui/group/ProjectName.tsx'

/** An AEP or a project at its stage: since when, and what brought or is to bring it. */
export function PipelineCard({ entry }: { readonly entry: PipelineEntry }) {
  const { subject, entered, delivery, topicProjects } = entry
  if (subject.kind === 'project') {
    const { project } = subject
    return (
      <>
        <ProjectName project={project} />
        <small className="flex flex-wrap gap-x-2.5 text-xs text-ink-3">
          <span>{project.state ?? 'no state given'}</span>
          {project.group !== undefined && <GroupLink id={project.group} />}
        </small>
      </>
    )
  }
  return (
    <>
      <AepNumberLink aep={subject.number}>
        {subject.title !== undefined && (
          <>
            {' '}
            <AepTitle title={subject.title} limit={90} />
          </>
        )}
      </AepNumberLink>
      <small className="flex flex-wrap gap-x-2.5 text-xs text-ink-3">
        {entered.kind !== 'unknown' && <span>{formatEntered(entered)}</span>}
        {delivery !== undefined && <Bringer delivery={delivery} />}
      </small>
      {topicProjects.length > 0 && (
        <small className="mt-0.5 block border-s border-dashed border-edge ps-2 text-xs text-ink-3">
          project on its topic, a guess: {topicProjects.map(({ name }) => name).join(', ')}
        </small>
      )}
    </>
  )
}

/** What brought it, is to bring it, took it out or only paid for it. */
function Bringer({ delivery }: { readonly delivery: Delivery }) {
  switch (delivery.kind) {
    case 'nothing-found':
    case 'mentioned':
      return null
    case 'delivered':
      return <Target target={delivery.first.target} />
    case 'delivered-by-messages':
    case 'funding-passed': {
      const [first] = delivery.by
      return (
        <>
          <span>{formatDeliveryKind(delivery.kind).toLowerCase()}</span>
          {first !== undefined && <Target target={first.target} />}
        </>
      )
    }
    case 'rejected':
    case 'removed':
      return (
        <>
          <span>{formatDeliveryKind(delivery.kind).toLowerCase()}</span>
          <Target target={delivery.by.target} />
        </>
      )
    default:
      return <Target target={delivery.by.target} />
  }
}

function Target({ target }: { readonly target: LinkTarget }) {
  switch (target.kind) {
    case 'upgrade':
      return <UpgradeNameLink name={target.name} limit={24} />
    case 'proposal':
      return <ProposalNumberLink id={target.proposalId} />
    case 'launch':
      return <span>{target.displayName}</span>
  }
}
