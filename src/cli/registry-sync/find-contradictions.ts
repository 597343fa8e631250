import { parseDay } from '../../domain/registry/day.ts'
import type { ReviewedFiles, SyncedFiles } from './registry-files.ts'

/**
 * What in the registry does not go together: documents with themselves and with each other, and what people reviewed with
 * the documents of today. Pieces of documents in the sentences are hostile.
 */
export function findContradictions(
  files: SyncedFiles,
  { references, curated, groupReferences }: ReviewedFiles,
): readonly string[] {
  const { aeps } = files['aeps.json']
  const { later, absent } = files['aeps-elsewhere.json']
  const { groups } = files['groups.json']
  const { projects } = files['projects.json']
  const present = new Set(aeps.map(({ number }) => number))
  const known = new Set([...present, ...later.map(({ number }) => number)])
  const groupIds = new Set(groups.map(({ id }) => id))
  const rows = [
    ...references.map(({ aep }, at) => ({ aep, file: 'references.json', at })),
    ...curated.map(({ aep }, at) => ({ aep, file: 'curated-links.json', at })),
    ...groupReferences.map(({ aep }, at) => ({ aep, file: 'group-references.json', at })),
  ]
  return [
    ...absent
      .filter(({ number }) => present.has(number))
      .map(({ number }) => `aeps-elsewhere.json says AEP-${number} is absent, and it is there.`),
    ...aeps.flatMap((aep) => {
      const named = [
        ['requires', aep.requires],
        ['replaces', aep.replaces],
        ['supersedes', aep.supersedes],
        ['superseded-by', aep.supersededBy],
      ] as const
      return named.flatMap(([field, numbers]) =>
        numbers
          .filter((number) => !known.has(number))
          .map((number) => `${aep.path}: ${field} names AEP-${number}, which has no document.`),
      )
    }),
    ...aeps.flatMap(({ path, created, completed, updated }) => [
      ...tellEarlier(path, 'completed', completed, created),
      ...tellEarlier(path, 'updated', updated, created),
    ]),
    ...rows.flatMap(({ aep, file, at }) =>
      aep === undefined || known.has(aep)
        ? []
        : [`${file}, row ${at + 1}, is about AEP-${aep}, which has no document.`],
    ),
    ...groupReferences.flatMap(({ group }, at) =>
      groupIds.has(group)
        ? []
        : [`group-references.json, row ${at + 1}, is about ${group}, which is no group.`],
    ),
    ...projects.flatMap(({ name, topicAeps, group, isGone }) => [
      ...topicAeps
        .filter((number) => !known.has(number))
        .map((number) => `Project "${name}" has the topic of AEP-${number}, without a document.`),
      ...(group === undefined || isGone === true || groupIds.has(group)
        ? []
        : [`Project "${name}" belongs to ${group}, which is no group.`]),
    ]),
  ]
}

function tellEarlier(
  path: string,
  field: string,
  raw: string | undefined,
  created: string | undefined,
): readonly string[] {
  const [day, first] = [raw, created].map((text) => text && parseDay(text))
  return day && first && day < first ? [`${path}: ${field} ${day} is before created ${first}.`] : []
}
