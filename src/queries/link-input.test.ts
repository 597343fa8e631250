import { describe, expect, it } from 'vitest'
import { readRegistry } from '../data/registry/registry.ts'
import { LOADING } from '../domain/figure.ts'
import type { Source } from '../domain/source.ts'
import { findLinkInput, type ReadSoFar, readingOfChain } from './link-input.ts'
import type { ProposalList } from './proposal-list.ts'
import { buildUpgradeReport, type UpgradeParts } from './upgrade-report.ts'

const registry = readRegistry()
const TODAY = '2026-11-20'

const sourceOf = (chainId: string): Source => ({
  chainId,
  height: 100n,
  time: undefined,
  endpoint: 'https://node.example',
  query: '/q',
})

const listOf = (chainId: string, isComplete = true): ProposalList => ({
  pin: { height: 100n, reason: 'behind-latest' },
  source: sourceOf(chainId),
  rows: [],
  isComplete,
  keptCount: 0,
  params: LOADING,
  bondedTokens: LOADING,
  tallies: new Map(),
})

const FAILED = {
  kind: 'failed',
  failure: { kind: 'unreachable', sentence: 'It is gone.' },
} as const
const known = <T>(value: T, chainId = 'test-1') =>
  ({ kind: 'known', value, source: sourceOf(chainId) }) as const

function reading(parts: Partial<UpgradeParts>, listError: Error | null = null): ReadSoFar {
  const whole: UpgradeParts = {
    list: undefined,
    isListLost: listError !== null,
    applied: LOADING,
    plan: LOADING,
    times: new Map(),
    rounds: new Map(),
    ...parts,
  }
  return { report: buildUpgradeReport(whole), list: whole.list, listError }
}

const NO_PLAN = known({ plan: undefined })
const APPLIED = known([{ name: 'v2.1.0', height: 90n }])
const LOST = new Error('gone')

describe('what there is to link', () => {
  it('is nothing while applied upgrades, the newest proposals or the plan are on their way', () => {
    const planless = { applied: APPLIED, list: listOf('test-1') }
    for (const parts of [{}, { applied: APPLIED }, { list: listOf('test-1') }, planless]) {
      expect(findLinkInput(reading(parts), registry, TODAY)).toBeUndefined()
      expect(readingOfChain(reading(parts))).toEqual({ kind: 'reading' })
    }
  })

  it('is the chain as far as it is read, and then the whole of it', () => {
    const some = reading({ applied: APPLIED, list: listOf('test-1', false), plan: NO_PLAN })
    expect(findLinkInput(some, registry, TODAY)).toMatchObject({ kind: 'chain', isWhole: false })
    expect(readingOfChain(some)).toEqual({ kind: 'partly', failure: undefined })
    const all = reading({ applied: APPLIED, list: listOf('test-1'), plan: NO_PLAN })
    expect(findLinkInput(all, registry, TODAY)).toMatchObject({
      kind: 'chain',
      isWhole: true,
      plans: [{ name: 'v2.1.0', height: 90n, state: 'applied' }],
    })
    expect(readingOfChain(all)).toEqual({ kind: 'read' })
  })

  it('is not all of the chain where a proposal could not be read, for nobody knows what it names', () => {
    const unreadable = (id: bigint) =>
      ({ kind: 'unreadable', id, reason: 'It is cut.', bytes: undefined }) as const
    const toldWith = (...rows: ProposalList['rows']) =>
      readingOfChain(
        reading({ applied: APPLIED, list: { ...listOf('test-1'), rows }, plan: NO_PLAN }),
      )
    expect(toldWith({ kind: 'gap', id: 4n, lowestId: 3n })).toEqual({ kind: 'read' })
    expect(toldWith(unreadable(7n))).toMatchObject({
      kind: 'partly',
      failure: {
        sentence:
          'Proposal 7 could not be read: whether an AEP or a group is named there is not known.',
        detail: 'It is cut.',
      },
    })
    expect(toldWith(unreadable(7n), unreadable(5n))).toMatchObject({
      failure: { sentence: expect.stringMatching(/^2 proposals, proposal 7 among them, could/) },
    })
  })

  it('is what is on record where neither proposals nor upgrades can be read', () => {
    const none = reading({ applied: FAILED }, LOST)
    expect(findLinkInput(none, registry, TODAY)).toEqual({ kind: 'record', registry, today: TODAY })
    expect(readingOfChain(none)).toEqual({ kind: 'failed', failure: FAILED.failure })
  })

  it('is upgrades without proposals, and proposals without upgrades, each with the reason', () => {
    const upgrades = reading({ applied: APPLIED, plan: NO_PLAN }, LOST)
    expect(findLinkInput(upgrades, registry, TODAY)).toMatchObject({ kind: 'chain', rows: [] })
    expect(readingOfChain(upgrades)).toMatchObject({ kind: 'partly', failure: { detail: 'gone' } })
    const proposals = reading({ applied: FAILED, list: listOf('test-1'), plan: NO_PLAN })
    expect(findLinkInput(proposals, registry, TODAY)).toMatchObject({ kind: 'chain', plans: [] })
    expect(readingOfChain(proposals)).toEqual({ kind: 'partly', failure: FAILED.failure })
    const planless = reading({ applied: APPLIED, list: listOf('test-1'), plan: FAILED })
    expect(readingOfChain(planless)).toEqual({ kind: 'partly', failure: FAILED.failure })
  })

  it('takes the applied upgrades of akashnet-2 from the record where its store cannot be read, and of no other chain', () => {
    const kept = reading({ applied: FAILED, list: listOf('akashnet-2'), plan: FAILED })
    const input = findLinkInput(kept, registry, TODAY)
    const plans = input?.kind === 'chain' ? input.plans : []
    expect(plans.map(({ name }) => name)).toEqual(registry.upgrades.map(({ name }) => name))
    expect(plans.every(({ state }) => state === 'applied')).toBe(true)
    expect(plans.find(({ name }) => name === 'v2.1.0')?.appliedOn).toBe('2026-06-11')
  })
})
