/** An upgrade on the drawn line. Lengths are CSS pixels. */
export interface TimelineMark {
  readonly key: string
  readonly name: string
  readonly x: number
  /** Length of the bar that stands for its downtime; undefined where that is not known. */
  readonly barHeight: number | undefined
  /** Which line its name stands on, from 0; undefined where there is no room for it. */
  readonly labelRow: number | undefined
}

export interface TimelineTick {
  readonly year: number
  readonly x: number
}

export interface TimelineGeometry {
  readonly marks: readonly TimelineMark[]
  readonly ticks: readonly TimelineTick[]
}

export interface TimelineEntry {
  readonly key: string
  readonly name: string
  readonly at: Date
  readonly downtimeMs: number | undefined
}

export const LABEL_ROWS = 4
export const BAR_SPACE = 56
const MARGIN = 28
/** Of a digit at the size labels have; names are mostly digits and dots. */
const CHARACTER = 6.4
const LABEL_GAP = 8
export const LONGEST_LABEL = 14

/** Places entries along a line of `width`, from the first of them until now. */
export function computeTimeline(
  entries: readonly TimelineEntry[],
  now: Date,
  width: number,
): TimelineGeometry {
  const times = entries.map(({ at }) => at.getTime())
  const first = Math.min(...times)
  const last = Math.max(now.getTime(), ...times)
  if (entries.length === 0 || width <= 2 * MARGIN) return { marks: [], ticks: [] }
  const span = Math.max(1, last - first)
  const place = (ms: number) => MARGIN + ((ms - first) / span) * (width - 2 * MARGIN)
  const longest = Math.max(1, ...entries.map(({ downtimeMs }) => downtimeMs ?? 0))
  // From the newest back, for where there is no room for all, the latest are the ones looked for.
  const rowStarts: number[] = Array.from({ length: LABEL_ROWS }, () => Number.POSITIVE_INFINITY)
  const marks = entries
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ key, name, at, downtimeMs }): TimelineMark => {
      const x = place(at.getTime())
      const half = (Math.min([...name].length, LONGEST_LABEL) * CHARACTER) / 2
      const row = rowStarts.findIndex((start) => x + half + LABEL_GAP <= start)
      const fits = row !== -1 && x - half >= 0 && x + half <= width
      if (fits) rowStarts[row] = x - half
      return {
        key,
        name,
        x,
        barHeight:
          downtimeMs === undefined ? undefined : Math.max(2, (downtimeMs / longest) * BAR_SPACE),
        labelRow: fits ? row : undefined,
      }
    })
    .toReversed()
  const ticks: TimelineTick[] = []
  const lastYear = new Date(last).getUTCFullYear()
  for (let year = new Date(first).getUTCFullYear() + 1; year <= lastYear; year++) {
    const previous = ticks.at(-1)
    const x = place(Date.UTC(year, 0, 1))
    if (previous === undefined || x - previous.x >= 36) ticks.push({ year, x })
  }
  return { marks, ticks }
}
