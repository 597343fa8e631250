import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent } from 'react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { createRowDrawer } from './create-row-drawer.tsx'
import { includeIndex, layOutWindow } from './row-window.ts'
import { TableHead } from './TableHead.tsx'
import type { TableProps } from './table-column.ts'
import { TABLE_ROLES } from './table-roles.ts'
import { useIsPrinting } from './use-is-printing.ts'
import { useOffsetTop } from './use-offset-top.ts'

export interface VirtualTableProps<Row> extends TableProps<Row> {
  /** Likely height of a row in pixels; rows are measured once drawn. @default 57 */
  readonly estimateRowHeight?: number
}

/** Above this, printing draws what is on the screen rather than freeze the browser. */
const MOST_PRINTED = 5000

/**
 * A table that scrolls with the window and draws only the rows near it. It stays a table to screen readers, which are
 * told its whole length. Up and down arrows go from link to link.
 */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { label, columns, rows, getKey, sort, onSort, estimateRowHeight = 57 } = props
  const { rowHref, onFollow, phoneRowClass } = props
  const bodyRef = useRef<HTMLTableSectionElement>(null)
  const [focusedKey, setFocusedKey] = useState<string>()
  const scrollMargin = useOffsetTop(bodyRef)
  const isPrinting = useIsPrinting() && rows.length <= MOST_PRINTED
  const focusedIndex =
    focusedKey === undefined ? undefined : rows.findIndex((row) => getKey(row) === focusedKey)
  const virtualizer = useWindowVirtualizer<HTMLTableRowElement>({
    count: rows.length,
    estimateSize: () => estimateRowHeight,
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : getKey(row)
    },
    overscan: 8,
    scrollMargin,
    // What a first drawing is made for, before the window has been measured.
    initialRect: { width: 1024, height: 900 },
    rangeExtractor: (range) =>
      includeIndex(defaultRangeExtractor(range), focusedIndex, rows.length),
  })
  const parts = isPrinting
    ? rows.map((_, index) => ({ kind: 'row' as const, index }))
    : layOutWindow(virtualizer.getVirtualItems(), scrollMargin, virtualizer.getTotalSize())

  const moveFocus = useCallback((event: KeyboardEvent, index: number) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const isModified = event.metaKey || event.ctrlKey || event.altKey || event.shiftKey
    if (step === 0 || isModified) return
    const target = findRowLink(bodyRef.current, index, step)
    if (target === undefined) return
    event.preventDefault()
    target.focus()
  }, [])
  const { measureElement } = virtualizer
  const drawRow = useMemo(
    () =>
      createRowDrawer({
        ...{ columns, rowHref, onFollow },
        ...(phoneRowClass === undefined ? {} : { phoneRowClass }),
        ...{ rowRef: measureElement, onFocus: setFocusedKey, onKeyDown: moveFocus },
      }),
    [columns, rowHref, onFollow, phoneRowClass, measureElement, moveFocus],
  )

  return (
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
