import { formatCount } from '../../domain/format-integer.ts'
import type { GroupWorks } from '../../domain/groups/group-works.ts'
import { GroupLink } from '../../ui/aep/GroupLink.tsx'
import { Section } from '../../ui/page/Heading.tsx'

/** Groups that no list of the community has and that texts of proposals name all the same. */
export function NamedGroups({
  named,
}: {
  readonly named: readonly (readonly [id: string, works: GroupWorks])[]
}) {
  return (
    <Section title="Named by proposals only" aside={formatCount(named.length, 'group')}>
      <p className="mb-2 max-w-measure text-s text-ink-2">
        The record has no group of this name; a proposal's text names it, which is all that is
        known.
      </p>
      <ul className="border-t border-rule text-s">
        {named.map(([id, { aeps, upgrades }]) => (
          <li key={id} className="flex flex-wrap gap-x-4 border-b border-rule py-2">
            <span className="min-w-40 font-medium">
              <GroupLink id={id} />
            </span>
            <span className="text-ink-2">
              {formatCount(aeps.length, 'AEP')}, {formatCount(upgrades.length, 'upgrade')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
