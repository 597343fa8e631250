import type { KeyboardEvent } from 'react'
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { createRowDrawer } from './create-row-drawer.tsx'
import type { MeasureRow } from './RowWindow.tsx'
import { firstWindow, isSameWindow, type WindowPart } from './row-window.ts'
import { TableHead } from './TableHead.tsx'
import type { TableProps } from './table-column.ts'
import { TABLE_ROLES } from './table-roles.ts'
import { useIsPrinting } from './use-is-printing.ts'

export interface LongTableProps<Row> extends TableProps<Row> {
  /** Likely height of a row in pixels; rows are measured once drawn. @default 57 */
  readonly estimateRowHeight?: number
}

/** Above this, printing draws what is on the screen rather than freeze the browser. */
const MOST_PRINTED = 5000

/** Rows that fill any first screen, drawn before the code that follows the scrolling has come. */
const FIRST_ROWS = 20

const RowWindow = lazy(async () => ({ default: (await import('./RowWindow.tsx')).RowWindow }))

/**
 * A table that scrolls with the window and draws only the rows near it. It stays a table to screen readers, which are
 * told its whole length. Up and down arrows go from link to link.
 */
export function LongTable<Row>(props: LongTableProps<Row>) {
  const { label, columns, rows, getKey, sort, onSort, estimateRowHeight = 57 } = props
  const { rowHref, onFollow, phoneRowClass } = props
  const bodyRef = useRef<HTMLTableSectionElement>(null)
  const measureRef = useRef<MeasureRow>(undefined)
  const [focusedKey, setFocusedKey] = useState<string>()
  const [followed, setFollowed] = useState<readonly WindowPart[]>()
  const isPrinting = useIsPrinting() && rows.length <= MOST_PRINTED
  const focusedIndex =
    focusedKey === undefined ? undefined : rows.findIndex((row) => getKey(row) === focusedKey)
  const parts = isPrinting
    ? rows.map((_, index) => ({ kind: 'row' as const, index }))
    : (followed ?? firstWindow(rows.length, FIRST_ROWS, estimateRowHeight))

  // The same rows and spaces are the same state, or drawing them would never end.
  const follow = useCallback((next: readonly WindowPart[]) => {
    setFollowed((shown) => (shown !== undefined && isSameWindow(shown, next) ? shown : next))
  }, [])
  const moveFocus = useCallback((event: KeyboardEvent, index: number) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const isModified = event.metaKey || event.ctrlKey || event.altKey || event.shiftKey
    if (step === 0 || isModified) return
    const target = findRowLink(bodyRef.current, index, step)
    if (target === undefined) return
    event.preventDefault()
    target.focus()
  }, [])
  // Always the same of the same rows: given another, the virtualizer places all rows anew, at every scroll.
  const keyOf = useCallback(
    (index: number) => {
      const row = rows[index]
      return row === undefined ? index : getKey(row)
    },
    [rows, getKey],
  )
  const drawRow = useMemo(
    () =>
      createRowDrawer({
        ...{ columns, rowHref, onFollow },
        ...(phoneRowClass === undefined ? {} : { phoneRowClass }),
        rowRef: (row: HTMLTableRowElement | null) => measureRef.current?.(row),
        ...{ onFocus: setFocusedKey, onKeyDown: moveFocus },
      }),
    [columns, rowHref, onFollow, phoneRowClass, moveFocus],
  )
  return (
    <>
      <table
        {...TABLE_ROLES.table}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        className="w-full table-fixed border-separate border-spacing-0 text-s max-sm:block"
      >
        <TableHead columns={columns} sort={sort} onSort={onSort} />
        <tbody {...TABLE_ROLES.body} ref={bodyRef} className="max-sm:block">
          {parts.map((part) => {
            if (part.kind === 'space') {
              return <Space key={part.key} height={part.height} span={columns.length} />
            }
            const row = rows[part.index]
            return row === undefined ? null : drawRow(row, part.index, getKey(row))
          })}
        </tbody>
      </table>
      <Suspense fallback={null}>
        <RowWindow
          bodyRef={bodyRef}
          measureRef={measureRef}
          count={rows.length}
          keyOf={keyOf}
          focusedIndex={focusedIndex}
          estimateRowHeight={estimateRowHeight}
          onWindow={follow}
        />
      </Suspense>
    </>
  )
}

function Space({ height, span }: { readonly height: number; readonly span: number }) {
  return (
    // Invisible, so that a browser does not take its coming and going for content that moves.
    <tr {...TABLE_ROLES.space} className="invisible max-sm:block">
      <td colSpan={span} className="p-0 max-sm:block" style={{ height }} />
    </tr>
  )
}

/** The link of the next row that has one, among those drawn. */
function findRowLink(
  body: HTMLElement | null,
  index: number,
  step: 1 | -1,
): HTMLElement | undefined {
  const links = [...(body?.querySelectorAll<HTMLElement>('tr[data-index] .row-link') ?? [])]
  const place = links.findIndex((link) => {
    return link.closest<HTMLElement>('tr')?.dataset.index === index.toString()
  })
  return place < 0 ? undefined : links[place + step]
}
