import { describe, expect, it } from 'vitest'
import { decodeAppliedUpgrades, decodeCurrentPlan } from './upgrade.ts'

describe('decodeCurrentPlan', () => {
  it('is undefined where none is planned: an empty message', () => {
    expect(decodeCurrentPlan(new Uint8Array())).toBeUndefined()
  })

  it('throws on bytes that are no plan, because that is not "none"', () => {
    expect(() => decodeCurrentPlan(Uint8Array.of(0x0a, 0x7f, 1))).toThrow()
  })
})

describe('decodeAppliedUpgrades', () => {
  it('reads height and name from the keys, and leaves out keys of another form', () => {
    const key = [1, 0, 0, 0, 0, 0, 0, 1, 44, 0x76, 0x33]
    const right = [0x0a, 16, 0x0a, 11, ...key, 0x12, 1, 1]
    const other = [0x0a, 6, 0x0a, 1, 2, 0x12, 1, 1]
    expect(decodeAppliedUpgrades(Uint8Array.of(...right, ...other))).toEqual([
      { name: 'v3', height: 300n },
    ])
  })
})
