import type { Relation } from '../../src/domain/registry/registry.ts'

/**
 * Reviewed pairs of akashnet-2: an AEP and an upgrade or a launch, by name. Nothing here tells how a pair is known, so that
 * a rule cannot learn it from its own test.
 */
export const LINK_CASES: readonly (readonly [number, string, Relation])[] = [
  [8, 'Mainnet 1', 'delivers'],
  [13, 'Mainnet 2', 'delivers'],
  [9, 'Mainnet 2', 'delivers'],
  [14, 'akashnet-2-upgrade-1', 'delivers'],
  [15, 'akash_v0.15.0_cosmos_v0.44.x', 'delivers'],
  [17, 'v0.18.0', 'delivers'],
  [23, 'v0.24.0', 'delivers'],
  [24, 'v0.24.0', 'delivers'],
  [61, 'v0.38.0', 'delivers'],
  [30, 'v1.0.0', 'delivers'],
  [39, 'v1.0.0', 'delivers'],
  [75, 'v1.0.0', 'delivers'],
  [39, 'v1.2.0', 'delivers'],
  [76, 'v2.0.0', 'delivers'],
  [78, 'v2.0.0', 'delivers'],
  [80, 'v2.0.0', 'delivers'],
  [81, 'v2.0.0', 'delivers'],
  [82, 'v2.1.0', 'delivers'],
  [2, 'Mainnet 2', 'mentions'],
  [6, 'Mainnet 1', 'mentions'],
  [14, 'Mainnet 2', 'mentions'],
  [22, 'v0.24.0', 'mentions'],
  [30, 'v0.38.0', 'mentions'],
  [64, 'v1.0.0', 'mentions'],
  [63, 'v1.0.0', 'mentions'],
  [56, 'v1.0.0', 'mentions'],
  [23, 'v2.0.0', 'mentions'],
  [55, 'v2.0.0', 'mentions'],
  [80, 'v2.1.0', 'mentions'],
  [76, 'v2.1.0', 'mentions'],
]

/** The 15 pairs of an AEP and an upgrade plan that delivered it. */
export const DELIVERING_PAIRS: readonly string[] = LINK_CASES.filter(
  ([, place, relation]) => relation === 'delivers' && !place.startsWith('Mainnet'),
)
  .map(([aep, place]) => `${aep} ${place}`)
  .toSorted()

/** The 3 that were there when a chain began. */
export const GENESIS_PAIRS: readonly string[] = LINK_CASES.filter(
  ([, place, relation]) => relation === 'delivers' && place.startsWith('Mainnet'),
)
  .map(([aep, place]) => `${aep} ${place}`)
  .toSorted()
