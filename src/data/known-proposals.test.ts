import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { KnownProposalSchema, KnownSourcesSchema } from './known-facts-schema.ts'
import { KNOWN_PROPOSAL_SOURCES } from './known-proposal-sources.ts'
import { KNOWN_PROPOSALS } from './known-proposals.ts'
import { findKnownUpgrade, KNOWN_UPGRADES } from './known-upgrades.ts'

describe('KNOWN_PROPOSALS', () => {
  it('has the shape of its schema, with nothing beside', () => {
    expect(z.parse(z.array(KnownProposalSchema), KNOWN_PROPOSALS)).toEqual(KNOWN_PROPOSALS)
    const [first] = KNOWN_PROPOSALS
    expect(KnownProposalSchema.safeParse({ ...first, note: 'x' }).success).toBe(false)
    expect(KnownProposalSchema.safeParse({ ...first, votingEnd: undefined }).success).toBe(true)
    const guess = { precision: 'day', date: '2026-06-11T14:00:00Z' }
    expect(KnownProposalSchema.safeParse({ ...first, votingEnd: guess }).success).toBe(false)
  })

  it('has a source for every row, and none for what is not there', () => {
    expect([...KNOWN_PROPOSAL_SOURCES.keys()]).toEqual(KNOWN_PROPOSALS.map(({ id }) => id))
    for (const sources of KNOWN_PROPOSAL_SOURCES.values()) {
      expect(KnownSourcesSchema.safeParse(sources).success).toBe(true)
    }
    expect(KnownSourcesSchema.safeParse([]).success).toBe(false)
  })

  it('ascends by id, each once', () => {
    const ids = KNOWN_PROPOSALS.map(({ id }) => Number(id))
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b))
    expect(ids.length).toBe(98)
  })

  it('gives a title or a topic, never both, so that a description is not taken for a title', () => {
    const both = KNOWN_PROPOSALS.filter(
      ({ title, topic }) => title !== undefined && topic !== undefined,
    )
    expect(both).toEqual([])
  })

  it('agrees with the upgrades in id, plan name and height, both ways', () => {
    const planned = KNOWN_PROPOSALS.flatMap(({ id, kind, plan }) =>
      plan === undefined ? [] : { id, kind, plan },
    )
    for (const { id, kind, plan } of planned) {
      expect(kind).toBe('software-upgrade')
      expect(findKnownUpgrade(plan.name, plan.height)?.proposalId).toBe(id)
    }
    const voted = KNOWN_UPGRADES.filter(({ proposalId }) => proposalId !== undefined)
    expect(planned.map(({ id }) => id)).toEqual(voted.map(({ proposalId }) => proposalId))
  })

  it('has every upgrade passed and its vote end before the upgrade', () => {
    for (const { plan, result, votingEnd } of KNOWN_PROPOSALS) {
      if (plan === undefined) continue
      expect(result).toBe('passed')
      const applied = findKnownUpgrade(plan.name, plan.height)?.appliedAt
      if (votingEnd?.precision !== 'day' || applied?.precision !== 'estimate') continue
      expect(Date.parse(votingEnd.date)).toBeLessThan(Date.parse(applied.time))
    }
  })

  it('starts a vote before it ends', () => {
    const [timed] = KNOWN_PROPOSALS.flatMap(({ id, votingStart, votingEnd }) =>
      votingStart?.precision === 'exact' && votingEnd?.precision === 'exact'
        ? { id, days: (Date.parse(votingEnd.time) - Date.parse(votingStart.time)) / 86_400_000 }
        : [],
    )
    expect(timed).toEqual({ id: 23n, days: 7 })
  })
})
