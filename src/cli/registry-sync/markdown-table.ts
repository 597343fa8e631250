/** A row of a table in Markdown. */
export interface TableRow {
  /** Of the file, from 1. */
  readonly line: number
  /** Without the blanks around them. */
  readonly cells: readonly string[]
}

export interface MarkdownTable {
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
}

const RULE = /^[\s:|-]+$/

/** The tables of a document: a row of names, a rule, then rows up to the first line without a bar. */
export function findTables(markdown: string): readonly MarkdownTable[] {
  const lines = markdown.split(/\r?\n/)
  const tables: MarkdownTable[] = []
  for (let at = 1; at < lines.length; at++) {
    const above = lines[at - 1] ?? ''
    const rule = lines[at] ?? ''
    if (!above.includes('|') || !RULE.test(rule) || !rule.includes('-')) continue
    const rows: TableRow[] = []
    while (lines[at + 1]?.includes('|')) {
      at++
      rows.push({ line: at + 1, cells: splitCells(lines[at] ?? '') })
    }
    tables.push({ header: splitCells(above), rows })
  }
  return tables
}

/** A bar after a backslash belongs to the cell. Bars at the ends of the line are borders. */
function splitCells(line: string): readonly string[] {
  const inner = line.trim().replace(/^\|/, '').replace(/\|$/, '')
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'))
}

/** What a cell such as `[wg-gpu](../wg-gpu)` says and where it leads. */
export function readLinkCell(cell: string): { readonly text: string; readonly link?: string } {
  const [, text, link] = /^\[([^\]]*)\]\(([^)\s]*)\)/.exec(cell) ?? []
  return text === undefined || link === undefined || link === ''
    ? { text: text ?? cell }
    : { text: text.trim(), link }
}
