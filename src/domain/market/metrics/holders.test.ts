import { describe, expect, it } from 'vitest'
import { DEC_ONE } from '../../decimal.ts'
import { computeHolders, computeSideConcentration } from './holders.ts'
import { computeProviderCount } from './provider-count.ts'
import { measureLeases } from './resource-sums.ts'
import {
  act,
  akt,
  buildGpus,
  buildLease,
  buildOracle,
  buildRunning,
  buildUnit,
} from './testing/build-market.ts'

const RUNNING = [
  buildRunning([buildGpus(2, 'h100')], { id: { provider: 'a', owner: 'x' }, price: act(10) }),
  buildRunning([buildUnit({ memoryBytes: 5n })], {
    id: { provider: 'a', owner: 'y' },
    price: akt(20),
    state: 'reclaiming',
  }),
  buildRunning([buildGpus(6, 't4')], { id: { provider: 'b', owner: 'x' }, price: act(30) }),
]
const HOLDERS = computeHolders(measureLeases(RUNNING), 'provider')

describe('computeHolders', () => {
  it('adds up what every provider has, most leases first', () => {
    expect(HOLDERS).toEqual([
      {
        name: 'a',
        leases: 2,
        reclaiming: 1,
        notKnown: 0,
        gpus: 2n,
        cpuMillis: 2_000n,
        memoryBytes: 5n,
        runRate: [act(10), akt(20)],
      },
      {
        name: 'b',
        leases: 1,
        reclaiming: 0,
        notKnown: 0,
        gpus: 6n,
        cpuMillis: 1_000n,
        memoryBytes: 0n,
        runRate: [act(30)],
      },
    ])
  })

  it('does the same of tenants, and counts leases of which nothing is known', () => {
    const blind = {
      ...buildLease({ id: { owner: 'y' } }),
      resources: { from: 'not-known', units: [] },
    } as const
    const tenants = computeHolders(measureLeases([...RUNNING, blind]), 'owner')
    expect(tenants.map(({ name, leases, notKnown }) => [name, leases, notKnown])).toEqual([
      ['x', 2, 0],
      ['y', 2, 1],
    ])
  })
})

describe('computeSideConcentration', () => {
  it('weighs leases, GPUs and each denomination by itself', () => {
    const side = computeSideConcentration(HOLDERS, { oracle: undefined, axlUsdc: undefined })
    // ⅔ and ⅓; ¼ and ¾.
    expect(side.leases).toMatchObject({ hhi: expect.closeTo(50_000 / 9, 8) })
    expect(side.gpus).toMatchObject({ total: 8n, hhi: expect.closeTo(6_250, 8) })
    expect(
      side.runRate.map(({ denom, concentration }) => [
        denom,
        concentration.kind === 'known' ? concentration.ranked.map(({ name }) => name) : [],
      ]),
    ).toEqual([
      ['uact', ['b', 'a']],
      ['uakt', ['a']],
    ])
  })

  it('sums dollars only over denominations with a price, and names the others', () => {
    const blind = computeSideConcentration(HOLDERS, { oracle: undefined, axlUsdc: DEC_ONE })
    expect(blind.runRateUsd).toMatchObject({ counted: ['uact'], leftOut: ['uakt'] })
    const priced = computeSideConcentration(HOLDERS, {
      oracle: buildOracle({ twap: DEC_ONE }),
      axlUsdc: undefined,
    })
    expect(priced.runRateUsd).toMatchObject({
      counted: ['uact', 'uakt'],
      leftOut: [],
      // 10 ACT and 20 AKT at a dollar against 30 ACT.
      concentration: { hhi: 5_000, gini: 0 },
    })
  })
})

describe('computeProviderCount', () => {
  const provider = (owner: string) => {
    return { owner, hostUri: '', attributes: [], email: '', website: '', auditors: [] }
  }

  it('counts those on the list, those at work, and those at work that are not on the list', () => {
    expect(computeProviderCount(RUNNING, [provider('a'), provider('c')])).toEqual({
      registered: 2,
      withLeases: 2,
      unregistered: 1,
      tenants: 2,
    })
  })

  it('does not take a list that was not read for an empty one', () => {
    expect(computeProviderCount([buildLease({ state: 'closed' })], undefined)).toEqual({
      registered: undefined,
      withLeases: 0,
      unregistered: undefined,
      tenants: 0,
    })
  })
})
