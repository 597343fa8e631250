import type { AepDocument } from './frontmatter/read-aep.ts'
import { writeAsBefore } from './merge-aeps.ts'

/** A field that two readings of a document write differently. Both values are hostile text. */
export interface DocumentDifference {
  /** As the frontmatter names it. */
  readonly field: string
  /** undefined: absent. */
  readonly before: string | undefined
  readonly now: string | undefined
}

/** What a document says otherwise by now; a day that is only written in another way is none. */
export function compareDocuments(
  before: AepDocument,
  now: AepDocument,
): readonly DocumentDifference[] {
  const written = writeAsBefore(before, now)
  return FIELDS.flatMap(([field, read]) => {
    const [was, is] = [read(before), read(written)]
    return was === is ? [] : [{ field, before: was, now: is }]
  })
}

const FIELDS: readonly (readonly [
  field: string,
  read: (aep: AepDocument) => string | undefined,
])[] = [
  ['title', ({ title }) => title],
  ['status', ({ statusRaw }) => statusRaw],
  ['type', ({ type }) => type],
  ['category', ({ category }) => category],
  ['roadmap', ({ roadmap }) => roadmap],
  ['created', ({ created }) => created],
  ['updated', ({ updated }) => updated],
  ['completed', ({ completed }) => completed],
  ['estimated-completion', ({ estimatedCompletion }) => estimatedCompletion],
  ['resolution', ({ resolution }) => resolution],
  ['discussions-to', ({ discussionsTo }) => discussionsTo],
  ['requires', ({ requires }) => formatNumbers(requires)],
  ['replaces', ({ replaces }) => formatNumbers(replaces)],
  ['supersedes', ({ supersedes }) => formatNumbers(supersedes)],
  ['superseded-by', ({ supersededBy }) => formatNumbers(supersededBy)],
]

function formatNumbers(numbers: readonly number[]): string | undefined {
  return numbers.length === 0 ? undefined : numbers.join(', ')
}
