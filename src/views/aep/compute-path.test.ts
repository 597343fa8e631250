import { describe, expect, it } from 'vitest'
import type { AepLink, LinkTarget } from '../../domain/link/link.ts'
import type { Relation } from '../../domain/registry/registry.ts'
import { computePath } from './compute-path.ts'

type Upgrade = LinkTarget & { readonly kind: 'upgrade' }

const upgrade = (name: string, height: bigint, rest: Partial<Upgrade> = {}): Upgrade => ({
  kind: 'upgrade',
  name,
  height,
  state: 'applied',
  proposalId: undefined,
  appliedOn: undefined,
  ...rest,
})

const link = (relation: Relation, target: LinkTarget): AepLink => ({
  aep: 39,
  target,
  relation,
  confidence: 'high',
  evidence: [{ class: 'explicit', rule: 'proposal-text', source: 'proposal 1, summary' }],
})

const proposal = (id: bigint, standing: 'passed' | 'rejected' | 'in-vote') =>
  ({
    kind: 'proposal',
    proposalId: id,
    standing,
    action: 'spend',
    votingEndedOn: '2026-01-02',
  }) as const

describe('computePath', () => {
  it('goes by the vote to the upgrade and its height; a later upgrade continues what the first brought', () => {
    const links = [
      link('delivers', upgrade('v1.2.0', 25_789_395n, { proposalId: 317n })),
      link('delivers', upgrade('v1.0.0', 23_939_793n, { proposalId: 308n })),
    ]
    const votes = [
      { id: 308n, standing: 'passed', votingEndedOn: '2025-10-27' } as const,
      { id: 317n, standing: 'unknown', votingEndedOn: undefined } as const,
    ]
    const { branches } = computePath(links, votes)
    expect(branches.map(({ verb, vote, end }) => [verb, vote, end.label, end.height])).toEqual([
      [
        'delivered by',
        { id: 308n, standing: 'Passed', endedOn: '2025-10-27' },
        'Active since',
        23_939_793n,
      ],
      // What became of the plan tells how its vote ended.
      [
        'continued by',
        { id: 317n, standing: 'Passed', endedOn: undefined },
        'Continued at',
        25_789_395n,
      ],
    ])
  })

  it('draws what is ahead broken, and what came to nothing dotted, without a height it never had', () => {
    const draw = (state: Upgrade['state']) => {
      const { branches } = computePath([link('delivers', upgrade('v3', 9n, { state }))], [])
      return branches.map(({ verb, line, end }) => [verb, line, end.label, end.height])
    }
    expect(draw('scheduled')).toEqual([['to be delivered by', 'dashed', 'To come at', 9n]])
    expect(draw('in-vote')).toEqual([['to be delivered by', 'dashed', 'If it passes, at', 9n]])
    expect(draw('rejected')).toEqual([['delivered by', 'dotted', 'Voted down', undefined]])
    expect(draw('skipped')).toEqual([
      ['delivered by', 'dotted', 'Passed over at its height', undefined],
    ])
  })

  it('ends funding at the vote, and puts a removal after what brought it', () => {
    const { branches } = computePath(
      [
        link('removes', upgrade('v2.0.0', 20n)),
        link('funds', proposal(7n, 'passed')),
        link('funds', proposal(8n, 'rejected')),
        link('delivers', upgrade('v1.0.0', 10n)),
      ],
      [],
    )
    expect(branches.map(({ verb, end }) => `${verb}: ${end.label}`)).toEqual([
      'delivered by: Active from',
      'removed by: Removed at',
      'funded by: Funding passed',
      'funded by: Voted down',
    ])
  })

  it('does not name as a mere mention what does more', () => {
    const target = upgrade('v2.0.0', 20n)
    const { mentions } = computePath([link('removes', target), link('mentions', target)], [])
    expect(mentions).toEqual([])
  })

  it('keeps mentions apart, however many there are, for they lead nowhere', () => {
    const links = Array.from({ length: 40 }, (_, id) =>
      link('mentions', proposal(BigInt(id), 'passed')),
    )
    const { branches, mentions } = computePath(links, [])
    expect([branches.length, mentions.length]).toEqual([0, 40])
  })

  it('says how many branches are not drawn', () => {
    const links = Array.from({ length: 11 }, (_, id) =>
      link('funds', proposal(BigInt(id), 'passed')),
    )
    const { branches, undrawn } = computePath(links, [])
    expect([branches.length, undrawn]).toEqual([8, 3])
  })
})
