import type { KnownSources } from './known-facts-schema.ts'

/** Where each upgrade of `known-upgrades.ts` was read, by the name of its plan; apart from the facts, for the demo chain carries those and not these. */
export const KNOWN_UPGRADE_SOURCES: ReadonlyMap<string, KnownSources> = new Map([
  [
    'akashnet-2-upgrade-1',
    [
      'akash-network/node:app/app.go#L266@v0.12.1',
      'akash-network/docs@780e6f6:guides/akashnet-2-software-upgrade.md',
      'https://observatory.zone/akash-network/governance/19',
    ],
  ],
  [
    'akash_v0.15.0_cosmos_v0.44.x',
    [
      'https://observatory.zone/akash-network/governance/19',
      'akash-network/node:upgrades/CHANGELOG.md#L201',
    ],
  ],
  [
    'v0.18.0',
    [
      'https://github.com/cosmos/chain-registry/pull/1016',
      'akash-network/docs@2738b4b:.../akash-mainnet4-node-upgrade-guide.md',
      'akash-network/docs:other-resources/archived-resources/provider-upgrade.md#L13',
    ],
  ],
  [
    'v0.20.0',
    [
      'https://github.com/cosmos/chain-registry/pull/1110',
      'akash-network/docs:other-resources/archived-resources/upgrades/v0.20.0-upgrade-docs.md#L23',
      'akash-network/node:upgrades/CHANGELOG.md#L185',
      'akash-network/net commit 0ea7aa9 (2022-12-21T16:27Z)',
    ],
  ],
  [
    'v0.24.0',
    [
      'https://github.com/cosmos/chain-registry/pull/2720',
      'akash-network/console:apps/deploy-web/src/pages/faq/index.tsx#L76',
      'akash-network/docs:other-resources/archived-resources/akash-v0.24.0-network-upgrade/v0.24.0-upgrade-docs.md#L22',
    ],
  ],
  [
    'v0.26.0',
    [
      'https://github.com/cosmos/chain-registry/pull/2880',
      'cosmos/chain-registry:akash/versions.json (HEAD 627bbab9c)',
      'akash-network/node:upgrades/CHANGELOG.md#L151',
    ],
  ],
  [
    'v0.28.0',
    [
      'https://github.com/akash-network/net/pull/572',
      'https://github.com/akash-network/support/issues/136',
      'cosmos/chain-registry:akash/versions.json (HEAD 627bbab9c)',
    ],
  ],
  [
    'v0.30.0',
    [
      'cosmos/chain-registry:akash/versions.json (HEAD 627bbab9c)',
      'cosmos/chain-registry commit 10ef98c68 (2023-11-28)',
      'akash-network/docs@d30f628:akash-mainnet9-upgrade/',
    ],
  ],
  [
    'v0.32.0',
    [
      'https://github.com/cosmos/chain-registry/pull/4106',
      'https://github.com/akash-network/support/issues/189',
      'akash-network/docs:akash-mainnet10-upgrade/v0.32.0-upgrade-docs.md#L11',
    ],
  ],
  [
    'v0.34.0',
    [
      'https://github.com/cosmos/chain-registry/pull/4527',
      'akash-network/community:committee-steering/meetings/015-2024-05-02.md#L57',
      'akash-network/website:src/content/Docs/mainnet-11-upgrade/node-upgrade-guide/index.md',
      'cosmos/chain-registry:akash/versions.json (HEAD 627bbab9c)',
    ],
  ],
  [
    'v0.36.0',
    [
      'https://github.com/cosmos/chain-registry/pull/4808',
      'cosmos/chain-registry:akash/versions.json (HEAD 627bbab9c)',
    ],
  ],
  [
    'v0.38.0',
    [
      'cosmos/chain-registry:akash/versions.json (HEAD 627bbab9c)',
      'akash-network/website:src/content/Docs/other-resources/archived-resources/mainnet-13-upgrade/node-upgrade-guide/index.md',
      'akash-network/community:committee-steering/meetings/025-2025-03-06.md#L96',
    ],
  ],
  [
    'v1.0.0',
    [
      'cosmos/chain-registry:akash/versions.json (HEAD 627bbab9c)',
      'https://akash.network/docs/mainnet-14-upgrade/node-upgrade-guide',
      'akash-network/community:committee-steering/meetings/033-2025-10-30.md#L60',
    ],
  ],
  [
    'v1.1.0',
    [
      'cosmos/chain-registry:akash/versions.json (HEAD 627bbab9c)',
      'akash-network/website:src/content/Docs/node-operators/network-upgrades/mainnet-15/index.md',
      'akash-network/node:upgrades/CHANGELOG.md#L80',
    ],
  ],
  [
    'v1.2.0',
    [
      'cosmos/chain-registry:akash/versions.json (HEAD 627bbab9c)',
      'akash-network/community:sig-chain/meetings/033-2026-03-10.md#L42',
    ],
  ],
  [
    'v2.0.0',
    [
      'cosmos/chain-registry:akash/versions.json (HEAD 627bbab9c)',
      'https://polkachu.com/gov_proposals/6985',
      'third-party LCD notes (2026-09-15)',
    ],
  ],
  [
    'v2.1.0',
    [
      'https://polkachu.com/gov_proposals/7278',
      'https://github.com/akash-network/support/issues/486',
      'third-party LCD notes (2026-09-15)',
    ],
  ],
])
