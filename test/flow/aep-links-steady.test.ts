import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { computeDelivery } from '../../src/domain/link/compute-delivery.ts'
import type { AepLink } from '../../src/domain/link/link.ts'
import { linkAeps } from '../../src/domain/link/link-aeps.ts'
import type { LinkedRegistry } from '../../src/queries/linked-registry.ts'
import { readAepLinks } from '../../src/queries/read-aep-links.ts'
import { DELIVERING_PAIRS } from './link-cases.ts'
import { type ChainOptions, connectTo } from './reading.ts'
import { RECORDINGS } from './recorded-proposals.ts'

const TODAY = '2026-11-21'

async function readScene(scene: string, options?: ChainOptions): Promise<LinkedRegistry> {
  const node = await startReplayNode({ scene: join(RECORDINGS, scene) })
  try {
    return (await readAepLinks(connectTo(node.url, options), TODAY)).linked
  } finally {
    await node.close()
  }
}

function pairs(links: readonly AepLink[], state: string): readonly string[] {
  return links
    .flatMap(({ aep, relation, target }) =>
      relation === 'delivers' && target.kind === 'upgrade' && target.state === state
        ? [`${aep} ${target.name}`]
        : [],
    )
    .toSorted()
}

describe('the recorded chain, which carries mainnet history under another chain id', () => {
  let steady: LinkedRegistry
  beforeAll(async () => {
    steady = await readScene('steady')
  })

  it('has the 15 reviewed pairs of applied plans and no other', () => {
    expect(pairs(steady.table.links, 'applied')).toEqual(DELIVERING_PAIRS)
  })

  it('has AEP-83 to come with the scheduled plan, told by the proposal itself', () => {
    expect(pairs(steady.table.links, 'scheduled')).toEqual(['83 v2.2.0'])
    expect(computeDelivery(83, steady.table)).toMatchObject({
      kind: 'scheduled',
      by: {
        confidence: 'high',
        target: { name: 'v2.2.0', height: 27_400_605n, proposalId: 342n },
        evidence: [{ class: 'explicit', rule: 'proposal-text', source: 'proposal 342, summary' }],
      },
    })
  })

  it('finds AEP-82 in the text of its proposal, which is on no other record', () => {
    const { links } = linkAeps(steady.ground, { classes: new Set(['explicit']), curated: false })
    const found = links.find(({ aep, relation }) => aep === 82 && relation === 'delivers')
    expect(found?.evidence.map(({ source }) => source)).toEqual(['proposal 328, summary'])
    // 9 by the registry's explicit sources and this one.
    expect(pairs(links, 'applied')).toHaveLength(10)
  })

  it('has 7 pairs by fields and proposal texts alone, all of them right', () => {
    const { registry } = steady.ground
    const references = registry.references.filter(({ medium }) => medium === 'proposal-text')
    const ground = { ...steady.ground, registry: { ...registry, references } }
    const { links } = linkAeps(ground, { classes: new Set(['explicit']), curated: false })
    const found = pairs(links, 'applied')
    // Fields: 15, 23, 24. Texts: 76, 78, 80 and 82.
    expect(found).toHaveLength(7)
    expect(found.filter((pair) => !DELIVERING_PAIRS.includes(pair))).toEqual([])
  })

  it('takes a text with dozens of AEPs for a catalogue, whatever it says of them', () => {
    const target = { kind: 'proposal', proposalId: 314n }
    const of314 = steady.table.links.filter(
      (link) => link.target.kind === 'proposal' && link.target.proposalId === 314n,
    )
    expect(of314.length).toBeGreaterThan(12)
    expect(of314.map(({ relation }) => relation)).not.toContain('delivers')
    expect(new Set(of314.map(({ relation }) => relation))).toEqual(new Set(['mentions']))
    expect(of314[0]).toMatchObject({ target })
  })

  it('says that the registry holds for its 17 upgrades alone, and knows the plans of before 2023', () => {
    expect(steady.table.scope).toMatchObject({ kind: 'same-upgrades' })
    const { scope, planOwners } = steady.table
    expect(scope.kind === 'same-upgrades' ? scope.names : []).toHaveLength(17)
    const early = [...planOwners]
      .filter(([, owners]) => owners.kind === 'no-sig-existed')
      .map(([key]) => key.split('@')[0])
    expect(early).toEqual(
      expect.arrayContaining([
        'akashnet-2-upgrade-1',
        'akash_v0.15.0_cosmos_v0.44.x',
        'v0.18.0',
        'v0.20.0',
      ]),
    )
    expect(planOwners.get('v2.2.0@27400605')).toMatchObject({
      kind: 'groups',
      ties: [{ group: 'sig-chain', evidence: [{ class: 'charter' }] }],
    })
  })

  it('knows the proposal of the first upgrade from the chain, for it is on no record', () => {
    const first = steady.table.links.find(
      ({ aep, relation }) => aep === 14 && relation === 'delivers',
    )
    expect(first?.target).toMatchObject({ name: 'akashnet-2-upgrade-1', proposalId: 4n })
  })
})

describe('after the recorded upgrade', () => {
  let resumed: LinkedRegistry
  beforeAll(async () => {
    resumed = await readScene('resumed', { explicitHeight: 27_400_731n })
  })
  it('has AEP-83 delivered at the height of the plan', () => {
    expect(computeDelivery(83, resumed.table)).toMatchObject({
      kind: 'delivered',
      first: { target: { name: 'v2.2.0', height: 27_400_605n, state: 'applied' } },
      later: [],
    })
    expect(pairs(resumed.table.links, 'scheduled')).toEqual([])
  })
})
