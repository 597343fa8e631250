import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { GroupWorks } from '../../domain/groups/group-works.ts'
import { Kicker, Lede, PageTitle } from '../../ui/page/Heading.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { GroupWorkSections } from './GroupWorkSections.tsx'
import { WorksSentence } from './WorksSentence.tsx'

export interface UnknownGroupProps {
  readonly id: string
  /** undefined while the chain is being read. */
  readonly works: GroupWorks | undefined
  /** Nothing of the chain is unread. */
  readonly isWhole: boolean
  readonly now: Date
  /** Says that the chain could not be read, where that is so. */
  readonly failure: ReactNode
}

/** A name that the record of groups does not have: a proposal's text may still name it, or it is nobody's. */
export function UnknownGroup({ id, works, isWhole, now, failure }: UnknownGroupProps) {
  const isNamed =
    works !== undefined &&
    works.aeps.length + works.aepsByScope.length + works.upgrades.length + works.projects.length > 0
  return (
    <>
      <Kicker>{isNamed ? 'Group named by a text only' : 'Group'}</Kicker>
      <PageTitle>
        <HostileText text={id} limit={80} isCutSilently />
      </PageTitle>
      <Lede>
        <b>The record has no group of this name.</b>{' '}
        <span className="block min-h-[2lh] max-sm:min-h-[3lh]">
          {isNamed || works === undefined ? (
            <WorksSentence works={works} isWhole={isWhole} />
          ) : (
            describeSilence(isWhole)
          )}
        </span>
      </Lede>
      {failure}
      {isNamed && (
        <>
          <p className="max-w-measure text-s text-ink-2">
            Who leads it, whether it meets and what it is for is not known here: all there is of it
            are the words of proposals.
          </p>
          <GroupWorkSections works={works} isWhole={isWhole} now={now} />
        </>
      )}
      <p className="mt-4 text-s">
        <Link to="/sigs" search={{}}>
          All groups
        </Link>
      </p>
    </>
  )
}

function describeSilence(isWhole: boolean): string {
  return isWhole
    ? 'No text of the chain names it either: it may be misspelt, or founded after the record was made.'
    : 'No text that was read so far names it either; not all of the chain is read.'
}
