import { describe, expect, it } from 'vitest'
import { aepOf } from './findings/testing/link-world.ts'
import type { AepLink, LinkGround, LinkTarget } from './link.ts'
import { linkAeps } from './link-aeps.ts'
import { planOf, smallGround, smallRegistry, upgradeProposal } from './testing/small-ground.ts'

function tell({ aep, relation, confidence, target }: AepLink): string {
  return `${aep} ${relation} ${placeOf(target)} ${confidence}`
}

function placeOf(target: LinkTarget): string {
  if (target.kind === 'upgrade') return `${target.name} ${target.state}`
  return target.kind === 'launch' ? target.displayName : `#${target.proposalId} ${target.standing}`
}

function linksOf(ground: Partial<LinkGround>): readonly string[] {
  return linkAeps(smallGround(ground)).links.map(tell)
}

describe('texts of proposals', () => {
  it('link an AEP and a proposal that nobody has seen before, without a row about them', () => {
    const proposals = [upgradeProposal(5n, 'This upgrade introduces AEP-97 (storage classes).')]
    const [link] = linkAeps(smallGround({ proposals, plans: [planOf(5n)] })).links
    expect(link).toEqual({
      aep: 97,
      relation: 'delivers',
      confidence: 'high',
      target: {
        kind: 'upgrade',
        name: 'v9.5.0',
        height: 5_000n,
        state: 'applied',
        proposalId: 5n,
        appliedOn: '2026-05-02',
      },
      evidence: [
        {
          class: 'explicit',
          rule: 'proposal-text',
          source: 'proposal 5, summary',
          quote: 'This upgrade introduces AEP-97 (storage classes).',
        },
      ],
    })
  })

  it('link on any chain, for they are its own', () => {
    const proposals = [upgradeProposal(5n, 'Implements AEP-97.')]
    expect(linksOf({ chainId: 'elsewhere-1', proposals, plans: [planOf(5n)] })).toEqual([
      '97 delivers v9.5.0 applied high',
    ])
  })

  it('keep the state of a plan that came to nothing', () => {
    const states = [
      'in-vote',
      'scheduled',
      'rejected',
      'superseded',
      'cancelled',
      'failed',
    ] as const
    for (const state of states) {
      const plans = [planOf(5n, { state, appliedOn: undefined })]
      const proposals = [upgradeProposal(5n, 'Implements AEP-97.')]
      expect(linksOf({ proposals, plans })).toEqual([`97 delivers v9.5.0 ${state} high`])
    }
  })

  it('stand alone where the plan itself was not read', () => {
    const proposals = [
      upgradeProposal(5n, 'Implements AEP-97.', { standing: 'in-vote' }),
      upgradeProposal(6n, 'Implements AEP-98.'),
    ]
    expect(linksOf({ proposals })).toEqual([
      '97 delivers v9.5.0 in-vote high',
      '98 delivers v9.6.0 unknown high',
    ])
  })

  it('tell two plans of one name apart by their proposals', () => {
    const plan = { name: 'v9.5.0', height: 5_000n }
    const proposals = [
      upgradeProposal(5n, 'Implements AEP-70.', { standing: 'rejected' }),
      upgradeProposal(6n, 'Implements AEP-70.', { plan }),
    ]
    const plans = [
      planOf(5n, { state: 'rejected', appliedOn: undefined }),
      planOf(5n, { proposalId: 6n }),
    ]
    expect(linksOf({ proposals, plans })).toEqual([
      '70 delivers v9.5.0 rejected high',
      '70 delivers v9.5.0 applied high',
    ])
  })

  it('fund what a spend proposal names, and only mention what any other text does', () => {
    const base = { plan: undefined, title: 'Money' }
    const text = 'This proposal implements AEP-70.'
    const proposals = [
      upgradeProposal(1n, text, { ...base, action: 'spend' }),
      upgradeProposal(2n, text, { ...base, action: 'text' }),
      upgradeProposal(3n, text, { ...base, action: 'unknown' }),
      upgradeProposal(4n, text, { ...base, action: 'cancel-upgrade' }),
      upgradeProposal(5n, text, { ...base, action: 'messages' }),
    ]
    expect(linksOf({ proposals })).toEqual([
      '70 funds #1 passed high',
      '70 mentions #2 passed medium',
      '70 mentions #3 passed medium',
      '70 mentions #4 passed medium',
      '70 delivers #5 passed high',
    ])
  })

  it('want a verb where messages are to deliver: a title that lists is not enough', () => {
    const proposals = [
      upgradeProposal(5n, 'See the forum.', {
        plan: undefined,
        action: 'messages',
        title: 'AEP-70: contracts',
      }),
    ]
    expect(linksOf({ proposals })).toEqual(['70 mentions #5 passed medium'])
  })

  it('do not fund what a spend only links to, or leaves out', () => {
    const proposals = [
      upgradeProposal(
        1n,
        'See https://akash.network/roadmap/aep-70/. It does not include AEP-71.',
        {
          plan: undefined,
          action: 'spend',
        },
      ),
    ]
    expect(linksOf({ proposals })).toEqual([
      '70 mentions #1 passed medium',
      '71 mentions #1 passed medium',
    ])
  })

  it('give mentions at most where they name more than 12 AEPs', () => {
    const numbers = (count: number) => Array.from({ length: count }, (_, at) => `AEP-${at + 10}`)
    const of = (count: number) => {
      const proposals = [
        upgradeProposal(5n, `This upgrade implements ${numbers(count).join(', ')}.`),
      ]
      const { links } = linkAeps(smallGround({ proposals, plans: [planOf(5n)] }))
      return new Set(links.map(({ relation }) => relation))
    }
    expect(of(12)).toEqual(new Set(['delivers']))
    expect(of(13)).toEqual(new Set(['mentions']))
  })

  it('give mentions at most where they name an AEP that is known not to exist', () => {
    const proposals = [upgradeProposal(5n, 'Implements AEP-70 and AEP-77.')]
    expect(linksOf({ proposals, plans: [planOf(5n)] })).toEqual([
      '70 mentions v9.5.0 applied medium',
    ])
  })

  it('take numbers far beyond the registry for discussions', () => {
    const proposals = [upgradeProposal(5n, 'Implements AEP-272, AEP-273 and AEP-839.')]
    // The highest known is 72; 200 further are believed.
    expect(linksOf({ proposals, plans: [planOf(5n)] })).toEqual([
      '272 delivers v9.5.0 applied high',
    ])
  })

  it('say one thing of an AEP: what delivers it does not mention it as well', () => {
    const proposals = [
      upgradeProposal(5n, 'Implements AEP-70. AEP-70 was discussed at length.', {
        title: 'Mainnet 20: AEP-70',
      }),
    ]
    const { links } = linkAeps(smallGround({ proposals, plans: [planOf(5n)] }))
    expect(links.map(tell)).toEqual(['70 delivers v9.5.0 applied high'])
    // The sentence with the verb is the better witness than the list of the title.
    expect(links[0]?.evidence.map(({ source }) => source)).toEqual(['proposal 5, summary'])
  })

  it('know other releases from their own', () => {
    const proposals = [upgradeProposal(5n, 'v9.4.0 implements AEP-70; v9.5.0 implements AEP-71.')]
    expect(linksOf({ proposals, plans: [planOf(5n)] })).toEqual([
      '70 mentions v9.5.0 applied medium',
      '71 delivers v9.5.0 applied high',
    ])
  })

  it('do not fail on a text of nothing but numbers', () => {
    const proposals = [upgradeProposal(5n, 'AEP-1 '.repeat(10_000))]
    expect(linksOf({ proposals, plans: [planOf(5n)] })).toEqual([
      '1 mentions v9.5.0 applied medium',
    ])
  })
})

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
    expect(links.map(tell)).toEqual([
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
    expect(links.map(tell)).toEqual([
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
    expect(table.links.map(tell)).toEqual([
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
    expect([table.links.map(tell), table.suggestions]).toEqual([
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
