import { classNames } from '../class-names.ts'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import type { TableProps } from './table-column.ts'
import { TABLE_ROLES } from './table-roles.ts'

export interface DataTableProps<Row> extends TableProps<Row> {
  /** Columns keep their widths whatever stands in them, as in a VirtualTable. @default false */
  readonly isFixed?: boolean
}

/** A table short enough to be drawn whole. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, getKey, sort, onSort, isFixed = false } = props
  return (
    <table
      {...TABLE_ROLES.table}
      aria-label={label}
      className={classNames(
        'w-full border-separate border-spacing-0 text-s max-sm:block',
        isFixed && 'table-fixed',
      )}
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
