import { describeGroupStatus, formatGroupStatus } from '../../domain/groups/describe-group.ts'
import { Popover } from '../../ui/overlay/Popover.tsx'
import { GROUP_STATUSES } from './group-filter.ts'

/** How a status is judged and what is counted. */
export function JudgedNote() {
  return (
    <Popover
      trigger="how it is judged"
      label="How it is judged: status and counts"
      isTriggerNamed
      className="text-s text-ink-3 underline decoration-dotted underline-offset-3 hover:text-ink"
    >
      {GROUP_STATUSES.map((status) => (
        <span key={status} className="mb-1.5 block">
          <b className="font-semibold">{formatGroupStatus(status)}.</b>{' '}
          {describeGroupStatus(status)}
        </span>
      ))}
      <span className="block">
        Counted are AEPs and upgrades that a text, minutes or a reviewed row names with the group.
        By scope: nothing names it, and what the group says it is for covers them.
      </span>
    </Popover>
  )
}
