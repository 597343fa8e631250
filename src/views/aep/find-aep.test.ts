import { describe, expect, it } from 'vitest'
import { loadRegistry } from '../../queries/registry.ts'
import { findAep } from './find-aep.ts'

const registry = await loadRegistry()
const nothing = new Set<number>()
const kindOf = (text: string, linked: ReadonlySet<number> | undefined = nothing) =>
  findAep(text, registry, linked).kind

describe('findAep', () => {
  it('takes a number with or without its prefix, and with leading zeros', () => {
    for (const text of ['76', 'AEP-76', 'aep 76', '0076', ' 76 ']) {
      expect(findAep(text, registry, nothing)).toMatchObject({ kind: 'document', number: 76 })
    }
  })

  it('tells numbers without a document apart by what is known of them', () => {
    expect(kindOf('95')).toBe('later')
    expect(kindOf('77')).toBe('absent')
    expect(kindOf('120')).toBe('unknown')
    expect(kindOf('120', new Set([120]))).toBe('chain')
    expect(kindOf('120', undefined)).toBe('unknown')
  })

  it('has no AEP of a number that is zero or far above the highest, which are numbers of discussions', () => {
    expect(findAep('0', registry, nothing)).toMatchObject({ kind: 'impossible', number: 0 })
    expect(findAep('99999', registry, nothing)).toMatchObject({ kind: 'impossible', highest: 96 })
    expect(kindOf('296')).toBe('unknown')
    expect(kindOf('297')).toBe('impossible')
  })

  it('takes nothing else for a number', () => {
    for (const text of ['', 'AEP', '-1', '7.6', '76x', '1e3', '9'.repeat(40), '<b>']) {
      expect(kindOf(text)).toBe('not-a-number')
    }
  })
})
