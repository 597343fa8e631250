import type { AepReference } from '../read-aep-references.ts'
import type { TextCase } from './text-case.ts'

type Says = AepReference['says']
const D: Says = 'delivers'
const M: Says = 'mentions'
const R: Says = 'removes'

type Row = readonly [text: string, says: Readonly<Record<number, Says>>, role?: 'title']

/** Lists, tables and headings. */
const LISTS: readonly Row[] = [
  ['Key changes:\n- Confidential compute via Kata containers (AEP-90)\n- Bug fixes', { 90: D }],
  [
    '## Highlights\n\n- Burn mint equilibrium with a vault and an oracle price (AEP-90)\n- On-chain price feeds [AEP-91]\n',
    { 90: D, 91: D },
  ],
  [
    '## Summary\n\nThis upgrade includes:\n\n* Confidential compute for tenants (AEP-90)\n* Faster queries\n',
    { 90: D },
  ],
  [
    '## Key Features\n\n1. **Confidential compute** for workloads in TEEs ([AEP-90](https://a.example/aep-90))\n2. **Lease reclamation** by providers ([AEP-91](https://a.example/aep-91))\n',
    { 90: D, 91: D },
  ],
  [
    "## What's new\n\n* 🚀 Burn-mint equilibrium (AEP-90)\n* ⚡️ Faster state sync\n* 🔐 Confidential compute — AEP-91\n",
    { 90: D, 91: D },
  ],
  [
    "## What's new?\r\n\r\n- Price oracle for AKT (AEP-90)\r\n- AEP-91: CosmWasm\r\n",
    { 90: D, 91: D },
  ],
  [
    '## Changelog\n\n### Features\n\n- (market) lease reclamation with a window (AEP-90)\n- (escrow) deposits by several accounts, see AEP-91\n',
    { 90: D, 91: M },
  ],
  [
    '# Release notes\n\n## Features\n\n- [AEP-90](https://a.example) Confidential compute\n- [AEP-91](https://a.example) Oracle\n\n## Bug fixes\n\n- deposits of closed leases (AEP-39)\n',
    { 90: D, 91: D, 39: M },
  ],
  [
    '## Scope\n\n- Migration of the chain to Cosmos SDK v0.54 (AEP-90)\n- CosmWasm 3 with permissioned uploads (AEP-91)\n',
    { 90: D, 91: D },
  ],
  [
    '**Highlights**\n\n• Multi-depositor escrow accounts (AEP-90)\n• Termination reasons of leases (AEP-91)\n',
    { 90: D, 91: D },
  ],
  [
    '**Key features:**\n- *Provider incentives*: rewards for uptime (AEP-90)\n- Oracle\n',
    { 90: D },
  ],
  [
    'Main features of this upgrade:\n\n- Authz-friendly deployments and deposits by several accounts (AEP-90)\n',
    { 90: D },
  ],
  ['New features:\n- Oracle v2, an aggregate of several price sources (AEP-90)\n', { 90: D }],
  [
    'This release includes the following changes:\n\n1) Upgrade of Cosmos SDK to v0.54 (AEP-90)\n2) Migration to CometBFT v0.38 (AEP-91)\n',
    { 90: D, 91: D },
  ],
  ['The upgrade brings:\n- AEP-90\n  - burns AKT\n  - mints ACT\n- AEP-91\n', { 90: D, 91: D }],
  [
    '## Highlights\n\n- Burn-mint equilibrium (AEP-90):\n  - a vault that burns AKT\n  - circuit breaker\n- Oracle (AEP-91):\n  - Pyth price feeds\n',
    { 90: D, 91: D },
  ],
  [
    '## Included AEPs\n\n| AEP | Title | Type |\n| --- | --- | --- |\n| [AEP-90](https://a.example) | Confidential compute | Standard |\n| AEP-91 | Oracle | Core |\n',
    { 90: D, 91: D },
  ],
  [
    "## What's included\n\n| Feature | AEP |\n|---|---|\n| Confidential compute via Kata containers | AEP-90 |\n| Price oracle | AEP-91 |\n",
    { 90: D, 91: D },
  ],
  [
    '## Details\n\nThis upgrade contains the following improvements:\n\n- Confidential compute (AEP-90)\n',
    { 90: D },
  ],
  [
    '## Changes\n\n- Adds the BME vault (AEP-90)\n- Introduces a price oracle for settlement, see AEP-91\n- Removes the take module (AEP-23)\n',
    { 90: D, 91: M, 23: R },
  ],
  [
    'Highlights of this release:\n- ✅ AEP-90 – Confidential compute\n- ✅ AEP-91 – Price oracle\n',
    { 90: D, 91: D },
  ],
  ['Features\n\n- Confidential compute (AEP-90)\n- Price oracle (AEP-91)\n', { 90: D, 91: D }],
  ['Upgrade contents:\n* Confidential compute (AEP-90)', { 90: D }],
  ['List of AEPs:\n- AEP-90\n- AEP-91\n', { 90: D, 91: D }],
  [
    'AEPs included in this upgrade:\n\n- AEP-90: Confidential compute\n- AEP-91: Oracle\n',
    { 90: D, 91: D },
  ],
  ['AEPs:\n- AEP-90\n- AEP-91\n', { 90: D, 91: D }],
  [
    'The following AEPs will be activated:\n\n1. AEP-90 Confidential compute\n2. AEP-91 Oracle\n',
    { 90: D, 91: D },
  ],
  [
    'The network upgrade consists of:\n\n- Confidential compute (AEP-90)\n- Oracle (AEP-91)\n',
    { 90: D, 91: D },
  ],
  ['What is included in this upgrade?\n\n- Confidential compute (AEP-90)\n', { 90: D }],
  ['What does this upgrade do?\n\n- adds confidential compute (AEP-90)\n', { 90: D }],
  ['Summary of changes:\n\n- Confidential compute for every tenant (AEP-90)\n', { 90: D }],
  [
    '## Major changes\n\n### Confidential compute (AEP-90)\n\nTenants may ask for TEEs.\n\n### Oracle v2 (AEP-91)\n\nPrices of several sources.\n',
    { 90: D, 91: D },
  ],
  [
    '## Akash v2.2.0\n\n### New modules\n\n- `x/bme`: burn-mint equilibrium of AKT and ACT (AEP-90)\n- `x/oracle`: prices for settlement (AEP-91)\n',
    { 90: D, 91: D },
  ],
  [
    'Changes:\n- feat: confidential compute (AEP-90)\n- feat(market)!: reclamation window (AEP-91)\n- fix: reasons of closed leases (AEP-39)\n',
    { 90: D, 91: D, 39: M },
  ],
]

/** A second look, after the rules were mended by the others. */
const AGAIN: readonly Row[] = [
  [
    'This release brings the following enhancements:\n\n- Confidential compute for GPU workloads (AEP-90)\n',
    { 90: D },
  ],
  [
    '# Akash Network v2.2.0\n\nThis is a major upgrade. It introduces:\n\n- **BME**: burn and mint with a vault (AEP-90)\n- **Oracle**: price feeds from Pyth (AEP-91)\n',
    { 90: D, 91: D },
  ],
  [
    '## Upgrade summary\n\nThis upgrade adds AEP-90 (Confidential Compute) and AEP-91 (Lease reclamation) to the Akash Network.',
    { 90: D, 91: D },
  ],
  ['The main features of this upgrade are AEP-90 and AEP-91.', { 90: D, 91: D }],
  ['Features of this upgrade: AEP-90, AEP-91.', { 90: D, 91: D }],
  ['This proposal implements the following: AEP-90, AEP-91.', { 90: D, 91: D }],
  [
    'The upgrade includes the following changes: confidential compute (AEP-90), lease reclamation by providers (AEP-91).',
    { 90: D, 91: D },
  ],
  ['The release introduces rewards for providers (AEP-90).', { 90: D }],
  [
    'The upgrade introduces escrow accounts with several depositors (AEP-90) and a price oracle (AEP-91).',
    { 90: D, 91: D },
  ],
  ['The upgrade adds x/bme and x/oracle, implementing AEP-90 and AEP-91.', { 90: D, 91: D }],
  ['The upgrade adds a vault, thereby implementing AEP-90.', { 90: D }],
  ['By passing this proposal, the network will activate AEP-90.', { 90: D }],
  ['Voting YES on this proposal activates AEP-90 on mainnet.', { 90: D }],
  ['This upgrade marks the activation of AEP-90.', { 90: D }],
  ['This upgrade includes full support for AEP-90.', { 90: D }],
  ['This version includes an implementation of AEP-90.', { 90: D }],
  ['v2.2.0 is the release that implements AEP-90.', { 90: D }],
  ['Mainnet 19 delivers AEP-90.', { 90: D }],
  ['The network upgrade v2.2.0 will introduce AEP-90 and AEP-91.', { 90: D, 91: D }],
  ['AEP-90 will be enabled with this upgrade.', { 90: D }],
  ['AEP-90 and AEP-91 will go live at the upgrade height.', { 90: D, 91: D }],
  ['AEP-90 is included.', { 90: D }],
  ['AEP-90 gets activated by the upgrade handler.', { 90: D }],
  ['The upgrade handler adds the stores of the new modules (AEP-90, AEP-91).', { 90: D, 91: D }],
  [
    'This software upgrade proposal introduces the Burn Mint Equilibrium (BME), defined in AEP-90, to Akash.',
    { 90: D },
  ],
  ['It ships CosmWasm (AEP-90), the oracle (AEP-91) and BME (AEP-92).', { 90: D, 91: D, 92: D }],
  [
    'Highlights:\n\n- **AEP-90 – Confidential Compute**: tenants may ask for TEEs\n- **AEP-91 – Oracle**: prices\n',
    { 90: D, 91: D },
  ],
  [
    'Highlights:\n\n- **Confidential Compute (AEP-90)**: tenants may ask for TEEs\n- **Oracle for prices (AEP-91)** - prices of several sources\n',
    { 90: D, 91: D },
  ],
  ['Notable changes\n\n- Confidential compute ([AEP-90](https://a.example))\n', { 90: D }],
  ['Upgrade highlights\n\n- Confidential compute ([AEP-90](https://a.example))\n', { 90: D }],
  ['The upgrade features:\n\n- Confidential compute ([AEP-90](https://a.example))\n', { 90: D }],
  [
    'Included in this release:\n\n- Confidential compute for all ([AEP-90](https://a.example))\n',
    { 90: D },
  ],
  [
    '## Features\n\n* [#1234](https://github.com/akash-network/node/pull/1234) Add confidential compute of leases (AEP-90)\n',
    { 90: D },
  ],
  [
    '## Features\n\n* [\\#1234](https://github.com/akash-network/node/pull/1234) AEP-90: Add confidential compute\n',
    { 90: D },
  ],
  [
    '## What this upgrade includes\n\n### 1. Confidential compute for tenants (AEP-90)\n\nText.\n\n### 2. Oracle (AEP-91)\n',
    { 90: D, 91: D },
  ],
  [
    '### New in this release\n- AEP-90 (Confidential compute)\n- AEP-91 (Oracle)\n',
    { 90: D, 91: D },
  ],
  [
    '## AEPs in this upgrade\n\n| AEP | Description |\n|---|---|\n| AEP-90 | Confidential compute |\n| AEP-91 | Oracle |\n',
    { 90: D, 91: D },
  ],
  ['Summary:\n- Implements AEP-90\n- Implements AEP-91\n', { 90: D, 91: D }],
  [
    '## Summary\n\n- Confidential compute for tenants (AEP-90)\n- Upgrade height 27,400,605\n',
    { 90: D },
  ],
  [
    'This is the Mainnet 19 upgrade.\n\nNew features:\n\n  - Confidential compute (AEP-90)\n    - TEEs\n  - Oracle (AEP-91)\n',
    { 90: D, 91: D },
  ],
  ['AEPs included in v2.2.0: 90, 91, 92.', { 90: D, 91: D, 92: D }],
  ['**AEPs included:** 90, 91 and 92', { 90: D, 91: D, 92: D }],
  ['Contains AEPs 90, 91.', { 90: D, 91: D }],
  ['Includes: AEP-90, AEP-91', { 90: D, 91: D }],
  ['New: confidential compute (AEP-90), oracle (AEP-91)', { 90: D, 91: D }],
  [
    'New in v2.2.0: confidential compute (AEP-90) and an oracle for prices (AEP-91).',
    { 90: D, 91: D },
  ],
  ['Added: confidential compute for tenants (AEP-90).', { 90: D }],
  ['Added confidential compute for tenants (AEP-90)', { 90: D }],
  ['Enable confidential compute for tenants (AEP-90)', { 90: D }, 'title'],
  ['Mainnet 19: lease reclamation by providers (AEP-90)', { 90: D }, 'title'],
  ['Akash v2.2.0: Migration to Cosmos SDK v0.54 (AEP-90)', { 90: D }, 'title'],
  ['Upgrade Akash Network to v2.2.0 (AEP-90, AEP-91)', { 90: D, 91: D }, 'title'],
  ['Introduce x/oracle as described in AEP-90', { 90: D }, 'title'],
  ['[Mainnet] v2.2.0 / AEP-90 / AEP-91', { 90: D, 91: D }, 'title'],
  ['## v2.0.0\n\n- AEP-90\n\n## v2.2.0\n\n- AEP-91\n', { 90: M, 91: D }],
  ['Implements AEP-91 according to the process of AEP-90.', { 91: D, 90: M }],
  ['Implements AEP-91 according to AEP-90.', { 91: D, 90: M }],
  ['Implements AEP-91 as specified in AEP-90.', { 91: D, 90: M }],
  ['AEP-90 has been implemented. This upgrade removes the fees of it.', { 90: D }],
  [
    '## Features\n\n- Confidential compute (AEP-90)\n\n### Future work\n\n- Oracle for all (AEP-91)',
    { 90: D, 91: M },
  ],
  ['Providers get these features:\n- Confidential compute for all (AEP-90)', { 90: D }],
  ['Highlights:\n| AEP-90 | not included |\n| AEP-91 | included |', { 90: M, 91: D }],
]

/** What upgrades bring, as lists under the headings that proposals have. */
export const RECALL_LIST_CASES: readonly TextCase[] = [...LISTS, ...AGAIN].map(
  ([text, says, role]): TextCase => ({
    rule: `recall list: ${text.split('\n').slice(0, 3).join(' ')}`,
    text,
    says,
    ...(role === undefined ? {} : { role }),
  }),
)
