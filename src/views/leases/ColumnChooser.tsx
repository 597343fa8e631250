import { useId } from 'react'
import { Popover } from '../../ui/overlay/Popover.tsx'
import { DEFAULT_COLUMNS, LEASE_COLUMN_IDS, type LeaseColumnId } from './lease-column-ids.ts'
import { nameLeaseColumn } from './lease-columns.tsx'

export interface ColumnChooserProps {
  readonly columns: readonly LeaseColumnId[]
  readonly onChange: (columns: readonly LeaseColumnId[]) => void
}

/** Which columns the table has. The lease itself stays. */
export function ColumnChooser({ columns, onChange }: ColumnChooserProps) {
  const id = useId()
  const choices = LEASE_COLUMN_IDS.filter((column) => column !== 'lease')
  const toggle = (column: LeaseColumnId) =>
    onChange(
      LEASE_COLUMN_IDS.filter((each) =>
        each === column ? !columns.includes(each) : columns.includes(each) || each === 'lease',
      ),
    )
  return (
    <Popover
      trigger="Columns"
      label="Columns of the table"
      className="min-h-8 rounded-m px-3 text-s font-medium text-ink-2 hover:bg-sunk hover:text-ink"
    >
      {choices.map((column) => (
        <span key={column} className="flex min-h-7 items-center gap-2">
          <input
            type="checkbox"
            id={`${id}-${column}`}
            checked={columns.includes(column)}
            onChange={() => toggle(column)}
            className="size-4 accent-ink"
          />
          <label htmlFor={`${id}-${column}`}>{nameLeaseColumn(column)}</label>
        </span>
      ))}
      <button
        type="button"
        onClick={() => onChange(DEFAULT_COLUMNS)}
        className="mt-1 min-h-6 text-xs text-ink-2 underline underline-offset-3 hover:text-ink"
      >
        The usual columns
      </button>
    </Popover>
  )
}
