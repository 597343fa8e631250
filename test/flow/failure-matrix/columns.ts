import type { Findings } from './findings.ts'
import { readListScreens } from './list-columns.ts'
import { readLeaseColumn, readMarketScreens } from './market-columns.ts'
import { readNodesColumn } from './nodes-column.ts'
import { readClosedColumn, readOldColumn, readOpenColumn } from './proposal-columns.ts'
import { readAccountColumn, readBlockColumn, readSearchColumn } from './search-columns.ts'
import type { Visit } from './visit.ts'

/** What a reader can look at. */
export const COLUMNS = [
  'overview',
  'list',
  'open',
  'closed',
  'old',
  'block',
  'account',
  'search',
  'market',
  'leases',
  'lease',
  'nodes',
] as const

export type ColumnName = (typeof COLUMNS)[number]

export type ColumnFindings = Partial<Readonly<Record<ColumnName, Findings>>>

/** A page that is opened anew on each fault, and the screens that what it read is enough for. */
export interface MatrixPage {
  readonly read: (visit: Visit) => Promise<ColumnFindings>
  /** Reads at a height of long ago, as `?height=` does. */
  readonly isOld?: boolean
}

export const MATRIX_PAGES: readonly MatrixPage[] = [
  { read: readListScreens },
  { read: async (visit) => ({ open: await readOpenColumn(visit) }) },
  { read: async (visit) => ({ closed: await readClosedColumn(visit) }) },
  { read: async (visit) => ({ old: await readOldColumn(visit) }), isOld: true },
  { read: async (visit) => ({ block: await readBlockColumn(visit) }) },
  {
    read: async (visit) => ({
      search: await readSearchColumn(visit),
      account: await readAccountColumn(visit),
    }),
  },
  { read: readMarketScreens },
  { read: async (visit) => ({ lease: await readLeaseColumn(visit) }) },
  { read: async (visit) => ({ nodes: await readNodesColumn(visit) }) },
]
