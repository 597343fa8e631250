import type { AepLink } from '../link.ts'
import type { FoundChange } from './change.ts'

/** Numbers of the AEPs that stand in a relation to what the links lead to; ascending, each once. */
export function relatedAeps(
  links: readonly AepLink[],
  wanted: AepLink['relation'],
): readonly number[] {
  return distinct(links.flatMap(({ relation, aep }) => (relation === wanted ? aep : [])))
}

/** The members of a change that say which AEPs it is about. */
export function aboutAeps(numbers: readonly number[]): Pick<FoundChange, 'aeps' | 'aep'> {
  const aeps = distinct(numbers)
  return { aeps, aep: aeps.length === 1 ? aeps[0] : undefined }
}

function distinct(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}
