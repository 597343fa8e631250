import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Change } from '../../domain/link/changes/change.ts'
import { listChanges } from '../../domain/link/changes/list-changes.ts'
import { useAepLinks } from '../../queries/aep-links.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { useIdle } from '../../queries/use-idle.ts'
import { PlainLink } from '../../ui/controls/PlainLink.tsx'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { type PageLinks, usePageLinks } from '../../ui/text/page-links.ts'
import { ChangesSkeleton, SHOWN_CHANGES } from './ChangesSkeleton.tsx'

/** What happened last to AEPs and upgrades. It reads much, so it begins when the page has nothing else to do. */
export function LatestChanges() {
  return useIdle() ? <ReadChanges /> : <ChangesSkeleton />
}

function ReadChanges() {
  const reading = useAepLinks()
  const linked = reading.kind === 'ready' ? reading.linked : undefined
  const changes = useMemo(
    () => linked && listChanges(linked.ground, linked.table).slice(0, SHOWN_CHANGES),
    [linked],
  )
  if (reading.kind === 'failed') {
    return (
      <FailureMessage
        failure={describeQueryFailure(reading.error)}
        title="What changed lately could not be worked out"
        onRetry={reading.retry}
      />
    )
  }
  if (changes === undefined || linked === undefined) return <ChangesSkeleton />
  return (
    <>
      {changes.length === 0 ? (
        <p className="border-t border-rule pt-2 text-s text-ink-2">
          No change of an AEP or an upgrade is known.
        </p>
      ) : (
        <ul className="border-t border-rule">
          {changes.map((change) => (
            <ChangeLine key={change.key} change={change} />
          ))}
        </ul>
      )}
      <p className="mt-3 text-s">
        <Link to="/aeps" search={{}}>
          All AEPs
        </Link>
        {linked.basis.kind === 'record' && (
          <span className="text-ink-2">
            {' '}
            By what is on record of akashnet-2: the chain could not be read.
          </span>
        )}
      </p>
    </>
  )
}

function ChangeLine({ change }: { readonly change: Change }) {
  const links = usePageLinks()
  const href = links && hrefOf(change, links)
  const words = <HostileText text={change.sentence} limit={240} isCutSilently />
  return (
    <li className="grid min-h-9 grid-cols-[5.5rem_minmax(0,1fr)] items-baseline gap-x-3 border-b border-rule py-2 text-s">
      <time dateTime={change.day} className="tabular text-ink-2">
        {change.day}
      </time>
      {href === undefined ? (
        <span>{words}</span>
      ) : (
        <PlainLink href={href} onFollow={links?.onFollow}>
          {words}
        </PlainLink>
      )}
    </li>
  )
}

/** The page of what changed: the document, the upgrade, or the proposal that was voted on. */
function hrefOf({ kind, aep, upgrade, proposalId }: Change, links: PageLinks): string | undefined {
  const isVote = kind === 'vote-passed' || kind === 'vote-rejected'
  if (isVote && proposalId !== undefined) return links.proposalHref(proposalId)
  if (upgrade !== undefined) return links.upgradeHref(upgrade)
  return aep === undefined ? undefined : links.aepHref(aep)
}
