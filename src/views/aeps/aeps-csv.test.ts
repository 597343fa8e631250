import { describe, expect, it } from 'vitest'
import { linkRecord } from '../../queries/linked-registry.ts'
import { loadRegistry } from '../../queries/registry.ts'
import { composeAepRows } from './aep-row.ts'
import { composeAepsCsv } from './aeps-csv.ts'

const registry = await loadRegistry()
const rows = composeAepRows(registry, linkRecord(registry, '2026-11-20'))
const origin = {
  chainId: 'akashnet-2',
  height: undefined,
  isWhole: true,
  day: registry.aepSnapshot.day,
}

describe('composeAepsCsv', () => {
  it('has both axes, the way from one to the other, and where it was read', () => {
    const { name, text } = composeAepsCsv(rows, origin)
    const [header = '', ...lines] = text.trimEnd().split('\r\n')
    const line = lines.find((one) => one.startsWith('39,')) ?? ''
    expect(name).toBe(`aeps-akashnet-2-${origin.day}.csv`)
    expect(line).toContain('Lease Termination Reasons,document,Draft,Draft,Standard,Interface')
    expect(line).toContain('delivered,v1.0.0; v1.2.0,23939793; 25789395,308; 317')
    expect(line).toContain('shipped-while-draft')
    expect(line.endsWith(`akashnet-2,,${origin.day}`)).toBe(true)
    expect(header.split(',')).toHaveLength(21)
  })

  it('leaves out numbers that no AEP has', () => {
    const numbers = composeAepsCsv(rows, origin).text.split('\r\n')
    expect(numbers.some((line) => line.startsWith('77,'))).toBe(false)
    expect(numbers.filter((line) => line.startsWith('95,'))).toHaveLength(1)
  })

  it('leaves the delivery empty where the chain was not read', () => {
    const { text } = composeAepsCsv(composeAepRows(registry, undefined), origin)
    expect(text).not.toContain('nothing-found')
  })

  it('does not say that nothing was found before all of the chain is read', () => {
    expect(composeAepsCsv(rows, origin).text).toContain(',nothing-found,')
    const { text } = composeAepsCsv(rows, { ...origin, isWhole: false })
    expect(text).not.toContain('nothing-found')
    expect(text).toContain(',delivered,')
  })
})
