import type { MouseEvent, ReactNode } from 'react'

/** How one column of a table is headed and drawn. */
export interface TableColumn<Row> {
  readonly id: string
  readonly header: ReactNode
  readonly render: (row: Row) => ReactNode
  /** Numbers stand at the end. @default 'start' */
  readonly align?: 'start' | 'end'
  /** The heading is a button that reports to `onSort`. @default false */
  readonly isSortable?: boolean
  /** Names the row: it is its header cell and, with `rowHref`, holds its link. One column a table. @default false */
  readonly isRowHeader?: boolean
  /** Under the name of the row, outside its link. */
  readonly renderDetail?: (row: Row) => ReactNode
  /**
   * Utilities for all cells of the column. Widths hold from 640 px on (`sm:w-24`); below, cells are items of the row's
   * grid (`max-sm:col-start-2`, `max-sm:hidden`).
   */
  readonly className?: string
}

export interface TableSort {
  readonly columnId: string
  readonly direction: 'ascending' | 'descending'
}

/** What both tables take. */
export interface TableProps<Row> {
  /** Says what is in the table; the name of the table for screen readers. */
  readonly label: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly getKey: (row: Row) => string
  readonly sort?: TableSort | undefined
  readonly onSort?: ((columnId: string) => void) | undefined
  /** Page of a row; rows without one are not links. */
  readonly rowHref?: ((row: Row) => string | undefined) | undefined
  readonly onFollow?: ((href: string, event: MouseEvent) => void) | undefined
  /** Utilities for the row's grid on a phone. @default three columns: auto, wide, auto */
  readonly phoneRowClass?: string
}

/** The sort a press on a heading asks for: the same column turns around, another begins with its own direction. */
export function nextSort(
  current: TableSort | undefined,
  columnId: string,
  firstDirection: TableSort['direction'] = 'descending',
): TableSort {
  if (current?.columnId !== columnId) return { columnId, direction: firstDirection }
  const direction = current.direction === 'ascending' ? 'descending' : 'ascending'
  return { columnId, direction }
}
