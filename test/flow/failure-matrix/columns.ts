import type { Findings } from './findings.ts'
import { readListColumn, readOverviewColumn } from './list-columns.ts'
import { readNodesColumn } from './nodes-column.ts'
import { readClosedColumn, readOpenColumn } from './proposal-columns.ts'
import { readAccountColumn, readBlockColumn, readSearchColumn } from './search-columns.ts'
import type { Visit } from './visit.ts'

export interface Column {
  readonly read: (visit: Visit) => Promise<Findings>
  /** Reads at the height of long ago, as `?height=` does. */
  readonly isOld?: boolean
}

/** What a reader can look at, each opened as a page of its own. */
export const COLUMNS = {
  overview: { read: readOverviewColumn },
  list: { read: readListColumn },
  'old list': { read: readListColumn, isOld: true },
  open: { read: readOpenColumn },
  closed: { read: readClosedColumn },
  block: { read: readBlockColumn },
  account: { read: readAccountColumn },
  search: { read: readSearchColumn },
  nodes: { read: readNodesColumn },
} as const satisfies Readonly<Record<string, Column>>

export type ColumnName = keyof typeof COLUMNS
