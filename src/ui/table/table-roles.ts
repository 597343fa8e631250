/**
 * Roles of table elements, spelled out to be spread onto them: on a phone rows are grids, and `display` takes from a table
 * element the role it has by nature.
 */
export const TABLE_ROLES = {
  table: { role: 'table' },
  body: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHeader: { role: 'columnheader' },
  rowHeader: { role: 'rowheader' },
  cell: { role: 'cell' },
  /** Empty room in place of rows that are not drawn. */
  space: { role: 'presentation', 'aria-hidden': true },
} as const
