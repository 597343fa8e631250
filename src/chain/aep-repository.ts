import type { Aep } from '../domain/registry/aep.ts'
import { type AepReading, readAep } from '../domain/registry/frontmatter/read-aep.ts'
import { readIndexRow } from '../domain/registry/frontmatter/read-index-row.ts'
import { fetchPublicFile, type PublicFileOptions } from './public-file.ts'

/** Akash's repository of AEPs, one of the public files the page names. */
const REPOSITORY = 'https://raw.githubusercontent.com/akash-network/AEP/main/'

/** The list of all AEPs that the repository makes of their frontmatter. */
export const AEP_INDEX_URL = `${REPOSITORY}index.json`

/** The index, row by row. */
export interface AepIndex {
  /** Ascending by number. */
  readonly aeps: readonly Aep[]
  /** Of each row that could not be read, which one and why. */
  readonly lost: readonly string[]
}

/** The file is not the index as it is known; the message is a sentence for a reader. */
export class AepIndexShapeError extends Error {
  override readonly name = 'AepIndexShapeError'

  constructor(reason: string, cause?: unknown) {
    super(`The index of the AEP repository has another form than is known: ${reason}.`, { cause })
  }
}

/** @throws {PublicFileError | AepIndexShapeError} */
export async function fetchAepIndex(
  options?: PublicFileOptions,
): Promise<{ readonly text: string; readonly index: AepIndex }> {
  const { text } = await fetchPublicFile(AEP_INDEX_URL, options)
  return { text, index: parseAepIndex(text) }
}

/** More AEPs than there will be for long; each costs a row on a screen. */
const MOST_ROWS = 2_000
/** Numbers have two digits as yet, and proposals are read for three. */
const HIGHEST = 9_999

/**
 * Reads the index (`index.json`: an array of objects, a row for each AEP). A row that cannot be read is lost, and the
 * others stand; where that is most of them, the file is another one.
 * @throws {AepIndexShapeError}
 */
export function parseAepIndex(text: string): AepIndex {
  const rows = parseRows(text)
  if (rows.length > MOST_ROWS) throw new AepIndexShapeError(`it has ${rows.length} rows`)
  const aeps = new Map<number, Aep>()
  const lost: string[] = []
  for (const [index, row] of rows.entries()) {
    const reading = readRow(row)
    const place = `Row ${index + 1}`
    if (reading.kind === 'unreadable') lost.push(`${place}: ${reading.problem.sentence}`)
    else if (reading.aep.number > HIGHEST) lost.push(`${place}: ${reading.aep.number} is too high.`)
    else if (aeps.has(reading.aep.number)) {
      lost.push(`${place}: AEP-${reading.aep.number} stands in an earlier row.`)
    } else {
      const { number } = reading.aep
      aeps.set(number, { ...reading.aep, path: `spec/aep-${number}/README.md`, history: [] })
    }
  }
  if (aeps.size === 0) throw new AepIndexShapeError('no row of it is an AEP')
  if (lost.length > aeps.size) throw new AepIndexShapeError('most of its rows are no AEPs')
  return { aeps: [...aeps.values()].sort((a, b) => a.number - b.number), lost }
}

/** The row names no path. */
function readRow(row: unknown): AepReading {
  const fields = readIndexRow(row)
  return fields.kind === 'unreadable' ? fields : readAep(fields.fields, '')
}

function parseRows(text: string): readonly unknown[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (error) {
    throw new AepIndexShapeError('it is no JSON', error)
  }
  if (!Array.isArray(parsed)) throw new AepIndexShapeError('it is no list')
  return parsed
}

/**
 * The document of one AEP as it stands in the repository by now. Loads a YAML parser.
 * @param path in the repository: `spec/aep-76/README.md`
 * @throws {PublicFileError}
 */
export async function fetchAepDocument(
  path: string,
  options?: PublicFileOptions,
): Promise<AepReading> {
  const [{ text }, { parseAepDocument }] = await Promise.all([
    fetchPublicFile(`${REPOSITORY}${path}`, options),
    import('../data/registry/parse-aep-document.ts'),
  ])
  return parseAepDocument(text, path)
}
