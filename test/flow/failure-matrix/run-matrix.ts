import { formatInteger } from '../../../src/domain/format-integer.ts'
import { PIN_DISTANCE } from '../../../src/domain/pin.ts'
import {
  COLUMNS,
  type ColumnFindings,
  type ColumnName,
  MATRIX_PAGES,
  type MatrixPage,
} from './columns.ts'
import type { Findings } from './findings.ts'
import { openVisit } from './visit.ts'
import { faultsOf, type MatrixWorld } from './world.ts'

/** `first`: two healthy endpoints stand behind it. `every`: both endpoints there are have the fault. */
export type Variant = 'first' | 'every'

export interface Cell {
  readonly fault: string
  readonly variant: Variant
  readonly column: ColumnName
  readonly findings: Findings
}

const VARIANTS: readonly Variant[] = ['first', 'every']
/** Pages open at once; more would only wait for each other. */
const AT_ONCE = 8
/** For endpoints that never answer; all others are waited for, however busy this machine is. */
const HANG_TIMEOUT_MS = 700
const TIMEOUT_MS = 20_000

/** Opens every screen on every fault, over HTTP. */
export async function runMatrix(
  world: MatrixWorld,
  faults: readonly string[],
): Promise<readonly Cell[]> {
  const healthy = await Promise.all([world.serve([]), world.serve([])])
  const healthyUrls = healthy.map(({ url }) => url)
  const waiting = faults.flatMap((fault) =>
    VARIANTS.flatMap((variant) => MATRIX_PAGES.map((page) => ({ fault, variant, page }))),
  )
  const cells: Cell[] = []
  const work = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const { fault, variant } = one
      const read = await openPage(world, one, healthyUrls)
      for (const column of COLUMNS) {
        const findings = read[column]
        if (findings !== undefined) cells.push({ fault, variant, column, findings })
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  await Promise.all(healthy.map((node) => node.close()))
  return cells
}

async function openPage(
  world: MatrixWorld,
  { fault, variant, page }: Pick<Cell, 'fault' | 'variant'> & { readonly page: MatrixPage },
  healthyUrls: readonly string[],
): Promise<ColumnFindings> {
  const faulty = await Promise.all(
    Array.from({ length: variant === 'first' ? 1 : 2 }, () =>
      // A node that stands still since fifty blocks.
      world.serve(faultsOf(fault.replace(/^halt$/, `halt:${world.tip - 50n}`))),
    ),
  )
  const urls = [...faulty.map(({ url }) => url), ...(variant === 'first' ? healthyUrls : [])]
  const visit = openVisit(world, urls, {
    explicitHeight: page.isOld === true ? world.oldHeight : undefined,
    timeoutMs: /^(?:hang|trickle)$/.test(fault) ? HANG_TIMEOUT_MS : TIMEOUT_MS,
  })
  try {
    const read = await page.read(visit)
    return Object.fromEntries(
      Object.entries(read).map(([column, found]) => [column, withNames(found, urls, world)]),
    )
  } finally {
    await Promise.all(faulty.map((node) => node.close()))
  }
}

/** What differs from run to run, or from chain to chain, by name. */
function withNames(
  findings: Findings,
  urls: readonly string[],
  { ledger, tip, oldHeight }: MatrixWorld,
): Findings {
  const pin = tip - PIN_DISTANCE
  const names: readonly (readonly [string, string])[] = [
    ...urls.map((url) => [url, 'NODE'] as const),
    [ledger.chainId, 'CHAIN'],
    [pin.toString(), 'PIN'],
    [(pin - 10n).toString(), 'PIN-10'],
    [oldHeight.toString(), 'OLD'],
    [(oldHeight - 10n).toString(), 'OLD-10'],
    [formatInteger(tip - 99n), 'EARLIEST'],
  ]
  return Object.fromEntries(
    Object.entries(findings).map(([part, text]) => [
      part,
      names
        .reduce((named, [value, name]) => named.replaceAll(value, name), text)
        .replace(/\d+ min \d+ s/, 'AGE'),
    ]),
  )
}
