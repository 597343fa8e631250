/** One line of the table: what was measured, how it came out and what it should be. */
export interface Finding {
  readonly what: string
  readonly figure: string
  /** What it should be, in words; undefined where nothing is asked. */
  readonly wanted?: string
  /** undefined where nothing is asked. */
  readonly isMet?: boolean
}

/** A measurement: findings under one heading, in the order they are printed. */
export interface Measurement {
  readonly heading: string
  readonly measure: () => Promise<readonly Finding[]>
}

/** A number that must not exceed another. */
export function atMost(what: string, value: number, limit: number, unit = ''): Finding {
  return {
    what,
    figure: withUnit(value, unit),
    wanted: `≤ ${withUnit(limit, unit)}`,
    isMet: value <= limit,
  }
}

/** A number that must reach another. */
export function atLeast(what: string, value: number, limit: number, unit = ''): Finding {
  return {
    what,
    figure: withUnit(value, unit),
    wanted: `≥ ${withUnit(limit, unit)}`,
    isMet: value >= limit,
  }
}

/** A number of which nothing is asked. */
export function plain(what: string, value: number, unit = ''): Finding {
  return { what, figure: withUnit(value, unit) }
}

function withUnit(value: number, unit: string): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 3
  return `${value.toFixed(digits)}${unit === '' ? '' : ` ${unit}`}`
}

/** A table with its columns aligned, each line ended. */
export function formatFindings(heading: string, findings: readonly Finding[]): string {
  const rows = findings.map(({ what, figure, wanted = '', isMet }) => [
    what,
    figure,
    wanted,
    isMet === undefined ? '' : isMet ? 'met' : 'NOT MET',
  ])
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [heading, ...lines.map((line) => `  ${line}`), ''].map((line) => `${line}\n`).join('')
}
