import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeDeliveries } from './compute-delivery.ts'
import { describeDelivery } from './describe-delivery.ts'
import { findDisagreements } from './findings/find-disagreements.ts'
import { aepOf } from './findings/testing/link-world.ts'
import type { LinkGround, LinkPlan, LinkProposal, LinkTable } from './link.ts'
import { linkAeps } from './link-aeps.ts'
import { listLinkRows } from './list-link-rows.ts'
import { smallRegistry } from './testing/small-ground.ts'

const STATES = [
  'in-deposit',
  'in-vote',
  'scheduled',
  'applied',
  'rejected',
  'failed',
  'cancelled',
  'superseded',
  'skipped',
  'unknown',
] as const satisfies readonly LinkPlan['state'][]

const height = fc.bigInt({ min: 1n, max: 9n }).map((thousands) => thousands * 1_000n)
const name = fc.constantFrom('v9.5.0', 'v9.6.0', 'v9.7.0', '\u202e')
const day = fc.option(fc.constantFrom('2022-12-31', '2023-01-01', '2026-05-02'), { nil: undefined })
const text = fc.oneof(
  fc.string(),
  fc
    .array(
      fc.constantFrom(
        ...['AEP-70', 'AEP 71', ' and ', ', 72', 'implements ', 'removes ', 'amends ', 'not '],
        ...['. ', '\n- ', 'sig-storage ', 'AEP-77', 'AEP-97', '(', ')', '# Included\n', '\ud800'],
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join('')),
)

const proposal: fc.Arbitrary<LinkProposal> = fc
  .record({
    id: fc.bigInt({ min: 1n, max: 8n }),
    title: text,
    summary: text,
    standing: fc.constantFrom(
      ...(['in-deposit', 'in-vote', 'passed', 'rejected', 'failed', 'unknown'] as const),
    ),
    action: fc.constantFrom(
      ...(['upgrade', 'cancel-upgrade', 'spend', 'messages', 'text', 'unknown'] as const),
    ),
    plan: fc.option(fc.record({ name, height }), { nil: undefined }),
    votingEndedOn: day,
  })
  .map(({ summary, ...rest }) => ({
    ...rest,
    texts: [
      { field: 'title', text: rest.title },
      { field: 'summary', text: summary },
    ],
  }))

const plan: fc.Arbitrary<LinkPlan> = fc.record({
  name,
  height,
  state: fc.constantFrom(...STATES),
  proposalId: fc.option(fc.bigInt({ min: 1n, max: 8n }), { nil: undefined }),
  appliedOn: day,
})

const resolution = fc.option(
  fc.integer({ min: 1, max: 8 }).map((id) => `https://www.mintscan.io/akash/proposals/${id}`),
  { nil: undefined },
)

const registry = fc.tuple(resolution, resolution, resolution, day).map((fields) => {
  const [first, second, third, completed] = fields
  const rest = completed === undefined ? {} : { completed }
  return smallRegistry({
    aeps: [first, second, third].map((of, at) =>
      aepOf(70 + at, 'Final', of === undefined ? rest : { ...rest, resolution: of }),
    ),
    upgrades: [
      { name: 'v9.5.0', height: 5_000n, proposalId: 5n },
      { name: 'v9.6.0', height: 6_000n, appliedAt: { precision: 'day', date: '2026-05-02' } },
    ],
    proposals: [{ id: 6n, kind: 'community-pool-spend', result: 'passed' }],
  })
})

/** A chain has one proposal of an id, and one plan that a proposal asks for. */
const ground: fc.Arbitrary<LinkGround> = fc.record({
  chainId: fc.constantFrom('akashnet-2', 'elsewhere-1'),
  proposals: fc.uniqueArray(proposal, { selector: ({ id }) => id, maxLength: 8 }),
  plans: fc.uniqueArray(plan, {
    selector: ({ name: of, height: at }) => `${of}@${at}`,
    maxLength: 8,
  }),
  registry,
})

/** Maps in the order of their keys, so that only what they hold is compared. */
function comparable({ planOwners, aepOwners, ...rest }: LinkTable) {
  const byKey = <K, V>(map: ReadonlyMap<K, V>): readonly (readonly [string, V])[] =>
    [...map]
      .map(([key, value]) => [String(key), value] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { ...rest, planOwners: byKey(planOwners), aepOwners: byKey(aepOwners) }
}

describe('whatever a chain holds', () => {
  it('is linked without a failure, and every link has evidence and can be told', () => {
    fc.assert(
      fc.property(ground, (world) => {
        const table = linkAeps(world)
        for (const { evidence, aep } of [...table.links, ...table.suggestions]) {
          expect(evidence.length).toBeGreaterThan(0)
          expect(evidence.every(({ source }) => source !== '')).toBe(true)
          expect(table.aepOwners.has(aep)).toBe(true)
        }
        for (const delivery of computeDeliveries(table).values()) {
          expect(describeDelivery(delivery)).toMatch(/\.$/)
        }
        expect(listLinkRows(table)).toHaveLength(table.links.length)
        findDisagreements(world, table, '2026-11-20')
      }),
    )
  })

  it('is linked the same in whatever order it is read', () => {
    fc.assert(
      fc.property(
        ground.chain((world) =>
          fc.record({
            world: fc.constant(world),
            proposals: fc.shuffledSubarray([...world.proposals], {
              minLength: world.proposals.length,
            }),
            plans: fc.shuffledSubarray([...world.plans], { minLength: world.plans.length }),
          }),
        ),
        ({ world, proposals, plans }) => {
          const shuffled = linkAeps({ ...world, proposals, plans })
          expect(comparable(shuffled)).toEqual(comparable(linkAeps(world)))
        },
      ),
    )
  })

  it('is linked the same again, and leaves what it was given alone', () => {
    fc.assert(
      fc.property(ground, (world) => {
        const before = structuredClone(world)
        const first = linkAeps(world)
        expect(linkAeps(world)).toEqual(first)
        expect(linkAeps(structuredClone(world))).toEqual(first)
        expect(world).toEqual(before)
      }),
    )
  })

  it('never has a delivery where all links mention, amend, fund or remove', () => {
    fc.assert(
      fc.property(ground, (world) => {
        const table = linkAeps(world)
        const delivering = new Set(
          table.links.filter(({ relation }) => relation === 'delivers').map(({ aep }) => aep),
        )
        const kinds = [...computeDeliveries(table)]
          .filter(([aep]) => !delivering.has(aep))
          .map(([, { kind }]) => kind)
        for (const kind of kinds) expect(['mentioned', 'funding-passed', 'removed']).toContain(kind)
      }),
    )
  })

  it('gives one link for an AEP, a place and a relation, and no mention beside a delivery', () => {
    fc.assert(
      fc.property(ground, (world) => {
        const keys = linkAeps(world).links.map(({ aep, target, relation }) => {
          const { kind } = target
          const place =
            kind === 'upgrade'
              ? `${target.name}@${target.height} ${target.proposalId}`
              : kind === 'proposal'
                ? `${target.proposalId}`
                : target.displayName
          return { pair: `${aep} ${kind} ${place}`, relation }
        })
        expect(new Set(keys.map(({ pair, relation }) => `${pair} ${relation}`)).size).toBe(
          keys.length,
        )
        const delivered = keys.filter(({ relation }) => relation === 'delivers')
        const mentioned = keys.filter(({ relation }) => relation === 'mentions')
        const both = delivered.filter(({ pair }) => mentioned.some((one) => one.pair === pair))
        expect(both).toEqual([])
      }),
    )
  })
})
