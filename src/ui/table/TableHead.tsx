import { classNames } from '../class-names.ts'
import type { IconName } from '../Icon.tsx'
import { Icon } from '../Icon.tsx'
import type { TableColumn, TableProps, TableSort } from './table-column.ts'
import { TABLE_ROLES } from './table-roles.ts'

type TableHeadProps<Row> = Pick<TableProps<Row>, 'columns' | 'sort' | 'onSort'>

/**
 * The headings, which stay at the top of the window. On a phone, where rows are stacked, those one can sort by stand in
 * a line. Roles are spelled out, as `display` takes them from table elements.
 */
export function TableHead<Row>({ columns, sort, onSort }: TableHeadProps<Row>) {
  const hasSort = onSort !== undefined && columns.some((column) => column.isSortable === true)
  return (
    <thead {...TABLE_ROLES.body} className={hasSort ? 'max-sm:block' : 'max-sm:sr-only'}>
      <tr
        {...TABLE_ROLES.row}
        aria-rowindex={1}
        className="max-sm:flex max-sm:flex-wrap max-sm:gap-x-4 max-sm:border-b max-sm:border-rule-strong max-sm:py-1"
      >
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  )
}

function HeadCell<Row>({
  column,
  sort,
  onSort,
}: {
  readonly column: TableColumn<Row>
  readonly sort: TableSort | undefined
  readonly onSort: TableProps<Row>['onSort']
}) {
  const isSortable = column.isSortable === true && onSort !== undefined
  const direction = sort?.columnId === column.id ? sort.direction : undefined
  return (
    <th
      {...TABLE_ROLES.columnHeader}
      scope="col"
      aria-sort={isSortable ? (direction ?? 'none') : undefined}
      className={classNames(
        'top-(--table-top,0) z-2 bg-paper py-1 text-start text-xs font-medium text-ink-3 sm:sticky sm:border-b sm:border-rule-strong sm:px-2.5 sm:first:ps-0 sm:last:pe-0',
        column.align === 'end' && 'sm:text-end',
        column.className,
        isSortable ? 'max-sm:block' : 'max-sm:sr-only',
      )}
    >
      {isSortable ? (
        <button
          type="button"
          onClick={() => onSort(column.id)}
          className={classNames(
            'inline-flex min-h-6 items-center gap-1 hover:text-ink',
            direction !== undefined && 'text-ink',
          )}
        >
          {column.header}
          <Icon name={iconOf(direction)} />
        </button>
      ) : (
        <span className="inline-block py-0.5">{column.header}</span>
      )}
    </th>
  )
}

function iconOf(direction: TableSort['direction'] | undefined): IconName {
  if (direction === undefined) return 'sort'
  return direction === 'ascending' ? 'up' : 'down'
}
