import { describe, expect, it } from 'vitest'
import { aepOf } from './findings/testing/link-world.ts'
import type { LinkGround } from './link.ts'
import { linkAeps } from './link-aeps.ts'
import { planOf, smallGround, smallRegistry, upgradeProposal } from './testing/small-ground.ts'
import { tellLink } from './testing/tell-link.ts'

function linksOf(ground: Partial<LinkGround>): readonly string[] {
  return linkAeps(smallGround(ground)).links.map(tellLink)
}

describe('the field resolution', () => {
  const registry = smallRegistry({
    aeps: [
      aepOf(70, 'Final', { resolution: 'https://www.mintscan.io/akash/proposals/5' }),
      aepOf(71, 'Final', { resolution: 'https://www.mintscan.io/akash/proposals/6' }),
      aepOf(72, 'Final', { resolution: 'https://www.mintscan.io/akash/proposals/7' }),
    ],
    upgrades: [{ name: 'v9.5.0', height: 5_000n, proposalId: 5n }],
    proposals: [{ id: 6n, kind: 'community-pool-spend', result: 'passed' }],
  })

  it('delivers by an upgrade, funds by a spend and mentions otherwise', () => {
    expect(linksOf({ registry })).toEqual([
      '70 delivers v9.5.0 applied high',
      '71 funds #6 passed high',
      '72 mentions #7 unknown medium',
    ])
  })

  it('goes by what the chain has under that number, before the record', () => {
    const proposals = [
      upgradeProposal(5n, '', { plan: undefined, action: 'text' }),
      upgradeProposal(6n, ''),
    ]
    expect(linksOf({ registry, proposals, plans: [planOf(6n)] })).toEqual([
      '70 mentions #5 passed medium',
      '71 delivers v9.6.0 applied high',
      '72 mentions #7 unknown medium',
    ])
  })

  it('is a weak witness where documents of several AEPs name one spend, and a good one for one upgrade', () => {
    const registry = smallRegistry({
      aeps: [70, 71, 72, 73].map((number) =>
        aepOf(number, 'Final', {
          resolution: `https://www.mintscan.io/akash/proposals/${number < 72 ? 6 : 5}`,
        }),
      ),
      upgrades: [{ name: 'v9.5.0', height: 5_000n, proposalId: 5n }],
      proposals: [{ id: 6n, kind: 'community-pool-spend', result: 'passed' }],
    })
    const { links } = linkAeps(smallGround({ registry }))
    expect(links.map(tellLink)).toEqual([
      '70 funds #6 passed low',
      '71 funds #6 passed low',
      '72 delivers v9.5.0 applied high',
      '73 delivers v9.5.0 applied high',
    ])
    expect(links.map(({ evidence }) => evidence.map(({ rule }) => rule))).toEqual([
      ['shared-resolution'],
      ['shared-resolution'],
      ['resolution-field'],
      ['resolution-field'],
    ])
  })

  it('means akashnet-2: elsewhere only the upgrade counts, where it was applied at the same height', () => {
    const elsewhere = { chainId: 'elsewhere-1', registry }
    const other = { proposals: [upgradeProposal(6n, '')], plans: [planOf(5n, { proposalId: 99n })] }
    expect(linksOf({ ...elsewhere, ...other })).toEqual(['70 delivers v9.5.0 applied high'])
    const higher = [planOf(5n, { height: 5_001n })]
    expect(linksOf({ ...elsewhere, plans: higher })).toEqual([])
    const wanted = [planOf(5n, { state: 'in-vote', appliedOn: undefined })]
    expect(linksOf({ ...elsewhere, plans: wanted })).toEqual([])
  })
})

describe('rows of the registry', () => {
  const upgrade = { kind: 'upgrade', name: 'v9.5.0' } as const
  const registry = smallRegistry({
    upgrades: [
      { name: 'v9.5.0', height: 5_000n, appliedAt: { precision: 'day', date: '2026-05-02' } },
    ],
    launches: [
      { displayName: 'Mainnet 1', chainId: 'akashnet-1', date: '2020-09-25', sources: ['a'] },
    ],
    references: [
      {
        aep: 70,
        target: upgrade,
        relation: 'delivers',
        confidence: 'high',
        medium: 'minutes',
        source: 'a/b:c.md#L1',
      },
      {
        aep: 70,
        target: upgrade,
        relation: 'delivers',
        confidence: 'low',
        medium: 'release-commit',
        source: 'a/b commit 1234567',
      },
      {
        aep: 71,
        target: upgrade,
        relation: 'mentions',
        confidence: 'low',
        medium: 'issue',
        source: 'https://a.example/1',
      },
      {
        aep: 72,
        target: { kind: 'launch', displayName: 'Mainnet 1' },
        relation: 'delivers',
        confidence: 'high',
        medium: 'release-notes',
        source: 'https://a.example/2',
      },
    ],
    curated: [
      {
        aep: 70,
        target: upgrade,
        relation: 'delivers',
        confidence: 'medium',
        why: 'Somebody looked.',
        sources: ['https://a.example/3'],
        reviewed: '2026-11-20',
      },
      {
        aep: 71,
        target: upgrade,
        relation: 'removes',
        confidence: 'medium',
        why: 'Its store is gone.',
        sources: ['https://a.example/4'],
        reviewed: '2026-11-20',
      },
    ],
  })

  it('make one link with all its evidence, strongest first, with the reviewed confidence', () => {
    const { links } = linkAeps(smallGround({ registry }))
    expect(links.map(tellLink)).toEqual([
      '70 delivers v9.5.0 applied medium',
      '71 removes v9.5.0 applied medium',
      '71 mentions v9.5.0 applied low',
      '72 delivers Mainnet 1 high',
    ])
    expect(links[0]?.evidence.map((one) => `${one.class} ${one.rule}`)).toEqual([
      'explicit release-commit',
      'documentary minutes',
      'curated curated',
    ])
  })

  it('have the highest confidence of their sources where nobody has reviewed them', () => {
    const { links } = linkAeps(smallGround({ registry }), { curated: false })
    expect(links.map(tellLink)).toEqual([
      '70 delivers v9.5.0 applied high',
      '71 mentions v9.5.0 applied low',
      '72 delivers Mainnet 1 high',
    ])
  })

  it('count by class, each on its own', () => {
    const { links } = linkAeps(smallGround({ registry }), { classes: new Set(['documentary']) })
    expect(links.flatMap(({ evidence }) => evidence.map((one) => one.class))).toEqual([
      'documentary',
      'documentary',
      'documentary',
    ])
  })

  it('hold elsewhere for the same upgrade, without launches', () => {
    const table = linkAeps(
      smallGround({ chainId: 'elsewhere-1', registry, plans: [planOf(5n, { proposalId: 99n })] }),
    )
    expect(table.scope).toEqual({ kind: 'same-upgrades', names: ['v9.5.0'] })
    expect(table.links.map(tellLink)).toEqual([
      '70 delivers v9.5.0 applied medium',
      '71 removes v9.5.0 applied medium',
      '71 mentions v9.5.0 applied low',
    ])
    // The chain's own proposal, of which the registry knows nothing.
    expect(table.links[0]?.target).toMatchObject({ proposalId: 99n })
  })

  it('hold nowhere on a chain that shares no upgrade', () => {
    const table = linkAeps(smallGround({ chainId: 'elsewhere-1', registry, plans: [planOf(6n)] }))
    expect([table.scope, table.links]).toEqual([{ kind: 'none' }, []])
  })

  it('hold on akashnet-2 where the node has told nothing of the plan', () => {
    const table = linkAeps(smallGround({ registry }))
    expect(table.scope).toEqual({ kind: 'own-chain' })
    expect(table.links[0]?.target).toMatchObject({ state: 'applied', appliedOn: '2026-05-02' })
  })
})

describe('dates', () => {
  const completed = (day: string, rest = {}) =>
    smallRegistry({
      aeps: [aepOf(70, 'Final', { completed: day, ...rest })],
      upgrades: [
        {
          name: 'v9.5.0',
          height: 5_000n,
          proposalId: 5n,
          appliedAt: { precision: 'day', date: '2026-05-02' },
        },
      ],
    })

  it('suggest within two days, and never make a link', () => {
    for (const [day, count] of [
      ['2026-04-29', 0],
      ['2026-04-30', 1],
      ['2026-5-4', 1],
      ['2026-05-05', 0],
      ['soon', 0],
    ] as const) {
      const table = linkAeps(smallGround({ registry: completed(day) }))
      expect([day, table.suggestions.length, table.links]).toEqual([day, count, []])
      for (const suggestion of table.suggestions) {
        expect(suggestion).toMatchObject({
          relation: 'mentions',
          confidence: 'low',
          evidence: [{ class: 'date', quote: `completed: ${day}` }],
        })
      }
    }
  })

  it('suggest nothing where the upgrade is known to have delivered it', () => {
    const registry = completed('2026-05-02', {
      resolution: 'https://www.mintscan.io/akash/proposals/5',
    })
    const table = linkAeps(smallGround({ registry }))
    expect([table.links.map(tellLink), table.suggestions]).toEqual([
      ['70 delivers v9.5.0 applied high'],
      [],
    ])
  })

  it('take the recorded day of a shared upgrade elsewhere, for the document knows no other', () => {
    const plans = [planOf(5n, { appliedOn: '2031-01-01' })]
    const registry = completed('2026-05-02')
    const table = linkAeps(smallGround({ chainId: 'elsewhere-1', registry, plans }))
    expect(table.suggestions).toHaveLength(1)
  })
})
