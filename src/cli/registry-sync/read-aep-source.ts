import { parseAepDocument } from '../../data/registry/parse-aep-document.ts'
import type { Aep } from '../../domain/registry/aep.ts'
import { type AepDocument, parseAepPath } from '../../domain/registry/frontmatter/read-aep.ts'
import { expectWhole } from './expect-whole.ts'
import { readFieldHistory } from './field-history.ts'
import { SourceError } from './source-error.ts'
import type { SourceTree } from './source-tree.ts'
import type { Unread } from './unread.ts'

export interface AepSourceReading {
  /** Ascending by number. */
  readonly aeps: readonly Aep[]
  readonly unread: readonly Unread[]
}

const DOCUMENT = /^spec\/aep-\d+\/readme\.md$/i

/**
 * The AEPs of a repository. A document that cannot be read leaves the record of it as it was before.
 * @throws {SourceError} where it is no such repository, or far from whole
 */
export async function readAepSource(
  tree: SourceTree,
  former: readonly Aep[],
): Promise<AepSourceReading> {
  if (!tree.paths.some((path) => path.startsWith('spec/'))) {
    throw new SourceError(tree.source, 'it has no folder spec: no AEP repository, or it moved')
  }
  const paths = tree.paths.filter((path) => DOCUMENT.test(path))
  const { documents, unread } = readDocuments(await tree.readFiles(paths))
  expectWhole(tree.source, 'documents in spec', documents.length, former.length)
  const history = await readFieldHistory(tree, documents, former)
  const read = documents.map((document) => ({
    ...document,
    history: history.get(document.number) ?? [],
  }))
  const numbers = new Set(read.map(({ number }) => number))
  const rows = [...findOddPaths(tree.paths), ...unread]
  const kept = former.filter(
    (aep) => !numbers.has(aep.number) && rows.some((row) => isAbout(row, aep)),
  )
  return {
    aeps: [...read, ...kept].sort((a, b) => a.number - b.number),
    unread: rows.map((row) => tell(row, kept)),
  }
}

function readDocuments(texts: ReadonlyMap<string, string>) {
  const documents = new Map<number, AepDocument>()
  const unread: Unread[] = []
  for (const [path, text] of texts) {
    const reading = parseAepDocument(text, path)
    if (reading.kind === 'unreadable') {
      const { kind, line, sentence } = reading.problem
      const isContradiction = kind === 'number-differs'
      unread.push({ path, line, sentence, kind: isContradiction ? 'contradiction' : 'lost' })
      continue
    }
    const { aep, remarks } = reading
    const other = documents.get(aep.number)
    if (other !== undefined) {
      const sentence = `AEP-${aep.number} has another document already: ${other.path}.`
      unread.push({ path, sentence, kind: 'contradiction' })
      continue
    }
    documents.set(aep.number, aep)
    for (const { line, sentence } of remarks) unread.push({ path, line, sentence, kind: 'remark' })
  }
  return { documents: [...documents.values()], unread }
}

/** Folders and files in `spec` that look like documents and are none. */
function findOddPaths(paths: readonly string[]): readonly Unread[] {
  const withDocument = new Set(
    paths.filter((path) => DOCUMENT.test(path)).map((path) => path.split('/')[1]),
  )
  const odd = new Set(
    paths.flatMap((path) => {
      const [top, name, ...rest] = path.split('/')
      if (top !== 'spec' || name === undefined || withDocument.has(name)) return []
      return rest.length > 0 || parseAepPath(path) !== undefined ? [`spec/${name}`] : []
    }),
  )
  return [...odd].map((path) => ({
    path,
    sentence: 'No document README.md is in it.',
    kind: 'lost',
  }))
}

/** Rows name a document, or the folder in which one should be. */
function isAbout(row: Unread, { path }: Aep): boolean {
  return path === row.path || path.startsWith(`${row.path}/`)
}

function tell(row: Unread, kept: readonly Aep[]): Unread {
  if (row.kind === 'remark') return row
  return {
    ...row,
    record: kept.some((aep) => isAbout(row, aep)) ? 'kept as it was' : 'left out',
  }
}
