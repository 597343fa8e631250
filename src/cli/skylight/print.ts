import { formatCsv } from '../../domain/csv.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import type { Answer } from './answer.ts'
import type { Format } from './parse-arguments.ts'

/** An answer as text that ends in a newline. */
export function printAnswer(answer: Answer, format: Format): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ provenance: answer.provenance, data: answer.data }, null, 2)}\n`
    case 'csv':
      return formatCsv([answer.header, ...answer.rows])
    case 'table':
      return printTable(answer)
  }
}

const WIDEST_CELL = 64

/** Columns padded to the widest cell. Chain text is stripped of what would drive the terminal. */
function printTable({ header, rows, provenance }: Answer): string {
  const cells = [header, ...rows].map((row) => row.map((cell) => fit(sanitizeChainText(cell))))
  const widths = header.map((_, column) =>
    Math.max(...cells.map((row) => [...(row[column] ?? '')].length)),
  )
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length))
      .join('  ')
      .trimEnd(),
  )
  const { chainId, height, time, endpoint, query } = provenance
  const origin =
    chainId === null
      ? 'no endpoint answered'
      : `${chainId} at height ${height}, ${time ?? 'block time not known'}\n${query} from ${endpoint}`
  return `${lines.join('\n')}\n\n${origin}\n`
}

function fit(text: string): string {
  const characters = [...text]
  if (characters.length <= WIDEST_CELL) return text
  return `${characters.slice(0, WIDEST_CELL - 1).join('')}…`
}
