import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import { isByScope } from '../../domain/groups/group-works.ts'
import { planKey } from '../../domain/link/link.ts'
import type { Day } from '../../domain/registry/aep.ts'
import { Lede } from '../../ui/page/Heading.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import type { GroupRow } from './group-filter.ts'
import { JudgedNote } from './JudgedNote.tsx'

/** The sentence first: how many of the groups meet, and what they stand behind. */
export function SigsLede({
  rows,
  isJoined,
  isWhole,
  day,
}: {
  readonly rows: readonly GroupRow[]
  /** Whether the chain was read, or the record in its place. */
  readonly isJoined: boolean
  /** Nothing of the chain is unread. */
  readonly isWhole: boolean
  /** As of which the groups are recorded. */
  readonly day: Day
}) {
  const active = rows.filter(({ group }) => group.status === 'active').length
  return (
    <Lede>
      <b>
        {formatInteger(active)} of {formatInteger(rows.length)} groups are active
      </b>{' '}
      as of {day}. <JudgedNote />{' '}
      <span className="block min-h-[2lh] max-sm:min-h-[4lh]">
        {isJoined ? (
          <Works rows={rows} isWhole={isWhole} />
        ) : (
          <Skeleton label="what they stand behind" lines={2} />
        )}
      </span>
    </Lede>
  )
}

function Works({
  rows,
  isWhole,
}: {
  readonly rows: readonly GroupRow[]
  readonly isWhole: boolean
}) {
  const works = rows.flatMap((row) => row.works ?? [])
  const aeps = new Set(works.flatMap((one) => one.aeps.map(({ number }) => number)))
  const scoped = new Set(works.flatMap((one) => one.aepsByScope.map(({ number }) => number)))
  const onlyScoped = [...scoped].filter((number) => !aeps.has(number)).length
  const upgrades = new Set(
    works.flatMap((one) =>
      one.upgrades.flatMap(({ plan, tie }) =>
        isByScope(tie) ? [] : planKey(plan.name, plan.height),
      ),
    ),
  )
  return (
    <>
      {isWhole ? 'Together' : 'As far as the chain is read'} they stand behind{' '}
      {formatCount(aeps.size, 'AEP')} and {formatCount(upgrades.size, 'upgrade')}
      {onlyScoped > 0 &&
        `; ${formatCount(onlyScoped, 'more AEP')} ${onlyScoped === 1 ? 'is' : 'are'} covered by nothing but a group's scope`}
      .
    </>
  )
}
