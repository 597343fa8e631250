import { formatCsv } from './csv.ts'
import { isDemoChainId } from './demo-chain.ts'

/** A file the reader is handed. */
export interface ExportFile {
  readonly name: string
  readonly type: string
  readonly text: string
}

/** What every file and table made of a demo chain says of itself. */
const INVENTED = 'demo: invented data'

/**
 * The one rule for files of a demo chain: their names begin with `demo-` and their content says so too, since files
 * outlive the page that made them. `name` is without its ending; `rows` begin with the header.
 */
export function composeCsvFile(
  chainId: string,
  name: string,
  rows: readonly (readonly string[])[],
): ExportFile {
  return {
    name: `${markName(chainId, name)}.csv`,
    type: 'text/csv;charset=utf-8',
    text: formatCsv(markRows(chainId, rows)),
  }
}

/** The same for one JSON object. */
export function composeJsonFile(chainId: string, name: string, data: object): ExportFile {
  const marked = isDemoChainId(chainId) ? { data: INVENTED, ...data } : data
  return {
    name: `${markName(chainId, name)}.json`,
    type: 'application/json',
    text: `${JSON.stringify(marked, undefined, 2)}\n`,
  }
}

/** The same for a drawing; what it shows says `drawingMark`. */
export function composeSvgFile(chainId: string, name: string, svg: string): ExportFile {
  return {
    name: `${markName(chainId, name)}.svg`,
    type: 'image/svg+xml;charset=utf-8',
    text: svg,
  }
}

/** The name of a picture, without its content. */
export function namePicture(chainId: string, name: string): string {
  return `${markName(chainId, name)}.png`
}

/** What a drawing of a demo chain has to say in its caption; undefined for others. */
export function drawingMark(chainId: string): string | undefined {
  return isDemoChainId(chainId) ? INVENTED : undefined
}

/** Rows of a demo chain get a first column that says so on each of them; others stay as they are. */
export function markRows(
  chainId: string | null,
  rows: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  if (chainId === null || !isDemoChainId(chainId)) return rows
  return rows.map((row, index) => [index === 0 ? 'data' : INVENTED, ...row])
}

function markName(chainId: string, name: string): string {
  return isDemoChainId(chainId) ? `demo-${name}` : name
}
