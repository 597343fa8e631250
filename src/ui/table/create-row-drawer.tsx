import type { KeyboardEvent, ReactElement, Ref } from 'react'
import { TableRow } from './TableRow.tsx'
import type { TableProps } from './table-column.ts'

/** What all rows of a table are drawn with. */
export interface RowDrawing<Row>
  extends Pick<TableProps<Row>, 'columns' | 'rowHref' | 'onFollow' | 'phoneRowClass'> {
  readonly rowRef: Ref<HTMLTableRowElement>
  readonly onFocus: (key: string) => void
  readonly onKeyDown: (event: KeyboardEvent, index: number) => void
}

/**
 * Draws rows, and gives the same element for the same row at the same place, which React leaves as it is: scrolling and
 * measuring then cost nothing for the rows that are there already.
 */
export function createRowDrawer<Row>({ onFocus, onKeyDown, ...drawing }: RowDrawing<Row>) {
  const drawn = new Map<
    string,
    { readonly row: Row; readonly index: number; readonly element: ReactElement }
  >()
  return (row: Row, index: number, key: string): ReactElement => {
    const known = drawn.get(key)
    if (known?.row === row && known.index === index) return known.element
    const element = (
      <TableRow
        key={key}
        {...drawing}
        row={row}
        index={index}
        onFocus={() => onFocus(key)}
        onKeyDown={(event) => onKeyDown(event, index)}
      />
    )
    drawn.set(key, { row, index, element })
    return element
  }
}
