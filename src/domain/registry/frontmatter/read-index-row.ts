import type { FieldValue, FrontmatterField, FrontmatterReading } from './frontmatter.ts'

const MIDNIGHT = /^(\d{4}-\d{2}-\d{2})T00:00:00(?:\.0+)?Z$/
const MOST_FIELDS = 100

/**
 * A row of the repository's `index.json`: the fields of a frontmatter, in which a day has become the moment it begins
 * and every text with a comma a list.
 */
export function readIndexRow(row: unknown): FrontmatterReading {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    return notFields('The row is no record.')
  }
  const entries = Object.entries(row)
  if (entries.length > MOST_FIELDS) return notFields(`The row has more than ${MOST_FIELDS} fields.`)
  const fields: FrontmatterField[] = []
  for (const [name, written] of entries) {
    const value = toFieldValue(written)
    if (value === undefined) return notFields(`The field ${name} is neither text nor a list.`)
    fields.push({ name, value })
  }
  return { kind: 'read', fields }
}

function notFields(sentence: string): FrontmatterReading {
  return { kind: 'unreadable', problem: { kind: 'not-fields', sentence } }
}

function toFieldValue(written: unknown): FieldValue | undefined {
  if (!Array.isArray(written)) return toText(written)
  const texts: string[] = []
  for (const item of written) {
    const text = toText(item)
    if (text === undefined) return undefined
    texts.push(text)
  }
  return texts
}

function toText(value: unknown): string | undefined {
  if (value === null) return ''
  if (typeof value === 'string') return MIDNIGHT.exec(value)?.[1] ?? value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}
