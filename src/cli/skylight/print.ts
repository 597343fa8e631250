import { formatCsv } from '../../domain/csv.ts'
import { isDemoChainId } from '../../domain/demo-chain.ts'
import { markRows } from '../../domain/export-file.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import type { Answer } from './answer.ts'
import type { Format } from './parse-arguments.ts'

/**
 * An answer as text that ends in a newline, in pieces: a large market's JSON is longer than a string can be. CSV is
 * exact; for a terminal it is made harmless, as a table always is.
 */
export function printAnswer(answer: Answer, format: Format, isTerminal: boolean): Iterable<string> {
  switch (format) {
    case 'json':
      return printJson(answer)
    case 'csv':
      return [
        printCsv(markRows(answer.provenance.chainId, [answer.header, ...answer.rows]), isTerminal),
      ]
    case 'table':
      return [printTable(answer)]
  }
}

/** JSON escapes what is below U+0020 by itself; these drive a terminal or reorder its line too. */
const UNESCAPED_CONTROL = /[\u007f-\u009f\p{Bidi_Control}]/gu

/** Rows of a list that are written at once. */
const ROWS_OF_A_PIECE = 1_000

/** The very text of `JSON.stringify({ provenance, data }, null, 2)`, however many rows there are. */
function* printJson({ provenance, data }: Answer): Generator<string> {
  yield `{\n  "provenance": ${formatJson(provenance, 2)},\n  "data": `
  if (!Array.isArray(data) || data.length === 0) yield formatJson(data, 2)
  else {
    for (let at = 0; at < data.length; at += ROWS_OF_A_PIECE) {
      const rows = data.slice(at, at + ROWS_OF_A_PIECE).map((row) => formatJson(row, 4))
      yield `${at === 0 ? '[' : ','}\n    ${rows.join(',\n    ')}`
    }
    yield '\n  ]'
  }
  yield '\n}\n'
}

/** Its lines but the first begin with so many spaces. Escapes stand for the very characters, so a program reads what the chain has. */
function formatJson(value: unknown, spaces: number): string {
  return JSON.stringify(value, null, 2)
    .replaceAll('\n', `\n${' '.repeat(spaces)}`)
    .replace(
      UNESCAPED_CONTROL,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
}

function printCsv(rows: readonly (readonly string[])[], isTerminal: boolean): string {
  if (!isTerminal) return formatCsv(rows)
  return formatCsv(rows.map((row) => row.map((cell) => sanitizeChainText(cell))))
}

const WIDEST_CELL = 64
/** Of a column that is meant to be wide; strangers' texts may stand in it too. */
const WIDEST_WIDE_CELL = 600

/** Columns padded to the widest cell. Chain text is stripped of what would drive the terminal. */
function printTable({ header, rows, provenance, wide = [] }: Answer): string {
  const limits = header.map((name) => (wide.includes(name) ? WIDEST_WIDE_CELL : WIDEST_CELL))
  const cells = [header, ...rows].map((row) =>
    row.map((cell, column) => fit(sanitizeChainText(cell), limits[column] ?? WIDEST_CELL)),
  )
  // Not as arguments of one call, which takes no hundred thousand of them.
  const widths = header.map((_, column) =>
    cells.reduce((widest, row) => Math.max(widest, [...(row[column] ?? '')].length), 0),
  )
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length))
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n\n${describeOrigin(provenance)}\n`
}

function describeOrigin({ chainId, height, time, endpoint, query }: Answer['provenance']): string {
  if (chainId === null) return 'no endpoint answered'
  if (endpoint === null) return `${chainId} as it is on record; no node was asked\n${query}`
  const at = `at height ${height}, ${time ?? 'block time not known'}`
  return `${nameChain(chainId)} ${at}\n${query} from ${endpoint}`
}

function nameChain(chainId: string): string {
  return isDemoChainId(chainId) ? `${chainId} (demo chain: invented data)` : chainId
}

function fit(text: string, widest: number): string {
  const characters = [...text]
  if (characters.length <= widest) return text
  return `${characters.slice(0, widest - 1).join('')}…`
}
