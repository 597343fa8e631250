import type { SyncedFiles } from './registry-files.ts'

/** A field of a record that says something else than before. */
export interface ChangedField {
  readonly field: string
  /** `Draft → Final`; of a history, what came to it. */
  readonly change: string
}

export interface ChangedRecord {
  readonly name: string
  readonly fields: readonly ChangedField[]
}

/** What a sync changes in the registry. Names and values are hostile. */
export interface RegistryChanges {
  readonly added: readonly string[]
  readonly changed: readonly ChangedRecord[]
  readonly vanished: readonly string[]
  /** The same document under another number. */
  readonly renumbered: readonly string[]
}

interface NamedRecord {
  readonly key: string
  readonly name: string
  /** Two of them that are alike are the same record under another key. */
  readonly likeness?: string
  readonly fields: object
}

/** What differs between the committed files and those that a sync made, by AEP, group and project. */
export function compareFiles(before: SyncedFiles, after: SyncedFiles): RegistryChanges {
  const parts = [
    compareRecords(listAeps(before), listAeps(after)),
    compareRecords(listGroups(before), listGroups(after)),
    compareRecords(listProjects(before), listProjects(after)),
  ]
  return {
    added: parts.flatMap(({ added }) => added),
    changed: [...parts.flatMap(({ changed }) => changed), ...compareElsewhere(before, after)],
    vanished: parts.flatMap(({ vanished }) => vanished),
    renumbered: parts.flatMap(({ renumbered }) => renumbered),
  }
}

const listAeps = (files: SyncedFiles): readonly NamedRecord[] =>
  files['aeps.json'].aeps.map(({ number, title, ...fields }) => ({
    key: `${number}`,
    name: `AEP-${number} "${title}"`,
    likeness: title.toLowerCase(),
    fields: { title, ...fields },
  }))

const listGroups = (files: SyncedFiles): readonly NamedRecord[] =>
  files['groups.json'].groups.map((group) => {
    return { key: group.id, name: `group ${group.id}`, fields: group }
  })

const listProjects = (files: SyncedFiles): readonly NamedRecord[] =>
  files['projects.json'].projects.map((project) => {
    return { key: project.name, name: `project "${project.name}"`, fields: project }
  })

/** What was known from elsewhere has a document now. */
function compareElsewhere(before: SyncedFiles, after: SyncedFiles): readonly ChangedRecord[] {
  const left = new Set(after['aeps-elsewhere.json'].later.map(({ number }) => number))
  const found = before['aeps-elsewhere.json'].later.filter(({ number }) => !left.has(number))
  const fields = found.map(({ number, title }) => {
    return { field: `AEP-${number} "${title}"`, change: 'seen elsewhere → has its document' }
  })
  return fields.length > 0 ? [{ name: 'aeps-elsewhere.json', fields }] : []
}

function compareRecords(
  before: readonly NamedRecord[],
  after: readonly NamedRecord[],
): RegistryChanges {
  const [known, present] = [byKey(before), byKey(after)]
  const lost = before.filter(({ key }) => !present.has(key))
  const found = after.filter(({ key }) => !known.has(key))
  const moved = lost.flatMap((from) => {
    const alike = found.filter(({ likeness }) => likeness !== undefined)
    const to = alike.find(({ likeness }) => likeness === from.likeness)
    return to === undefined ? [] : [{ from, to }]
  })
  return {
    added: found.filter((row) => moved.every(({ to }) => to !== row)).map(({ name }) => name),
    vanished: lost.filter((row) => moved.every(({ from }) => from !== row)).map(({ name }) => name),
    renumbered: moved.map(({ from, to }) => `${from.name} is now ${to.name}`),
    changed: after.flatMap(({ key, name, fields }) => {
      const earlier = known.get(key)
      const changes = earlier === undefined ? [] : compareFields(earlier.fields, fields)
      return changes.length > 0 ? [{ name, fields: changes }] : []
    }),
  }
}

function byKey(records: readonly NamedRecord[]): ReadonlyMap<string, NamedRecord> {
  return new Map(records.map((record) => [record.key, record]))
}

function compareFields(before: object, after: object): readonly ChangedField[] {
  const [earlier, later] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((field) => {
    const [from, to] = [earlier.get(field), later.get(field)]
    if (Array.isArray(from) && Array.isArray(to) && field === 'history') {
      return compareHistories(from.map(describe), to.map(describe))
    }
    const change = [describe(from), describe(to)] as const
    return change[0] === change[1] ? [] : [{ field, change: change.join(' → ') }]
  })
}

function compareHistories(
  before: readonly string[],
  after: readonly string[],
): readonly ChangedField[] {
  const found = after.filter((entry) => !before.includes(entry))
  const lost = before.filter((entry) => !after.includes(entry))
  return [
    ...(found.length > 0 ? [{ field: 'history, new', change: found.join('; ') }] : []),
    ...(lost.length > 0 ? [{ field: 'history, gone', change: lost.join('; ') }] : []),
  ]
}

function describe(value: unknown): string {
  if (value === undefined) return '(none)'
  if (Array.isArray(value)) return value.length === 0 ? '(none)' : value.map(describe).join('; ')
  if (typeof value === 'object' && value !== null) return Object.values(value).join(' ')
  return String(value)
}
