import { formatCsv } from '../../domain/csv.ts'
import { markRows } from '../../domain/export-file.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import type { Answer } from './answer.ts'
import type { Format } from './parse-arguments.ts'
import { printTable } from './print-table.ts'

/**
 * An answer as text that ends in a newline, in pieces: a large market's JSON is longer than a string can be. CSV is
 * exact; for a terminal it is made harmless, as a table always is.
 * @param width of the terminal in characters, for a table; undefined: its lines may be of any length
 */
export function printAnswer(
  answer: Answer,
  format: Format,
  isTerminal: boolean,
  width?: number,
): Iterable<string> {
  switch (format) {
    case 'json':
      return printJson(answer)
    case 'csv':
      return [
        printCsv(markRows(answer.provenance.chainId, [answer.header, ...answer.rows]), isTerminal),
      ]
    case 'table':
      return [printTable(answer, width)]
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
