import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { KnownSourcesSchema, KnownUpgradeSchema } from './known-facts-schema.ts'
import { KNOWN_UPGRADE_SOURCES } from './known-upgrade-sources.ts'
import { findKnownUpgrade, KNOWN_UPGRADES } from './known-upgrades.ts'

describe('KNOWN_UPGRADES', () => {
  it('has the shape of its schema, with nothing beside', () => {
    expect(z.parse(z.array(KnownUpgradeSchema), KNOWN_UPGRADES)).toEqual(KNOWN_UPGRADES)
    const [first] = KNOWN_UPGRADES
    expect(KnownUpgradeSchema.safeParse({ ...first, note: 'x' }).success).toBe(false)
    expect(KnownUpgradeSchema.safeParse({ ...first, height: 0n }).success).toBe(false)
  })

  it('has a source for every row, and none for what is not there', () => {
    expect([...KNOWN_UPGRADE_SOURCES.keys()]).toEqual(KNOWN_UPGRADES.map(({ name }) => name))
    for (const sources of KNOWN_UPGRADE_SOURCES.values()) {
      expect(KnownSourcesSchema.safeParse(sources).success).toBe(true)
    }
    expect(KnownSourcesSchema.safeParse([]).success).toBe(false)
  })

  it('names each plan and each proposal once: x/upgrade applies a name only once', () => {
    const names = KNOWN_UPGRADES.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    const ids = KNOWN_UPGRADES.flatMap(({ proposalId }) => proposalId ?? [])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('ascends with height, and time, proposal ids and height ascend together', () => {
    const { length } = KNOWN_UPGRADES
    expect(length).toBe(17)
    const times = KNOWN_UPGRADES.map(({ appliedAt }) =>
      appliedAt === undefined
        ? undefined
        : Date.parse(appliedAt.precision === 'day' ? appliedAt.date : appliedAt.time),
    )
    for (const series of [
      KNOWN_UPGRADES.map(({ height }) => Number(height)),
      times.filter((time) => time !== undefined),
      KNOWN_UPGRADES.flatMap(({ proposalId }) =>
        proposalId === undefined ? [] : Number(proposalId),
      ),
    ]) {
      expect(series).toEqual([...new Set(series)].sort((a, b) => a - b))
    }
  })

  it('has blocks come every 5 to 8 seconds between two upgrades, so that no digit was dropped', () => {
    const timed = KNOWN_UPGRADES.flatMap(({ height, appliedAt }) =>
      appliedAt === undefined
        ? []
        : {
            height: Number(height),
            at: Date.parse(appliedAt.precision === 'day' ? appliedAt.date : appliedAt.time),
          },
    )
    const spans = timed.slice(1).map((to, index) => ({ from: timed[index], to }))
    expect(spans.length).toBeGreaterThan(10)
    for (const { from, to } of spans) {
      if (from === undefined) throw new Error('spans pair neighbours')
      const seconds = (to.at - from.at) / 1000 / (to.height - from.height)
      expect(seconds).toBeGreaterThan(5)
      expect(seconds).toBeLessThan(8)
    }
  })
})

describe('findKnownUpgrade', () => {
  it('answers when name and height agree', () => {
    expect(findKnownUpgrade('v2.1.0', 27_230_465n)?.proposalId).toBe(328n)
  })

  it.each([
    ['v2.1.0', 27_230_466n],
    ['v2.1.1', 27_230_465n],
    ['v2.0.0', 27_230_465n],
  ])('says nothing of %s at %s, which is not mainnet’s', (name, height) => {
    expect(findKnownUpgrade(name, height)).toBeUndefined()
  })
})
