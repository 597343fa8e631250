import type { Relation } from '../registry/registry.ts'
import { findAepNumbers, type NamedNumber } from './reading/find-aep-numbers.ts'
import { judgeSentence } from './reading/judge-sentence.ts'
import { type PlacedUnit, placeUnits } from './reading/place-units.ts'
import { type Sentence, splitSentences } from './reading/split-sentences.ts'
import { findStruck, isUnticked } from './reading/taken-back.ts'
import { splitTokens } from './reading/tokens.ts'

/** One AEP that a text names, where, and what the words around it say. */
export interface AepReference {
  readonly aep: number
  /** Offsets of the words that name it, in UTF-16 units. */
  readonly start: number
  readonly end: number
  /** The sentence, list item or heading it stands in; a long one is cut around it. */
  readonly sentence: string
  readonly says: Exclude<Relation, 'funds'>
  /**
   * How it says so: with a verb; as an item of a list of contents; `name`: it is no more than named; `denial`: what is said
   * of it is denied; `address`: only an address holds its number.
   */
  readonly by: 'verb' | 'list' | 'name' | 'denial' | 'address'
}

export interface ReadingOptions {
  /** A title lists the contents of a release without a verb. @default 'body' */
  readonly role?: 'title' | 'body'
  /** Which numbers can be AEPs at all. @default every number of up to three digits */
  readonly isPlausible?: (aep: number) => boolean
  /** Markers of the release that speaks, such as `v2.2`, `mainnet 19`; what happens in others is not its own. */
  readonly own?: ReadonlySet<string>
  /** A text that names more AEPs is a catalogue: none of them is more than mentioned. @default no limit */
  readonly most?: number
}

const NOTHING: ReadonlySet<string> = new Set()
const CONTEXT_LENGTH = 150
/** Of one AEP named again and again so many places are looked at. */
const MOST_JUDGED = 50

/**
 * Every AEP that a text names, each once with the strongest thing that is said of it, in the order of their first place.
 * Words decide, not understanding: where they are not plain, it is a mention. Linear in the length of the text.
 */
export function readAepReferences(
  text: string,
  { role = 'body', isPlausible = () => true, own = NOTHING, most = 1_000 }: ReadingOptions = {},
): readonly AepReference[] {
  const numbers = firstOfEach(findAepNumbers(text, isPlausible))
  if (numbers.length === 0) return []
  const found = new Map<number, AepReference>()
  if (new Set(numbers.map(({ aep }) => aep)).size > most) {
    for (const number of numbers) {
      const by = number.form === 'address' ? 'address' : 'name'
      if (rankOf('mentions', by) <= rank(found.get(number.aep))) continue
      found.set(number.aep, mention(text, number, by))
    }
    return [...found.values()]
  }
  let next = 0
  for (const placed of placeUnits(text, role, own)) {
    const first = next
    while ((numbers[next]?.start ?? Number.POSITIVE_INFINITY) < placed.unit.end) next++
    if (next === first) continue
    const isStruck = findStruck(text, placed.unit)
    for (const sentence of splitSentences(text, placed.unit, numbers.slice(first, next))) {
      // Only the first sentence of an item is the item; the others tell about it.
      const list = sentence.start === placed.unit.start ? placed.list : 'none'
      for (const reference of readSentence(text, { ...placed, list }, sentence, own, isStruck)) {
        if (rank(reference) > rank(found.get(reference.aep))) found.set(reference.aep, reference)
      }
    }
  }
  return [...found.values()]
}

function firstOfEach(numbers: readonly NamedNumber[]): readonly NamedNumber[] {
  const times = new Map<number, number>()
  return numbers.filter(({ aep }) => {
    const count = (times.get(aep) ?? 0) + 1
    times.set(aep, count)
    return count <= MOST_JUDGED
  })
}

function* readSentence(
  text: string,
  { unit, list, isTitle, isOff }: PlacedUnit,
  sentence: Sentence,
  own: ReadonlySet<string>,
  isStruck: (at: number) => boolean,
): Generator<AepReference> {
  const tokens = splitTokens(text, sentence.start, sentence.end, sentence.numbers)
  const isAside =
    isOff ||
    unit.kind === 'quoted' ||
    isUnticked(text, unit) ||
    /\?\W*$/.test(text.slice(sentence.end - 3, sentence.end))
  const placeOf = (number: NamedNumber, at: number): Pick<AepReference, 'says' | 'by'> => {
    if (isStruck(number.start)) return { says: 'mentions', by: 'denial' }
    return isAside || number.form === 'compound'
      ? { says: 'mentions', by: 'name' }
      : judgeSentence(tokens, at, { list, isTitle, own })
  }
  const placed = new Map(
    tokens.flatMap((token, at) => (token.kind === 'aep' ? [[token.number, at] as const] : [])),
  )
  for (const number of sentence.numbers) {
    const at = placed.get(number)
    yield {
      aep: number.aep,
      start: number.start,
      end: number.end,
      sentence: cutAround(text, sentence, number),
      ...(at === undefined ? ({ says: 'mentions', by: 'address' } as const) : placeOf(number, at)),
    }
  }
}

const RANKS: readonly AepReference['says'][] = ['mentions', 'amends', 'removes', 'delivers']

/** What is said counts for more than a name, a name in words for more than an address, and that for more than nothing. */
function rank(reference: AepReference | undefined): number {
  return reference === undefined ? -1 : rankOf(reference.says, reference.by)
}

function rankOf(says: AepReference['says'], by: AepReference['by']): number {
  return RANKS.indexOf(says) * 10 + (by === 'address' ? 0 : 1)
}

/** An AEP of a catalogue, with its line. */
function mention(text: string, number: NamedNumber, by: AepReference['by']): AepReference {
  const { aep, start, end } = number
  const from = Math.max(0, start - CONTEXT_LENGTH)
  const before = text.slice(from, start).lastIndexOf('\n')
  const after = text.slice(end, end + CONTEXT_LENGTH).indexOf('\n')
  const line = {
    start: before === -1 ? from : from + before + 1,
    end: after === -1 ? text.length : end + after,
  }
  return { aep, start, end, sentence: cutAround(text, line, number), says: 'mentions', by }
}

function cutAround(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  number: NamedNumber,
): string {
  const from = Math.max(start, number.start - CONTEXT_LENGTH)
  const to = Math.min(end, number.end + CONTEXT_LENGTH)
  return text
    .slice(from, to)
    .replace(/^[\s#>*+|-]+/, '')
    .trim()
}
