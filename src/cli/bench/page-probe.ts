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
 * matching `selector`, and gathers shifts and long tasks. No function in it may have a name: the TypeScript runner would
 * wrap it in a helper that pages do not have.
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
  for (const type of ['longtask', 'layout-shift']) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (type === 'longtask') figures.longTasksMs.push(entry.duration)
        else if (Reflect.get(entry, 'hadRecentInput') !== true) {
          figures.layoutShift += Number(Reflect.get(entry, 'value'))
        }
      }
    }).observe({ type, buffered: true })
  }
  const timer = setInterval(() => {
    const rows = [...document.querySelectorAll(selector)].filter(
      (row) =>
        row.checkVisibility({ visibilityProperty: true }) && (row.textContent ?? '').trim() !== '',
    )
    if (rows.length < rowCount) return
    clearInterval(timer)
    requestAnimationFrame(() => {
      figures.readyMs = performance.now()
    })
  }, 20)
}
