import type { KnownUpgrade } from './known-facts-schema.ts'

/** Every upgrade plan that was applied on akashnet-2 and is on record, ascending by height. */
export const KNOWN_UPGRADES: readonly KnownUpgrade[] = [
  {
    name: 'akashnet-2-upgrade-1',
    height: 455_200n,
    version: 'v0.12.1',
  },
  {
    name: 'akash_v0.15.0_cosmos_v0.44.x',
    height: 5_629_650n,
    appliedAt: { precision: 'day', date: '2022-04-26' },
    version: 'v0.16.0',
    displayName: 'Mainnet 3',
    proposalId: 19n,
  },
  {
    name: 'v0.18.0',
    height: 8_526_250n,
    appliedAt: { precision: 'day', date: '2022-11-17' },
    version: 'v0.18.1',
    displayName: 'Mainnet 4',
    proposalId: 27n,
  },
  {
    name: 'v0.20.0',
    height: 8_998_907n,
    appliedAt: { precision: 'estimate', time: '2022-12-21T17:23:15Z' },
    version: 'v0.20.0',
    displayName: 'Mainnet 5',
    proposalId: 29n,
  },
  {
    name: 'v0.24.0',
    height: 12_606_074n,
    appliedAt: { precision: 'estimate', time: '2023-08-31T15:44:40Z' },
    version: 'v0.24.0',
    displayName: 'Mainnet 6',
    proposalId: 224n,
  },
  {
    name: 'v0.26.0',
    height: 12_992_204n,
    appliedAt: { precision: 'estimate', time: '2023-09-27T16:22:21Z' },
    version: 'v0.26.1',
    proposalId: 231n,
  },
  {
    name: 'v0.28.0',
    height: 13_759_618n,
    appliedAt: { precision: 'estimate', time: '2023-11-20T03:40:35Z' },
    version: 'v0.28.2',
    displayName: 'Mainnet 8',
    proposalId: 237n,
  },
  {
    name: 'v0.30.0',
    height: 13_880_774n,
    appliedAt: { precision: 'day', date: '2023-11-28' },
    version: 'v0.30.0',
    displayName: 'Mainnet 9',
    proposalId: 238n,
  },
  {
    name: 'v0.32.0',
    height: 15_414_427n,
    appliedAt: { precision: 'estimate', time: '2024-03-13T17:00:00Z' },
    version: 'v0.32.1',
    displayName: 'Mainnet 10',
    proposalId: 249n,
  },
  {
    name: 'v0.34.0',
    height: 16_133_283n,
    appliedAt: { precision: 'day', date: '2024-05-02' },
    version: 'v0.34.1',
    displayName: 'Mainnet 11',
    proposalId: 256n,
  },
  {
    name: 'v0.36.0',
    height: 16_708_237n,
    appliedAt: { precision: 'estimate', time: '2024-06-11T16:00:00Z' },
    version: 'v0.36.0',
    displayName: 'Mainnet 12',
    proposalId: 257n,
  },
  {
    name: 'v0.38.0',
    height: 20_608_553n,
    appliedAt: { precision: 'day', date: '2025-03-12' },
    version: 'v0.38.1',
    displayName: 'Mainnet 13',
    proposalId: 281n,
  },
  {
    name: 'v1.0.0',
    height: 23_939_793n,
    appliedAt: { precision: 'estimate', time: '2025-10-28T13:23:00Z' },
    version: 'v1.0.0',
    displayName: 'Mainnet 14',
    proposalId: 308n,
  },
  {
    name: 'v1.1.0',
    height: 24_332_547n,
    appliedAt: { precision: 'estimate', time: '2025-11-24T14:10:00Z' },
    version: 'v1.1.0',
    displayName: 'Mainnet 15',
    proposalId: 311n,
  },
  {
    name: 'v1.2.0',
    height: 25_789_395n,
    appliedAt: { precision: 'estimate', time: '2026-03-04T14:00:00Z' },
    version: 'v1.2.0',
    displayName: 'Mainnet 16',
    proposalId: 317n,
  },
  {
    name: 'v2.0.0',
    height: 26_063_777n,
    appliedAt: { precision: 'estimate', time: '2026-03-23T14:00:00Z' },
    version: 'v2.0.1',
    displayName: 'Mainnet 17',
    proposalId: 318n,
  },
  {
    name: 'v2.1.0',
    height: 27_230_465n,
    appliedAt: { precision: 'estimate', time: '2026-06-11T14:00:00Z' },
    version: 'v2.1.0',
    displayName: 'Mainnet 18',
    proposalId: 328n,
  },
]

/**
 * What is known of a plan. Both must agree: the same name at another height is another chain's upgrade, of which these
 * facts say nothing.
 */
export function findKnownUpgrade(name: string, height: bigint): KnownUpgrade | undefined {
  return KNOWN_UPGRADES.find((upgrade) => upgrade.name === name && upgrade.height === height)
}
