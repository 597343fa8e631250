import type { Registry } from '../registry/registry.ts'
import { foldText } from './parse-search.ts'
import type { SearchResult } from './search-results.ts'

type AepsOnRecord = Pick<Registry, 'aeps' | 'laterAeps' | 'absentAeps'>

/** AEPs whose number or title holds every word. */
export function findAeps(
  registry: AepsOnRecord,
  words: readonly string[],
  phrase: string,
): readonly SearchResult[] {
  return [...registry.aeps, ...registry.laterAeps].flatMap((aep) => {
    const title = titleOf(aep)
    const hay = `aep-${aep.number} ${title}`
    if (!words.every((word) => hay.includes(word))) return []
    const score = title === phrase ? 60 : title.startsWith(phrase) ? 48 : scoreWithin(title, phrase)
    return [aepResult(aep.number, registry, score)]
  })
}

function scoreWithin(title: string, phrase: string): number {
  return ` ${title}`.includes(` ${phrase}`) ? 38 : 24
}

/** An AEP by its number, whatever is known of it. `registry` undefined: it is not read yet. */
export function aepResult(
  number: number,
  registry: AepsOnRecord | undefined,
  score: number,
): SearchResult {
  const own = registry?.aeps.find((aep) => aep.number === number)
  const later = registry?.laterAeps.find((aep) => aep.number === number)
  const title = own?.title ?? later?.title
  return {
    group: 'AEPs',
    target: { kind: 'aep', number },
    title: title === undefined ? `AEP-${number}` : `AEP-${number}: ${title}`,
    detail: describe(number, registry, own?.statusRaw, later?.created),
    score,
  }
}

function describe(
  number: number,
  registry: AepsOnRecord | undefined,
  status: string | undefined,
  created: string | undefined,
): string {
  if (registry === undefined) return 'Its document is not looked up yet'
  if (status !== undefined) return `Its document says ${status}; its page shows what the chain says`
  if (created !== undefined) return `Proposed on ${created}; its document is not on record here`
  return registry.absentAeps.some((absent) => absent.number === number)
    ? 'No document has this number; its page says why'
    : 'No document of this number is on record; its page shows what proposals say of it'
}

const folded = new WeakMap<{ readonly title: string }, string>()

/** Folding a hundred titles at every key would be felt. */
function titleOf(aep: { readonly title: string }): string {
  const known = folded.get(aep)
  if (known !== undefined) return known
  const title = foldText(aep.title)
  folded.set(aep, title)
  return title
}
