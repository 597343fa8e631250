import { type FieldName, parseFieldName } from './field-names.ts'
import type { FieldValue, FrontmatterField } from './frontmatter.ts'

/** Something a reader of the document should know of. */
export interface FieldRemark {
  /** Of the document, from 1. */
  readonly line?: number | undefined
  /** In our words; pieces of the document in it are hostile. */
  readonly sentence: string
}

/** The fields of a document by what their names mean. */
export interface KnownFields {
  /** undefined: absent or empty. */
  value(name: FieldName): FieldValue | undefined
  /** On one line; of a list, its items with commas. undefined: absent or empty. */
  text(name: FieldName): string | undefined
  line(name: FieldName): number | undefined
  /** Names that were understood although misspelt, in their order. */
  readonly misspelt: readonly string[]
  readonly remarks: readonly FieldRemark[]
}

const LISTS: ReadonlySet<FieldName> = new Set([
  'requires',
  'replaces',
  'supersedes',
  'superseded-by',
])

/** Fields that are written twice under two spellings count together where they are lists; else the right spelling counts. */
export function collectFields(fields: readonly FrontmatterField[]): KnownFields {
  const known = new Map<FieldName, FrontmatterField>()
  const misspelt: string[] = []
  const remarks: FieldRemark[] = []
  for (const field of fields) {
    const name = parseFieldName(field.name)
    if (name === undefined) {
      remarks.push({ line: field.line, sentence: `The field ${field.name} is not read.` })
      continue
    }
    if (field.name !== name) misspelt.push(field.name)
    const other = known.get(name)
    if (other === undefined) known.set(name, field)
    else if (LISTS.has(name)) known.set(name, { ...other, value: join(other.value, field.value) })
    else {
      const [kept, left] = field.name === name ? [field, other] : [other, field]
      known.set(name, kept)
      remarks.push({
        line: left.line,
        sentence: `The field ${left.name} is not read, because ${kept.name} says it already.`,
      })
    }
  }
  const value = (name: FieldName) => cleaned(known.get(name)?.value)
  return {
    value,
    text: (name) => {
      const found = value(name)
      return found === undefined || typeof found === 'string' ? found : found.join(', ')
    },
    line: (name) => known.get(name)?.line,
    misspelt,
    remarks,
  }
}

function join(first: FieldValue, second: FieldValue): FieldValue {
  return [first, second].flat()
}

/** What YAML means as nothing is nothing. */
function cleaned(value: FieldValue | undefined): FieldValue | undefined {
  if (value === undefined) return undefined
  const texts = [value]
    .flat()
    .map((text) => text.trim().replaceAll(/\s+/g, ' '))
    .filter((text) => text !== '' && text !== '~' && text !== 'null')
  if (texts.length === 0) return undefined
  return typeof value === 'string' ? texts[0] : texts
}
