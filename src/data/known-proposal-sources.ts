import type { KnownSources } from './known-facts-schema.ts'

/** Where each proposal of `known-proposals.ts` was read, by id; apart from the facts, for the demo chain carries those and not these. */
export const KNOWN_PROPOSAL_SOURCES: ReadonlyMap<bigint, KnownSources> = new Map([
  [6n, ['akash-network/AEP:spec/aep-14/README.md']],
  [
    9n,
    [
      'https://chandra-station.medium.com/akash-proposal-9-july-20-2021-3f6c22b3d4ff',
      'https://forum.akash.network/t/governance-proposal-20-to-fund-the-cab/4553',
    ],
  ],
  [16n, ['https://forum.akash.network/t/proposal-16-akash-cab-funding-2/3818']],
  [
    19n,
    [
      'https://observatory.zone/akash-network/governance/19',
      'akash-network/node:upgrades/CHANGELOG.md#L201',
    ],
  ],
  [22n, ['https://forum.akash.network/t/proposal-22-fund-moultrie-audits/4607']],
  [23n, ['https://akash.valopers.com/proposals/23']],
  [24n, ['akash-network/AEP:spec/aep-16/README.md']],
  [25n, ['akash-network/AEP:spec/aep-16/README.md']],
  [
    26n,
    [
      'https://github.com/akash-network/support/issues/18',
      'akash-network/community:sig-chain/meetings/001-2023-02-08.md',
    ],
  ],
  [
    27n,
    [
      'https://github.com/cosmos/chain-registry/pull/1016',
      'akash-network/docs@2738b4b:.../akash-mainnet4-node-upgrade-guide.md',
    ],
  ],
  [28n, ['akash-network/AEP:spec/aep-18/README.md']],
  [
    29n,
    [
      'https://github.com/cosmos/chain-registry/pull/1110',
      'akash-network/docs:other-resources/archived-resources/upgrades/v0.20.0-upgrade-docs.md#L23',
    ],
  ],
  [182n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [185n, ['https://observatory.zone/akash-network/governance/185']],
  [186n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [187n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [197n, ['akash-network/community:sig-chain/meetings/005-2023-06-06.md']],
  [199n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [200n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [207n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [208n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [
    211n,
    [
      'akash-network/community:sig-economics/meetings/007-2023-08-02.md',
      'akash-network/AEP:spec/aep-21/README.md',
    ],
  ],
  [216n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [
    224n,
    [
      'https://github.com/cosmos/chain-registry/pull/2720',
      'akash-network/console:apps/deploy-web/src/pages/faq/index.tsx#L76',
    ],
  ],
  [228n, ['akash-network/community:sig-chain/meetings/008-2023-09-05.md']],
  [229n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [
    231n,
    [
      'https://github.com/cosmos/chain-registry/pull/2880',
      'cosmos/chain-registry:akash/versions.json (HEAD 627bbab9c)',
    ],
  ],
  [232n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [234n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [
    237n,
    [
      'https://github.com/akash-network/net/pull/572',
      'https://github.com/akash-network/support/issues/136',
    ],
  ],
  [
    238n,
    [
      'cosmos/chain-registry:akash/versions.json (HEAD 627bbab9c)',
      'cosmos/chain-registry commit 10ef98c68 (2023-11-28)',
    ],
  ],
  [240n, ['akash-network/community:sig-economics/meetings/012-2024-01-10.md']],
  [241n, ['akash-network/community:sig-economics/meetings/012-2024-01-10.md']],
  [242n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [243n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [244n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [245n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [246n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [248n, ['akash-network/community:sig-chain/meetings/014-2024-03-12.md']],
  [
    249n,
    [
      'https://github.com/cosmos/chain-registry/pull/4106',
      'https://github.com/akash-network/support/issues/189',
    ],
  ],
  [250n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [254n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [
    255n,
    [
      'akash-network/community:sig-chain/meetings/015-2024-04-09.md',
      'akash-network/AEP:spec/aep-27/README.md',
    ],
  ],
  [
    256n,
    [
      'https://github.com/cosmos/chain-registry/pull/4527',
      'akash-network/community:committee-steering/meetings/015-2024-05-02.md#L57',
    ],
  ],
  [
    257n,
    [
      'https://github.com/cosmos/chain-registry/pull/4808',
      'cosmos/chain-registry:akash/versions.json (HEAD 627bbab9c)',
    ],
  ],
  [258n, ['akash-network/AEP:spec/aep-28/README.md']],
  [259n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [260n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [261n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [263n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [268n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [269n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [270n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [271n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [272n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [273n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [274n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [277n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [278n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [279n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [280n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [
    281n,
    [
      'cosmos/chain-registry:akash/versions.json (HEAD 627bbab9c)',
      'akash-network/website:src/content/Docs/other-resources/archived-resources/mainnet-13-upgrade/node-upgrade-guide/index.md',
    ],
  ],
  [284n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [285n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [286n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [287n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [288n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [289n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [290n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [291n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [292n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [293n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [295n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [296n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [297n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [298n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [300n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [301n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [303n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [306n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [
    308n,
    [
      'cosmos/chain-registry:akash/versions.json (HEAD 627bbab9c)',
      'https://akash.network/docs/mainnet-14-upgrade/node-upgrade-guide',
    ],
  ],
  [310n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [
    311n,
    [
      'cosmos/chain-registry:akash/versions.json (HEAD 627bbab9c)',
      'akash-network/website:src/content/Docs/node-operators/network-upgrades/mainnet-15/index.md',
    ],
  ],
  [312n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [313n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [314n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [315n, ['akash-network/community:community-pool-spend-reporting/README.md']],
  [316n, ['akash-network/community:sig-economics/meetings/035-2026-03-11.md']],
  [
    317n,
    [
      'cosmos/chain-registry:akash/versions.json (HEAD 627bbab9c)',
      'akash-network/community:sig-chain/meetings/033-2026-03-10.md#L42',
    ],
  ],
  [
    318n,
    [
      'cosmos/chain-registry:akash/versions.json (HEAD 627bbab9c)',
      'https://polkachu.com/gov_proposals/6985',
    ],
  ],
  [
    328n,
    [
      'https://polkachu.com/gov_proposals/7278',
      'https://github.com/akash-network/support/issues/486',
    ],
  ],
  [329n, ['akash-network/community:PIP-revenue-share/readme.md']],
  [335n, ['third-party LCD notes (2026-09-15)']],
  [336n, ['third-party LCD notes (2026-09-15)']],
  [337n, ['third-party LCD notes (2026-09-15)']],
  [338n, ['third-party LCD notes (2026-09-15)']],
  [340n, ['third-party LCD notes (2026-09-15)']],
  [341n, ['GetBlock REST docs for Akash']],
])
