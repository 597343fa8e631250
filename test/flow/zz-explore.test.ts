import { it } from 'vitest'
import { COLUMNS, type Column } from './failure-matrix/columns.ts'
import { openVisit } from './failure-matrix/visit.ts'
import { createMatrixWorld, faultsOf } from './failure-matrix/world.ts'
const FAULTS = (process.env['FAULTS'] ?? 'none').split(',')
it('x', async () => {
  const world = createMatrixWorld()
  const good = await Promise.all([world.serve([]), world.serve([])])
  const out: string[] = [`open ${world.openVote} closed ${world.closedVote} casts ${world.castOnClosed.length}`]
  for (const fault of FAULTS) {
    const text = fault.replace('TIP-50', String(world.tip - 50n))
    const faults = () => text === 'none' ? [] : faultsOf(text)
    for (const variant of ['A', 'B']) {
      out.push(`== ${fault} ${variant}`)
      for (const [name, column] of Object.entries(COLUMNS) as [string, Column][]) {
        const started = performance.now()
        const served = await Promise.all((variant === 'A' ? [0] : [0, 1]).map(() => world.serve(faults())))
        const urls = [...served, ...(variant === 'A' ? good : [])].map(({ url }) => url)
        const visit = openVisit(world, urls, { timeoutMs: /hang|trickle/.test(fault) ? 800 : 10_000, explicitHeight: column.isOld ? world.oldHeight : undefined })
        let found: object
        try { found = await column.read(visit) } catch (e) { found = { THROWN: String(e instanceof Error ? e.stack : e) } }
        let line = JSON.stringify(found)
        urls.forEach((u, i) => { line = line.replaceAll(u, ['FIRST', 'SECOND', 'THIRD'][i]!) })
        out.push(`  ${name.padEnd(9)} ${Math.round(performance.now() - started)}ms ${line}`)
        await Promise.all(served.map((s) => s.close()))
      }
    }
  }
  (await import('node:fs')).writeFileSync('/tmp/matrix/explore.txt', out.join('\n') + '\n')
}, 300_000)
