import { describe, expect, it } from 'vitest'
import { findEpoch, heightAt } from './epoch.ts'

describe('findEpoch', () => {
  it('begins a new chain every day, counted from the first day of 2026', () => {
    const first = findEpoch(new Date('2026-01-01T23:59:59Z'), 1)
    expect(first).toMatchObject({ index: 0, chainId: 'skydemo-0' })
    expect(first.startsAt).toEqual(new Date('2026-01-01T00:00:00Z'))
    expect(findEpoch(first.endsAt, 1).chainId).toBe('skydemo-1')
    expect(findEpoch(first.endsAt, 7).chainId).toBe('skydemo-1-7')
  })

  it('has the chain live for six hours before, so that a first visitor finds a past', () => {
    const { startsAt, genesisTime, genesisHeight } = findEpoch(new Date('2026-11-21T09:00Z'), 1)
    expect(startsAt.getTime() - genesisTime.getTime()).toBe(6 * 3_600_000)
    expect(heightAt(startsAt.getTime()) - genesisHeight).toBe(3600n)
  })
})

describe('heightAt', () => {
  it('goes on from mainnet’s last known upgrade with a block every 6 s', () => {
    expect(heightAt(Date.parse('2026-06-11T14:00:00Z'))).toBe(27_230_465n)
    expect(heightAt(Date.parse('2026-06-11T14:01:00Z'))).toBe(27_230_475n)
  })
})
