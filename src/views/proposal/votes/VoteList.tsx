import { formatInteger } from '../../../domain/format-integer.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { StateMessage } from '../../../ui/state/StateMessage.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { LongTable } from '../../../ui/table/LongTable.tsx'
import type { TableProps } from '../../../ui/table/table-column.ts'

/** Rows before the reader asks for all: the rest of the proposal follows below. */
const FIRST_ROWS = 30

export interface VoteListProps<Row> {
  readonly table: TableProps<Row>
  readonly isWhole: boolean
  readonly onShowAll: () => void
  /** Where there is nothing: because nothing is there, or because of the filter. */
  readonly empty: { readonly title: string; readonly sentence: string }
}

/** One list of a vote: the first rows, or every one. */
export function VoteList<Row>({ table, isWhole, onShowAll, empty }: VoteListProps<Row>) {
  const { rows } = table
  if (rows.length === 0) return <StateMessage {...empty} />
  const phoneRowClass = 'max-sm:grid-cols-[minmax(0,1fr)_auto]'
  const first = (
    <DataTable {...table} rows={rows.slice(0, FIRST_ROWS)} isFixed phoneRowClass={phoneRowClass} />
  )
  if (rows.length <= FIRST_ROWS) return first
  if (isWhole) {
    return <LongTable {...table} phoneRowClass={phoneRowClass} />
  }
  return (
    <>
      {first}
      <div className="mt-3">
        <Button onClick={onShowAll}>Show all {formatInteger(rows.length)}</Button>
      </div>
    </>
  )
}
