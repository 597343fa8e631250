import type { GroupWorks } from '../../domain/groups/group-works.ts'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { describeWorks } from './describe-works.ts'

/** What is tied to the group, in a sentence. */
export function WorksSentence({
  works,
  isWhole,
}: {
  readonly works: GroupWorks | undefined
  /** Nothing of the chain is unread. */
  readonly isWhole: boolean
}) {
  if (works === undefined) return <Skeleton label="what is tied to it" widthClass="w-4/5" />
  return isWhole ? describeWorks(works) : `As far as the chain is read: ${describeWorks(works)}`
}
