import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findInWorld } from './testing/find-in-world.ts'
import { aepOf, BY_FIELD, linkOf, spendTarget, upgradeTarget } from './testing/link-world.ts'

it('gives one finding at most for each AEP and kind, each with a line, whatever the documents hold', () => {
  const number = fc.integer({ min: 1, max: 6 })
  const day = fc.constantFrom(
    '2025-01-13',
    '2026-3-9',
    '2026-03-10',
    '2027-01-01',
    '',
    '0000',
    '2026-02-31',
  )
  const document = fc.record({
    statusRaw: fc.constantFrom(
      'Draft',
      'draft',
      'Last Call',
      'Final',
      'Final (core)',
      'Superseded',
      '?',
    ),
    created: day,
    completed: day,
    estimatedCompletion: day,
    requires: fc.array(number),
    replaces: fc.array(number),
    supersedes: fc.array(number),
    supersededBy: fc.array(number),
    resolution: fc.constantFrom('https://www.mintscan.io/akash/proposals/25', 'none', ''),
    type: fc.constantFrom('Standard', 'Meta'),
  })
  const target = fc.constantFrom(
    upgradeTarget(),
    upgradeTarget({ appliedOn: undefined }),
    upgradeTarget({ state: 'scheduled' }),
    spendTarget(25n),
    {
      kind: 'launch',
      displayName: 'Mainnet 2',
      chainId: 'akashnet-2',
      date: '2021-03-08',
    } as const,
  )
  const link = fc.record({
    aep: number,
    target,
    relation: fc.constantFrom('delivers' as const, 'funds' as const, 'mentions' as const),
  })
  fc.assert(
    fc.property(fc.array(document, { maxLength: 5 }), fc.array(link), (documents, links) => {
      const aeps = documents.map(({ statusRaw, ...rest }, index) =>
        aepOf(index + 1, statusRaw, rest),
      )
      const findings = findInWorld(
        aeps,
        links.map((row) => linkOf(row.aep, row.target, row.relation, [BY_FIELD])),
      )
      const keys = findings.map(({ aep, kind }) => `${aep} ${kind}`)
      expect(new Set(keys).size).toBe(keys.length)
      for (const finding of findings) {
        expect(aeps.some((aep) => aep.number === finding.aep)).toBe(true)
        expect(finding.lines.length).toBeGreaterThan(0)
        expect(finding.explanation).toMatch(/^[A-Z].*\.$/)
        expect(finding.explanation).not.toMatch(/undefined|NaN| -\d/)
      }
    }),
  )
})
