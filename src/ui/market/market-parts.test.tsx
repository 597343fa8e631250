import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { DEC_ONE } from '../../domain/decimal.ts'
import { type Figure, LOADING } from '../../domain/figure.ts'
import type { MarketList } from '../../domain/market/market.ts'
import { computeLeasedResources } from '../../domain/market/metrics/leased-resources.ts'
import type { ResourceUnit } from '../../domain/market/resources.ts'
import { ConcentrationTable } from './ConcentrationTable.tsx'
import { describeUsdParts } from './describe-usd-parts.ts'
import { formatFloatShare } from './format-float-share.ts'
import { formatLeaseState } from './format-lease-state.ts'
import { HeldFigure } from './HeldFigure.tsx'
import type { HeldLeases } from './held-leases.ts'
import { MarketProgress } from './MarketProgress.tsx'
import { MarketReading } from './MarketReading.tsx'
import { MarketUnavailable } from './MarketUnavailable.tsx'
import { ResourcesText } from './ResourcesText.tsx'
import { usdPerDay } from './usd-per-day.ts'

const words = (node: ReactNode) =>
  renderToStaticMarkup(node)
    .replace(/<[^>]*>/g, '')
    .replaceAll('\u00a0', ' ')

const source = { chainId: 'c', height: 9n, time: undefined, endpoint: 'http://n', query: '/q' }
const failure = { kind: 'timed-out', sentence: 'The node took too long.' } as const
const list = { items: [1, 2, 3], isComplete: true, skipped: [] }

describe('MarketProgress', () => {
  it('says nothing of a list that is whole', () => {
    expect(
      words(<MarketProgress label="leases" list={{ kind: 'known', source, value: list }} />),
    ).toBe('')
  })

  it('tells being read, cut short and not to be had apart', () => {
    const known = (value: object) =>
      words(
        <MarketProgress
          label="leases"
          list={{ kind: 'known', source, value: { ...list, isComplete: false, ...value } }}
        />,
      )
    expect(words(<MarketProgress label="leases" list={LOADING} />)).toBe(
      'The leases are being read.',
    )
    expect(known({})).toBe('The leases are being read: 3 so far.')
    expect(known({ failure })).toBe(
      'Of the leases only 3 could be read, so figures of them are less than there is. The node took too long.',
    )
    expect(words(<MarketProgress label="leases" list={{ kind: 'failed', failure }} />)).toBe(
      'The leases could not be read. The node took too long.',
    )
  })

  it('names the records that were left out, as the texts of strangers', () => {
    const skipped = [{ list: 'leases', name: 'akash1x/7', reason: 'no payment \u202e' }] as const
    const text = words(
      <MarketProgress
        label="leases"
        list={{ kind: 'known', source, value: { ...list, skipped } }}
      />,
    )
    expect(text).toContain('1 record could not be read and is left out')
    expect(text).toContain('akash1x/7')
    expect(text).toContain('no payment ‹U+202E›')
  })
})

describe('MarketReading', () => {
  const known = (value: object) =>
    ({ kind: 'known', source, value: { ...list, ...value } }) as const
  const text = (lists: readonly [string, Figure<MarketList<unknown>>][]) =>
    words(<MarketReading height={27n} lists={lists} />)

  it('has one line, whether much is being read or all is there: nothing below it moves', () => {
    expect(
      text([
        ['leases', known({ isComplete: false })],
        ['bids', LOADING],
        ['orders', known({})],
      ]),
    ).toBe('These are being read: leases (3), bids.')
    expect(text([['leases', known({})]])).toBe('Read at height 27.')
  })

  it('says what could not be had beside it', () => {
    expect(text([['leases', known({ isComplete: false, failure })]])).toBe(
      'Read at height 27.Of the leases only 3 could be read, so figures of them are less than there is. The node took too long.',
    )
  })
})

describe('MarketUnavailable', () => {
  it('tells a chain without a market from one that cannot be read', () => {
    const none = { kind: 'not-supported', sentence: 'unknown query path' } as const
    expect(words(<MarketUnavailable failure={none} onRetry={() => undefined} />)).toContain(
      'This chain has no market',
    )
    const text = words(<MarketUnavailable failure={failure} onRetry={() => undefined} />)
    expect(text).toContain('The market could not be read')
    expect(text).toContain('Try again')
  })
})

describe('ResourcesText', () => {
  const unit: ResourceUnit = {
    count: 2,
    cpuMillis: 1_500n,
    memoryBytes: 1024n ** 3n,
    storage: [{ name: 'data', bytes: 1024n ** 3n, isPersistent: true }],
    gpus: 1n,
    gpuModels: [{ vendor: 'nvidia', model: 'h100' }],
  }

  it('adds up what the units hold, each times its count', () => {
    expect(words(<ResourcesText resources={{ from: 'bid', units: [unit] }} />)).toBe(
      '2 × nvidia h100, 3 vCPU, 2 GiB memory, 2 GiB storage, of it 2 GiB persistent',
    )
  })

  it('says where it is only what was asked for, and where nothing is known', () => {
    expect(words(<ResourcesText resources={{ from: 'order', units: [unit] }} />)).toContain(
      'as the order asked',
    )
    expect(words(<ResourcesText resources={{ from: 'not-known', units: [] }} />)).toBe('not known')
  })
})

describe('HeldFigure', () => {
  const figure = (of: HeldLeases) =>
    renderToStaticMarkup(
      <HeldFigure metric="leasedGpus" source={source} now={new Date(0)} of={of}>
        0 GPUs
      </HeldFigure>,
    )

  it('is no zero where neither bids nor orders tell what leases hold, of all or of one holder', () => {
    expect(figure({ leases: 3, from: { bid: 0, order: 0, 'not-known': 3 } })).toContain('not known')
    expect(figure({ leases: 3, notKnown: 3 })).not.toContain('0 GPUs')
  })

  it('is a zero where some of them tell it, or there is no lease', () => {
    expect(figure({ leases: 3, from: { bid: 1, order: 0, 'not-known': 2 } })).toContain('0 GPUs')
    expect(figure({ leases: 3, notKnown: 2 })).toContain('0 GPUs')
    expect(figure({ leases: 0, notKnown: 0 })).toContain('0 GPUs')
  })
})

describe('concentration by GPUs', () => {
  it('is not known where nothing tells who holds them, and not none', () => {
    const none = { kind: 'none' } as const
    const runRateUsd = { concentration: none, counted: [], leftOut: [] }
    const side = {
      holders: [],
      concentration: { leases: none, gpus: none, runRate: [], runRateUsd },
    }
    const text = (bid: number) => {
      const resources = {
        ...computeLeasedResources([]),
        leases: 2,
        from: { bid, order: 0, 'not-known': 2 - bid },
      }
      const metrics = { providers: side, tenants: side, resources }
      return words(
        <ConcentrationTable side="providers" metrics={metrics} source={source} now={new Date(0)} />,
      )
    }
    expect(text(0)).toContain(`GPUs${'not known'.repeat(5)}`)
    expect(text(1)).toContain(`GPUs${'none'.repeat(5)}`)
  })
})

describe('dollars', () => {
  const perTime = { hour: 0n, day: 86_400n * DEC_ONE, days30: 0n }
  const act = { denom: 'uact', leases: 1, perBlock: 6n * DEC_ONE, reclaimingPerBlock: 0n, perTime }
  const usd = (6n * DEC_ONE) / 1_000_000n
  const part = { denom: 'uact', amount: act.perBlock, usd, basis: { kind: 'protocol' } } as const

  it('of a day are those of a block at the length of a day', () => {
    const runRateUsd = { parts: [part], unpriced: [], sum: usd }
    expect(usdPerDay({ runRate: [act], runRateUsd })).toBe((86_400n * DEC_ONE) / 1_000_000n)
  })

  it('are not known without a block time, nor without a price', () => {
    const runRateUsd = { parts: [part], unpriced: [], sum: usd }
    expect(usdPerDay({ runRate: [{ ...act, perTime: undefined }], runRateUsd })).toBeUndefined()
    const none = { parts: [], unpriced: [], sum: undefined }
    expect(usdPerDay({ runRate: [act], runRateUsd: none })).toBeUndefined()
  })

  it('name what is in them and what is not: never summed in silence', () => {
    const axl = 'ibc/170C677610AC31DF0904FFE09CD3B5C657492170E7E52372E48756B71E56F2F1'
    const assumed = { ...part, denom: axl, basis: { kind: 'assumption', price: DEC_ONE } } as const
    const left = { denom: 'uakt', amount: 1n, why: 'oracle-unhealthy' } as const
    expect(describeUsdParts({ parts: [part, assumed], unpriced: [left], sum: usd })).toBe(
      'of ACT and axlUSDC (at an assumed price); AKT is left out: the oracle is unhealthy',
    )
  })
})

describe('words of the market', () => {
  it('keep the number of a state that has no name', () => {
    expect(formatLeaseState('unknown 9')).toBe('State 9')
    expect(formatLeaseState('insufficient_funds')).toBe('Out of funds')
  })

  it('never round a share to nothing or to all', () => {
    expect(formatFloatShare(0.0001)).toBe('<0.1\u202f%')
    expect(formatFloatShare(0.9999)).toBe('>99.9\u202f%')
    expect(formatFloatShare(0)).toBe('0.0\u202f%')
  })
})
