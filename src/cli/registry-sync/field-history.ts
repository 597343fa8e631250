import { parseAepDocument } from '../../data/registry/parse-aep-document.ts'
import type { Aep, FieldChange } from '../../domain/registry/aep.ts'
import type { AepDocument } from '../../domain/registry/frontmatter/read-aep.ts'
import type { PathChange, SourceTree } from './source-tree.ts'

/** The fields whose changes are kept, as an `Aep` has them. */
const FOLLOWED = [
  ['title', (aep) => aep.title],
  ['status', (aep) => aep.statusRaw],
  ['created', (aep) => aep.created],
  ['completed', (aep) => aep.completed],
  ['estimated-completion', (aep) => aep.estimatedCompletion],
  ['resolution', (aep) => aep.resolution],
] as const satisfies readonly (readonly [FieldChange['field'], (aep: AepDocument) => unknown])[]

/**
 * Which values the fields of each document had from when on, by the number of the AEP, oldest first. A clone without its
 * history continues what is known with what differs now.
 * @throws {SourceError} where a version cannot be read from the repository
 */
export async function readFieldHistory(
  tree: SourceTree,
  documents: readonly AepDocument[],
  former: readonly Aep[],
): Promise<ReadonlyMap<number, readonly FieldChange[]>> {
  if (tree.isShallow) {
    const known = new Map(former.map((aep) => [aep.number, aep]))
    return new Map(
      documents.map((document) => {
        const before = known.get(document.number)
        const changes = listFieldChanges(before, document, { day: tree.day, commit: tree.commit })
        return [document.number, [...(before?.history ?? []), ...changes]]
      }),
    )
  }
  const paths = new Set(documents.map(({ path }) => path))
  const versions = (await tree.listChanges('spec')).filter(
    ({ kind, path }) => kind === 'written' && paths.has(path),
  )
  const texts = await tree.readVersions(versions)
  const states = new Map<string, AepDocument>()
  const histories = new Map<number, FieldChange[]>()
  for (const [at, version] of versions.entries()) {
    const reading = parseAepDocument(texts[at] ?? '', version.path)
    // A version that cannot be read says nothing; the next one that can is compared with the one before.
    if (reading.kind === 'unreadable') continue
    const { aep } = reading
    const changes = listFieldChanges(states.get(version.path), aep, version)
    histories.set(aep.number, [...(histories.get(aep.number) ?? []), ...changes])
    states.set(version.path, aep)
  }
  return histories
}

function listFieldChanges(
  before: AepDocument | undefined,
  after: AepDocument,
  { day, commit }: Pick<PathChange, 'day' | 'commit'>,
): readonly FieldChange[] {
  return FOLLOWED.flatMap(([field, read]) => {
    const value = read(after)
    if (value === (before === undefined ? undefined : read(before))) return []
    const change = { date: day, commit: commit.slice(0, 7), field }
    return [value === undefined ? change : { ...change, value }]
  })
}
