/** What a page tells of itself; times in milliseconds since navigation. */
export interface PageFigures {
  /** When the rows asked for were visible; undefined before that. */
  readyMs: number | undefined
  /** Cumulative layout shift, without those the reader caused. */
  layoutShift: number
  /** Tasks of 50 ms and more. */
  readonly longTasksMs: number[]
}

declare global {
  interface Window {
    skylightBench?: PageFigures
  }
}

/**
 * Runs in the page before any script of its own, so it must stand on its own: watches for `rowCount` visible elements
 * matching `selector`, and gathers shifts and long tasks.
 */
export function installProbe({
  selector,
  rowCount,
}: {
  readonly selector: string
  readonly rowCount: number
}): void {
  const figures: PageFigures = { readyMs: undefined, layoutShift: 0, longTasksMs: [] }
  window.skylightBench = figures
  const observe = (type: string, take: (entry: PerformanceEntry) => void) => {
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
    })
  }
  observe('longtask', (entry) => figures.longTasksMs.push(entry.duration))
  observe('layout-shift', (entry) => {
    if (Reflect.get(entry, 'hadRecentInput') === true) return
    figures.layoutShift += Number(Reflect.get(entry, 'value'))
  })
  const timer = setInterval(() => {
    const rows = [...document.querySelectorAll(selector)]
    const visible = rows.filter(
      (row) =>
        row.checkVisibility({ visibilityProperty: true }) && (row.textContent ?? '').trim() !== '',
    )
    if (visible.length < rowCount) return
    clearInterval(timer)
    requestAnimationFrame(() => {
      figures.readyMs = performance.now()
    })
  }, 20)
}
