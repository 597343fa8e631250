import { describe, expect, it } from 'vitest'
import {
  type Evidence,
  type GroupTie,
  type LinkGround,
  type LinkPlan,
  type LinkTable,
  type Owners,
  planKey,
} from '../link/link.ts'
import { collectGroupWorks } from './group-works.ts'

const MINUTES: Evidence = { class: 'documentary', rule: 'minutes', source: 'minutes 7' }
const SCOPE: Evidence = { class: 'charter', rule: 'scope', source: 'scope' }

describe('collectGroupWorks', () => {
  const works = collectGroupWorks(ground(), table(), new Map([[2, { kind: 'nothing-found' }]]))

  it('tells AEPs that something names the group with from those its scope alone covers', () => {
    const chain = works.get('sig-chain')
    expect(chain?.aeps.map(({ number }) => number)).toEqual([2, 76])
    expect(chain?.aepsByScope.map(({ number }) => number)).toEqual([5])
  })

  it('counts a tie with both kinds of evidence as named, for the scope adds nothing to it', () => {
    expect(works.get('sig-chain')?.aeps.at(-1)?.tie.evidence).toEqual([MINUTES, SCOPE])
  })

  it('keeps what is not known of an AEP unknown: no title, no delivery', () => {
    const [two, seventySix] = works.get('sig-chain')?.aeps ?? []
    expect(two).toMatchObject({ title: 'Two', delivery: { kind: 'nothing-found' } })
    expect(seventySix).toMatchObject({ title: undefined, delivery: undefined })
  })

  it('lists upgrades that came or are to come, the latest first, and none that never came', () => {
    expect(works.get('sig-chain')?.upgrades.map(({ plan }) => plan.name)).toEqual(['v3', 'v2'])
  })

  it('has a group that nothing but a text of the chain names', () => {
    expect(works.get('sig-storage')).toMatchObject({ aeps: [{ number: 76 }], projects: [] })
  })

  it('gives a group the projects that the community list gives it, and no group those without', () => {
    expect([...works.keys()].toSorted()).toEqual(['sig-chain', 'sig-storage', 'wg-gpu'])
    expect(works.get('wg-gpu')?.projects.map(({ name }) => name)).toEqual(['GPU'])
  })
})

function tie(group: string, ...evidence: readonly Evidence[]): GroupTie {
  return { group, confidence: 'high', evidence }
}

function groups(...ties: readonly GroupTie[]): Owners {
  return { kind: 'groups', ties }
}

function plan(name: string, height: bigint, state: LinkPlan['state']): LinkPlan {
  return { name, height, state }
}

function table(): LinkTable {
  const chain = groups(tie('sig-chain', SCOPE))
  return {
    chainId: 'test-1',
    scope: { kind: 'none' },
    links: [],
    suggestions: [],
    planOwners: new Map([
      [planKey('v1', 10n), { kind: 'no-sig-existed' }],
      [planKey('v2', 20n), chain],
      [planKey('v3', 30n), chain],
      [planKey('v4', 25n), chain],
    ]),
    aepOwners: new Map<number, Owners>([
      [76, groups(tie('sig-chain', MINUTES, SCOPE), tie('sig-storage', MINUTES))],
      [5, groups(tie('sig-chain', SCOPE))],
      [2, groups(tie('sig-chain', MINUTES))],
      [9, { kind: 'not-recorded' }],
    ]),
  }
}

function ground(): LinkGround {
  const aep = { number: 2, title: 'Two', status: 'Draft', statusRaw: 'Draft' } as const
  const lists = { authors: [], requires: [], replaces: [], supersedes: [], supersededBy: [] }
  const snapshot = { commit: '', day: '2026-01-01' }
  return {
    chainId: 'test-1',
    proposals: [],
    plans: [
      plan('v1', 10n, 'applied'),
      plan('v2', 20n, 'applied'),
      plan('v4', 25n, 'cancelled'),
      plan('v3', 30n, 'scheduled'),
    ],
    registry: {
      ...{ aepSnapshot: snapshot, communitySnapshot: snapshot },
      ...{ laterAeps: [], absentAeps: [], groups: [], launches: [], upgrades: [] },
      ...{ neverPlans: [], proposals: [], references: [], curated: [], groupReferences: [] },
      aeps: [{ ...aep, ...lists, path: '', history: [] }],
      projects: [
        { name: 'GPU', group: 'wg-gpu', topicAeps: [] },
        { name: 'Nobody’s', topicAeps: [] },
      ],
    },
  }
}
