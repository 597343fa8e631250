import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect } from 'react'
import { includeIndex, layOutWindow, type WindowPart } from './row-window.ts'
import { useOffsetTop } from './use-offset-top.ts'

/** Takes a row that was drawn, or null when one is gone. */
export type MeasureRow = (row: HTMLTableRowElement | null) => void

export interface RowWindowProps {
  readonly bodyRef: RefObject<HTMLElement | null>
  /** Filled with what measures the rows. */
  readonly measureRef: { current: MeasureRow | undefined }
  readonly count: number
  readonly keyOf: (index: number) => string | number
  /** Drawn wherever it is. */
  readonly focusedIndex: number | undefined
  readonly estimateRowHeight: number
  /** Told which rows are near the window, at each change and before it is painted. */
  readonly onWindow: (parts: readonly WindowPart[]) => void
}

/** Follows the scrolling of the window for a LongTable; draws nothing itself, so that the rows stay when it comes. */
export function RowWindow(props: RowWindowProps) {
  const { bodyRef, measureRef, count, keyOf, focusedIndex, estimateRowHeight, onWindow } = props
  const scrollMargin = useOffsetTop(bodyRef)
  const virtualizer = useWindowVirtualizer<HTMLTableRowElement>({
    count,
    estimateSize: () => estimateRowHeight,
    getItemKey: keyOf,
    overscan: 8,
    scrollMargin,
    rangeExtractor: (range) => includeIndex(defaultRangeExtractor(range), focusedIndex, count),
  })
  const { measureElement } = virtualizer
  useLayoutEffect(() => {
    measureRef.current = measureElement
    const drawn = bodyRef.current?.querySelectorAll<HTMLTableRowElement>('tr[data-index]') ?? []
    for (const row of drawn) measureElement(row)
    return () => {
      measureRef.current = undefined
    }
  }, [measureRef, measureElement, bodyRef])
  const parts = layOutWindow(
    virtualizer.getVirtualItems(),
    scrollMargin,
    virtualizer.getTotalSize(),
  )
  useLayoutEffect(() => {
    // Not measured yet: the rows that are there stay.
    if (parts.length > 1 || count <= 1) onWindow(parts)
  })
  return null
}
