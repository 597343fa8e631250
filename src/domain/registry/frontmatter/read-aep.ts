import type { Aep } from '../aep.ts'
import { parseDay } from '../day.ts'
import { parseEditorialStatus } from '../editorial-status.ts'
import { collectFields, type FieldRemark, type KnownFields } from './collect-fields.ts'
import type { FieldName } from './field-names.ts'
import type { FrontmatterField, FrontmatterProblem } from './frontmatter.ts'
import { readAepNumbers } from './read-aep-numbers.ts'
import { readAuthors } from './read-authors.ts'

/** An AEP as its document has it; its history stands elsewhere. */
export type AepDocument = Omit<Aep, 'history'>

export type AepReading =
  | {
      readonly kind: 'read'
      readonly aep: AepDocument
      /** What in it could not be read, or stands for something else than it seems to. */
      readonly remarks: readonly FieldRemark[]
    }
  | { readonly kind: 'unreadable'; readonly problem: FrontmatterProblem }

/** The number that a path such as `spec/aep-76/README.md` names. */
export function parseAepPath(path: string): number | undefined {
  const digits = /(?:^|\/)aep-0*([1-9]\d{0,5})(?:\/|\.md$|$)/i.exec(path)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** What the fields of a document say of an AEP. Statuses and dates stay as they were written. */
export function readAep(fields: readonly FrontmatterField[], path: string): AepReading {
  const known = collectFields(fields)
  const number = readNumber(known, path)
  if (typeof number !== 'number') return { kind: 'unreadable', problem: number }
  const title = known.text('title')
  if (title === undefined) return lacking(known, 'no-title', 'title')
  const statusRaw = known.text('status')
  if (statusRaw === undefined) return lacking(known, 'no-status', 'status')
  const remarks: FieldRemark[] = [...known.remarks]
  const numbersOf = (name: FieldName) => {
    const { numbers, unreadable } = readAepNumbers(known.value(name) ?? [])
    for (const piece of unreadable) {
      remarks.push(remark(known, name, `${name} names "${piece}", which is no number of an AEP.`))
    }
    return numbers
  }
  const dayOf = (name: FieldName) => {
    const raw = known.text(name)
    if (raw !== undefined && parseDay(raw) === undefined) {
      remarks.push(remark(known, name, `${name} is "${raw}", which is no day of a calendar.`))
    }
    return raw
  }
  const aep: AepDocument = {
    number,
    title,
    status: parseEditorialStatus(statusRaw),
    statusRaw,
    type: known.text('type'),
    category: known.text('category'),
    roadmap: known.text('roadmap'),
    created: dayOf('created'),
    updated: dayOf('updated'),
    completed: dayOf('completed'),
    estimatedCompletion: dayOf('estimated-completion'),
    authors: readAuthors(known.text('author') ?? ''),
    resolution: known.text('resolution'),
    discussionsTo: known.text('discussions-to'),
    requires: numbersOf('requires'),
    replaces: numbersOf('replaces'),
    supersedes: numbersOf('supersedes'),
    supersededBy: numbersOf('superseded-by'),
    misspelt: known.misspelt.length > 0 ? known.misspelt : undefined,
    path,
  }
  return { kind: 'read', aep, remarks }
}

function readNumber(known: KnownFields, path: string): number | FrontmatterProblem {
  const line = known.line('aep')
  const [number, ...others] = readAepNumbers(known.value('aep') ?? []).numbers
  if (number === undefined || others.length > 0) {
    return { kind: 'no-number', line, sentence: 'The field aep has no number.' }
  }
  const ofPath = parseAepPath(path)
  if (ofPath === undefined || ofPath === number) return number
  const sentence = `The path says AEP-${ofPath} and the field aep says ${number}.`
  return { kind: 'number-differs', line, sentence }
}

function lacking(known: KnownFields, kind: 'no-title' | 'no-status', name: FieldName): AepReading {
  const sentence = `The field ${name} is missing or empty.`
  return { kind: 'unreadable', problem: { kind, line: known.line(name), sentence } }
}

function remark(known: KnownFields, name: FieldName, sentence: string): FieldRemark {
  return { line: known.line(name), sentence }
}
