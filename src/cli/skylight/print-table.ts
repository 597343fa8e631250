import { isDemoChainId } from '../../domain/demo-chain.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import type { Answer } from './answer.ts'
import { type Column, layOutTable } from './table-layout.ts'

const WIDEST_CELL = 64
/** Of a column that is meant to be wide; strangers' texts may stand in it too. */
const WIDEST_WIDE_CELL = 600

/**
 * Columns padded to the widest cell, as far as a terminal has room; where it has not, wide cells go on over several lines or
 * below their row. Without a terminal a row is a line, however long. Chain text is stripped of what would drive the
 * terminal. Where a cell had to be cut it is said below the table.
 * @param width of the terminal in characters; undefined: there is none
 */
export function printTable(answer: Answer, width: number | undefined): string {
  const { header, rows, provenance, wide = [], lists = [] } = answer
  let isCut = false
  const columns = header.map((name): Column => {
    const isList = lists.includes(name)
    return { name, isList, isWide: isList || wide.includes(name) }
  })
  const cells = rows.map((row) =>
    row.map((cell, column) => {
      const text = sanitizeChainText(cell)
      const fitted = fit(text, columns[column]?.isWide ? WIDEST_WIDE_CELL : WIDEST_CELL)
      isCut ||= fitted !== text
      return fitted
    }),
  )
  const lines = layOutTable(columns, cells, width)
  const note = isCut ? `${CUT}\n` : ''
  return `${lines.join('\n')}\n\n${note}${describeOrigin(provenance)}\n`
}

const CUT = '… stands for the rest of a long text; --format json or csv has it whole.'

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
  if (text.length <= widest) return text
  const characters = [...text]
  if (characters.length <= widest) return text
  return `${characters.slice(0, widest - 1).join('')}…`
}
