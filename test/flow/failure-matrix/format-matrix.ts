import { COLUMNS } from './columns.ts'
import type { MatrixRow } from './expectations.ts'
import type { Findings } from './findings.ts'
import type { Cell, Variant } from './run-matrix.ts'

const LEGEND = [
  '  .  completes with the figures of the ledger',
  '  S  says in one sentence why it cannot be read, and what to do',
  '  p  a part says so, the rest is right',
  '  !  shown, and an alarm or a state beside it',
  '  ~  shown as told: it cannot be noticed',
]

/** The whole matrix as a table, and below it every sentence with the faults it is said of. */
export function formatMatrix(rows: readonly MatrixRow[], cells: readonly Cell[]): string {
  const find = (fault: string, variant: Variant, column: string) =>
    cells.find((cell) => cell.fault === fault && cell.variant === variant && cell.column === column)
      ?.findings ?? {}
  const width = Math.max(...rows.map(({ fault }) => fault.length))
  const heading = COLUMNS.map((column) => column.padEnd(9)).join('')
  const lines = rows.map(({ fault, note }) => {
    const marks = COLUMNS.map((column) =>
      `${markOf(find(fault, 'first', column), column)} ${markOf(find(fault, 'every', column), column)}`.padEnd(
        9,
      ),
    )
    return `${fault.padEnd(width)}  ${marks.join('')}${note ?? ''}`.trimEnd()
  })
  return [
    'Failure matrix: in each cell first with two healthy endpoints behind the faulty one, then with every endpoint faulty',
    ...LEGEND,
    '',
    `${' '.repeat(width)}  ${heading}`.trimEnd(),
    ...lines,
    '',
    'What is said',
    ...formatSentences(cells),
    '',
  ].join('\n')
}

function markOf(findings: Findings, column: string): string {
  const entries = Object.entries(findings)
  if (entries.length === 0) return '.'
  if (column === 'nodes') return '!'
  if (findings.all !== undefined) return 'S'
  const isAlarmed = entries.some(
    ([part, text]) => /^(?:alarm|confirmed|recount|height)$/.test(part) && !isFailure(text),
  )
  if (isAlarmed) return '!'
  return entries.every(([, text]) => text === 'not what the ledger says') ? '~' : 'p'
}

function isFailure(text: string): boolean {
  return /^[a-z-]+: [A-Z]/.test(text)
}

function formatSentences(cells: readonly Cell[]): readonly string[] {
  const faultsOf = new Map<string, Set<string>>()
  for (const { fault, findings } of cells) {
    for (const text of Object.values(findings).filter(isFailure)) {
      const faults = faultsOf.get(text) ?? new Set()
      faultsOf.set(text, faults.add(fault))
    }
  }
  return [...faultsOf].map(([text, faults]) => `  ${text} [${[...faults].join(', ')}]`).toSorted()
}
