import { formatCount } from '../../domain/format-integer.ts'
import { countUpgrades, type GroupWorks } from '../../domain/groups/group-works.ts'

/** What is tied to a group by name, and what only its scope covers; in a sentence. */
export function describeWorks(works: GroupWorks): string {
  const { applied, scheduled, byScope } = countUpgrades(works)
  const named = listParts([
    [works.aeps.length, 'AEP'],
    [applied, 'applied upgrade'],
    [scheduled, 'scheduled upgrade'],
  ])
  const scoped = listParts([
    [works.aepsByScope.length, 'AEP'],
    [byScope, 'upgrade'],
  ])
  const before =
    named === '' ? 'Nothing ties an AEP or an upgrade to it by name' : `It stands behind ${named}`
  return scoped === '' ? `${before}.` : `${before}; its scope alone covers ${scoped} more.`
}

/** `3 AEPs, 2 applied upgrades and 1 scheduled upgrade`; what there is none of is left out. */
function listParts(parts: readonly (readonly [count: number, noun: string])[]): string {
  const words = parts.flatMap(([count, noun]) => (count === 0 ? [] : [formatCount(count, noun)]))
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}
