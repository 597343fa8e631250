import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import type { TableProps } from './table-column.ts'
import { TABLE_ROLES } from './table-roles.ts'

/** A table short enough to be drawn whole. */
export function DataTable<Row>(props: TableProps<Row>) {
  const { label, columns, rows, getKey, sort, onSort } = props
  return (
    <table
      {...TABLE_ROLES.table}
      aria-label={label}
      className="w-full border-separate border-spacing-0 text-s max-sm:block"
    >
      <TableHead columns={columns} sort={sort} onSort={onSort} />
      <tbody {...TABLE_ROLES.body} className="max-sm:block">
        {rows.map((row, index) => (
          <TableRow key={getKey(row)} {...props} row={row} index={index} />
        ))}
      </tbody>
    </table>
  )
}
