import { expect, it } from 'vitest'
import type { FindingKind } from '../../domain/link/finding.ts'
import { findDisagreements } from '../../domain/link/findings/find-disagreements.ts'
import { groundOfRegistry } from '../../domain/link/ground-of-registry.ts'
import { linkAeps } from '../../domain/link/link-aeps.ts'
import explanations from './findings-of-registry.json' with { type: 'json' }
import { readRegistry } from './registry.ts'

/** Reviewed by hand against the documents and the record of the chain on 2026-11-21. */
const REVIEWED: Readonly<Record<FindingKind, readonly number[]>> = {
  'shipped-while-draft': [39],
  'shipped-while-last-call': [61],
  'final-before-shipping': [30, 75, 76, 78, 80, 81],
  // The contracts of AEP-88 were there before its document, but no day of proposals 335 to 338 is on record.
  'delivered-before-created': [],
  'resolution-shared': [16, 17],
  'resolution-is-funding': [17, 30, 31],
  'completed-far-from-delivery': [9, 13, 15, 75],
  'completed-far-from-funding': [25, 31],
  'draft-with-completed-date': [57, 68, 69, 70, 74],
  // biome-ignore format: numbers read better in a row
  'estimate-overdue': [
    12, 29, 34, 35, 36, 37, 39, 40, 41, 43, 44, 45, 46, 48, 49, 50, 51, 52, 58, 59, 65, 66, 67, 73, 84, 85,
  ],
  'requires-unfinished': [30, 83],
  'requires-cycle': [],
  // 7 and 4, 12 and 29, 85 and 28, 86 and 9 and 40: the fields name no more. 41 stands in the text of 86 alone.
  'superseded-one-sided': [4, 7, 9, 12, 28, 29, 40, 85, 86],
  // 9, 28 and 40 wait for 85 and 86, which are drafts.
  'superseded-not-retired': [4, 12, 55],
  'status-spelling': [70, 82],
}

const ground = groundOfRegistry(readRegistry())
const findings = findDisagreements(ground, linkAeps(ground), '2026-11-20')

it('finds on the registry alone what was reviewed, and nothing else', () => {
  const found = Object.fromEntries(
    Object.keys(REVIEWED).map((kind) => [
      kind,
      findings.filter((finding) => finding.kind === kind).map(({ aep }) => aep),
    ]),
  )
  expect(found).toEqual(REVIEWED)
  expect(findings).toHaveLength(Object.values(REVIEWED).flat().length)
})

it('explains each in the words that were reviewed', () => {
  const told = findings.map(({ aep, kind, explanation }) => [`AEP-${aep} ${kind}`, explanation])
  expect(Object.fromEntries(told)).toEqual(explanations)
})

it('counts 18 overdue estimates three months earlier, for today is what it is told', () => {
  const earlier = findDisagreements(ground, linkAeps(ground), '2026-08-20')
  expect(earlier.filter(({ kind }) => kind === 'estimate-overdue').map(({ aep }) => aep)).toEqual([
    12, 29, 34, 35, 37, 39, 40, 41, 43, 48, 50, 51, 58, 59, 65, 66, 73, 84,
  ])
})

it('keeps on another chain what rests on the same upgrades, and none of what the record of akashnet-2 tells', () => {
  const elsewhere = { ...ground, chainId: 'skydev-1', proposals: [] }
  const found = (plans: typeof ground.plans) => {
    const world = { ...elsewhere, plans }
    return findDisagreements(world, linkAeps(world), '2026-11-20').map(
      ({ aep, kind }) => `${aep} ${kind}`,
    )
  }
  const all = findings.map(({ aep, kind }) => `${aep} ${kind}`)
  // Launches, resolutions and funding votes are of akashnet-2 alone.
  const ofRecord = /resolution|funding|^9 completed|^13 completed/
  expect(found(ground.plans)).toEqual(all.filter((key) => !ofRecord.test(key)))
  // Where no upgrade is the same, documents disagree among themselves and with today only.
  const ofDocuments = /draft-with|overdue|requires|superseded|spelling/
  expect(found([])).toEqual(all.filter((key) => ofDocuments.test(key)))
  const otherHeights = ground.plans.map((plan) => ({ ...plan, height: plan.height + 1n }))
  expect(found(otherHeights)).toEqual(found([]))
})
