import type { ChartRow } from './chart-row.ts'

/** Mean width of a character at 12 px in the widest fonts that systems show where ours has not come yet. */
const CHARACTER = 8

/** Between a label and its bar; the axis itself keeps eight pixels of it. */
const LABEL_GAP = 12

/** The part of the width that bars and their labels take where ranges stand beside them. */
const BARS = 0.55
const RANGES_FROM = 0.64

export interface ChartLayout {
  readonly labelWidth: number
  readonly right: number
  readonly valueDomain: readonly [number, number]
  /** undefined: no row has a range. */
  readonly rangeDomain: readonly [number, number] | undefined
}

/** Room for labels and the two scales of a chart that is `width` pixels wide. */
export function layOutChart(rows: readonly ChartRow[], width: number): ChartLayout {
  const widest = (texts: readonly string[]) =>
    Math.max(0, ...texts.map((text) => Array.from(text).length)) * CHARACTER
  const labelWidth = Math.min(widest(rows.map(({ label }) => label)) + LABEL_GAP, width * 0.45)
  const values = rows.flatMap(({ value }) => value ?? [])
  const most = Math.max(...values, 0) || 1
  const ranges = rows.flatMap(({ range }) => range ?? [])
  const valueRoom = widest(rows.map(({ text }) => text)) + 8
  if (ranges.length === 0) {
    return { labelWidth, right: valueRoom, valueDomain: [0, most], rangeDomain: undefined }
  }
  const right = widest(ranges.map(({ text }) => text)) + 12
  const plot = Math.max(1, width - labelWidth - right)
  const bars = Math.max(0.1, BARS - valueRoom / plot)
  const highest = Math.max(...ranges.map(({ p90 }) => p90)) || 1
  return {
    labelWidth,
    right,
    valueDomain: [0, most / bars],
    // From zero, so that a range twice as far to the right is twice as dear.
    rangeDomain: [(-highest * RANGES_FROM) / (1 - RANGES_FROM), highest],
  }
}

/** A label cut to the room there is. */
export function fitLabel(label: string, width: number): string {
  const most = Math.max(3, Math.floor((width - LABEL_GAP) / CHARACTER))
  const characters = Array.from(label)
  return characters.length <= most ? label : `${characters.slice(0, most - 1).join('')}…`
}
