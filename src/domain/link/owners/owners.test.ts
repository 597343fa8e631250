import { describe, expect, it } from 'vitest'
import type { GroupReference } from '../../registry/registry.ts'
import { buildGroup } from '../../registry/testing/build-group.ts'
import { aepOf } from '../findings/testing/link-world.ts'
import type { LinkGround, Owners } from '../link.ts'
import { linkAeps } from '../link-aeps.ts'
import { planOf, smallGround, smallRegistry, upgradeProposal } from '../testing/small-ground.ts'
import { groupNamesOf, readGroupNames } from './read-group-names.ts'

function tell(owners: Owners | undefined): string {
  if (owners === undefined) return 'none'
  if (owners.kind !== 'groups') return owners.kind
  return owners.ties
    .map(({ group, confidence, evidence }) => `${group} ${evidence[0]?.class} ${confidence}`)
    .join(', ')
}

function planOwners(ground: Partial<LinkGround>): Readonly<Record<string, string>> {
  const { planOwners: owners } = linkAeps(smallGround(ground))
  return Object.fromEntries([...owners].map(([key, value]) => [key, tell(value)]))
}

function aepOwners(ground: Partial<LinkGround>, aep: number): string {
  return tell(linkAeps(smallGround(ground)).aepOwners.get(aep))
}

function reference(rest: Partial<GroupReference> = {}): GroupReference {
  return {
    group: 'sig-economics',
    of: { kind: 'upgrade', name: 'v9.5.0' },
    confidence: 'medium',
    medium: 'minutes',
    sources: ['a/b:c.md'],
    ...rest,
  }
}

const BY_CHARTER = 'sig-chain charter low'

describe('who stands behind a plan', () => {
  it('is the chain group by charter from 2023 on, and nobody before', () => {
    const plans = [planOf(1n, { appliedOn: '2022-12-31' }), planOf(2n, { appliedOn: '2023-01-01' })]
    expect(planOwners({ plans })).toEqual({
      'v9.1.0@1000': 'no-sig-existed',
      'v9.2.0@2000': BY_CHARTER,
    })
  })

  it('is of the time of its neighbours in height where its day is not known', () => {
    const undated = { appliedOn: undefined }
    const plans = [
      planOf(1n, undated),
      planOf(2n, { appliedOn: '2022-01-01' }),
      planOf(3n, undated),
      planOf(4n, { appliedOn: '2022-06-01' }),
      planOf(8n, undated),
      planOf(9n, { appliedOn: '2024-06-01' }),
      planOf(10n, undated),
    ]
    // 8 is 4/5 of the way from June 2022 to June 2024, which is January 2024.
    expect(Object.values(planOwners({ plans }))).toEqual([
      'no-sig-existed',
      'no-sig-existed',
      'no-sig-existed',
      'no-sig-existed',
      BY_CHARTER,
      BY_CHARTER,
      BY_CHARTER,
    ])
  })

  it('is of today for a plan that is still to come, whatever its height', () => {
    const proposals = [upgradeProposal(1n, '', { standing: 'in-vote', votingEndedOn: undefined })]
    const plans = [planOf(9n, { appliedOn: '2022-06-01' })]
    expect(planOwners({ plans, proposals })).toEqual({
      'v9.9.0@9000': 'no-sig-existed',
      'v9.1.0@1000': BY_CHARTER,
    })
  })

  it('is of the day of the vote for a plan that came to nothing', () => {
    const lost = { state: 'rejected', appliedOn: undefined } as const
    const proposals = [
      upgradeProposal(1n, '', { standing: 'rejected', votingEndedOn: '2021-05-01' }),
      upgradeProposal(2n, '', { standing: 'rejected', votingEndedOn: '2025-05-01' }),
    ]
    expect(planOwners({ plans: [planOf(1n, lost), planOf(2n, lost)], proposals })).toEqual({
      'v9.1.0@1000': 'no-sig-existed',
      'v9.2.0@2000': BY_CHARTER,
    })
  })

  it('is who the registry says, surest first, instead of the charter', () => {
    const registry = smallRegistry({
      upgrades: [{ name: 'v9.5.0', height: 5_000n }],
      groupReferences: [
        reference(),
        reference({ group: 'sig-chain', confidence: 'high', medium: 'issue' }),
      ],
    })
    const key = 'v9.5.0@5000'
    expect(planOwners({ registry, plans: [planOf(5n)] })[key]).toBe(
      'sig-chain documentary high, sig-economics documentary medium',
    )
    const elsewhere = { chainId: 'elsewhere-1', registry }
    expect(planOwners({ ...elsewhere, plans: [planOf(5n)] })[key]).toContain('documentary high')
    const higher = [planOf(5n, { height: 5_001n })]
    expect(planOwners({ ...elsewhere, plans: higher })).toEqual({ 'v9.5.0@5001': BY_CHARTER })
  })

  it('is who its proposal names, known to the registry or not', () => {
    const proposals = [upgradeProposal(5n, 'Worked out by sig-storage and SIG Economics.')]
    expect(planOwners({ proposals, plans: [planOf(5n)] })['v9.5.0@5000']).toBe(
      'sig-storage explicit medium, sig-economics explicit medium',
    )
  })

  it('is quoted from the very text that names it, for a proposal may have several of one field', () => {
    const texts = [
      { field: 'message', text: 'Nothing of a group stands here.' },
      { field: 'message', text: 'Worked out by sig-storage.' },
    ] as const
    const proposals = [upgradeProposal(5n, '', { texts })]
    const owners = linkAeps(smallGround({ proposals, plans: [planOf(5n)] })).planOwners
    expect(owners.get('v9.5.0@5000')).toMatchObject({
      ties: [{ evidence: [{ quote: 'Worked out by sig-storage.' }] }],
    })
  })
})

describe('who stands behind an AEP', () => {
  it('is who the registry says; by scope it is the charter', () => {
    const groupReferences = [
      reference({ of: { kind: 'aep', number: 70 } }),
      reference({
        of: { kind: 'aep', number: 71 },
        medium: 'scope',
        confidence: 'low',
        sources: [],
      }),
    ]
    const registry = smallRegistry({ groupReferences })
    expect(aepOwners({ registry }, 70)).toBe('sig-economics documentary medium')
    expect(aepOwners({ registry }, 71)).toBe('sig-economics charter low')
    expect(aepOwners({ registry, chainId: 'elsewhere-1' }, 70)).toContain('documentary')
  })

  it('goes by the category where the registry ties it to nobody', () => {
    const aeps = [
      aepOf(70, 'Draft', { category: 'Core' }),
      aepOf(71, 'Draft', { category: 'Economics' }),
      aepOf(72, 'Draft', { category: 'Interface' }),
    ]
    const registry = smallRegistry({ aeps })
    expect([70, 71, 72].map((aep) => aepOwners({ registry }, aep))).toEqual([
      'sig-chain charter low',
      'sig-economics charter low',
      'not-recorded',
    ])
  })

  it('is who the text that delivers it names, also for an AEP that nobody knew', () => {
    const proposals = [upgradeProposal(5n, 'Adds AEP-97. Worked out by sig-storage.')]
    expect(aepOwners({ proposals, plans: [planOf(5n)] }, 97)).toBe('sig-storage explicit medium')
  })

  it('is who stands beside it in a sentence of another proposal, if nobody else is known', () => {
    const summary = 'AEP-97 is the work of sig-storage. SIG Economics pays for AEP-98.'
    const proposals = [upgradeProposal(5n, summary, { action: 'text', plan: undefined })]
    expect(aepOwners({ proposals }, 97)).toBe('sig-storage explicit medium')
    expect(aepOwners({ proposals }, 98)).toBe('sig-economics explicit medium')
    const byAlias = [
      upgradeProposal(6n, 'AEP-96 is the work of SIG Docs.', { action: 'text', plan: undefined }),
    ]
    const groups = [buildGroup('sig-documentation', { aliases: ['sig-docs'] })]
    expect(aepOwners({ proposals: byAlias, registry: smallRegistry({ groups }) }, 96)).toBe(
      'sig-documentation explicit medium',
    )
    const registry = smallRegistry({
      groupReferences: [reference({ of: { kind: 'aep', number: 97 } })],
    })
    expect(aepOwners({ proposals, registry }, 97)).toBe('sig-economics documentary medium')
  })
})

describe('names of groups in a text', () => {
  const names = groupNamesOf([
    buildGroup('sig-chain', { aliases: ['sig-network-upgrades (removed Feb 2023)'] }),
    buildGroup('sig-documentation', { aliases: ['sig-docs'] }),
    buildGroup('wg-economics-2.0'),
  ])

  it.each([
    ['sig-chain', ['sig-chain']],
    ['SIG Chain', ['sig-chain']],
    ['SIG-Chain, WG-GPU.', ['sig-chain', 'wg-gpu']],
    ['[sig-chain] network upgrade', ['sig-chain']],
    ['wg-economics-2.0.', ['wg-economics-2.0']],
    ['sig-docs', ['sig-documentation']],
    ['sig-network-upgrades', ['sig-chain']],
    ['SIG Storage', ['sig-storage']],
    ['sig-storage, and again SIG Storage', ['sig-storage']],
  ])('%s', (text, groups) => {
    expect(readGroupNames(text, names).map((one) => one.group)).toEqual(groups)
  })

  it.each([
    'The SIG will meet.',
    'SIG meetings, SIG Leads and SIG calls',
    'sig-verify costs more gas',
    'akash-network/sig-chain',
    'design-sig-chain',
    'a sig chain',
    'wig-chain',
    `sig-${'x'.repeat(200)}`,
  ])('none in: %s', (text) => {
    expect(readGroupNames(text, names)).toEqual([])
  })

  it('are looked for in time in a name of dots without an end', () => {
    const startedAt = performance.now()
    const text = `sig-a${'.'.repeat(300_000)}b`
    expect(readGroupNames(text, names)).toEqual([])
    expect(performance.now() - startedAt).toBeLessThan(2_000)
  })
})
