import type { KeyboardEvent, Ref } from 'react'
import { classNames } from '../class-names.ts'
import { PlainLink } from '../controls/PlainLink.tsx'
import type { TableColumn, TableProps } from './table-column.ts'
import { TABLE_ROLES } from './table-roles.ts'

export interface TableRowProps<Row>
  extends Pick<TableProps<Row>, 'columns' | 'rowHref' | 'onFollow' | 'phoneRowClass'> {
  readonly row: Row
  /** Place in the whole table, from 0. */
  readonly index: number
  readonly rowRef?: Ref<HTMLTableRowElement>
  readonly onFocus?: () => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
}

/** One row: table cells on a wide screen, a small grid on a phone. */
export function TableRow<Row>(props: TableRowProps<Row>) {
  const { columns, index, rowRef, phoneRowClass } = props
  return (
    <tr
      ref={rowRef}
      {...TABLE_ROLES.row}
      data-index={index}
      aria-rowindex={index + 2}
      className={classNames(
        'group relative hover:bg-sunk/60 max-sm:grid max-sm:gap-x-2.5 max-sm:gap-y-1 max-sm:border-b max-sm:border-rule max-sm:py-2.5',
        phoneRowClass ?? 'max-sm:grid-cols-[auto_minmax(0,1fr)_auto]',
      )}
    >
      {columns.map((column) => (
        <Cell key={column.id} column={column} {...props} />
      ))}
    </tr>
  )
}

function Cell<Row>({
  column,
  row,
  rowHref,
  onFollow,
  onFocus,
  onKeyDown,
}: TableRowProps<Row> & { readonly column: TableColumn<Row> }) {
  const className = classNames(
    'min-w-0 text-start align-top font-normal max-sm:block max-sm:empty:hidden sm:border-b sm:border-rule sm:px-2.5 sm:py-2 sm:first:ps-0 sm:last:pe-0',
    column.align === 'end' && 'tabular sm:text-end',
    column.className,
  )
  const content = column.render(row)
  if (column.isRowHeader !== true) {
    return (
      <td {...TABLE_ROLES.cell} className={className}>
        {content}
      </td>
    )
  }
  const href = rowHref?.(row)
  return (
    <th {...TABLE_ROLES.rowHeader} scope="row" className={className}>
      {href === undefined ? (
        content
      ) : (
        <PlainLink
          href={href}
          onFollow={onFollow}
          className="row-link"
          {...(onFocus === undefined ? {} : { onFocus })}
          {...(onKeyDown === undefined ? {} : { onKeyDown })}
        >
          {content}
        </PlainLink>
      )}
      {column.renderDetail?.(row)}
    </th>
  )
}
