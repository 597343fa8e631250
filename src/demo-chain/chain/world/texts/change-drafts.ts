import { formatAccount } from '../accounts.ts'
import { akt } from '../coins.ts'
import { communityPoolSpend, marketParams, mintParams, softwareUpgrade } from '../messages.ts'
import type { Random } from '../random.ts'
import { planInfo } from '../upgrade-plans.ts'
import { ipfsMetadata, type ProposalDraft } from './draft.ts'

const PURPOSES: readonly [string, ...string[]] = [
  'documentation in four languages',
  'three regional meetups',
  'the node release pipeline',
  'student grants for GPU research',
  'a second audit of the escrow module',
  'snapshots and archive nodes',
  'the tenants’ help desk',
]

const QUARTERS: readonly [string, ...string[]] = [
  'the first quarter',
  'the second quarter',
  'the third quarter',
  'the fourth quarter',
]

/** Money from the community pool, with the sum in the text as in the message. */
export function draftSpend(index: number, random: Random): ProposalDraft {
  const purpose = PURPOSES[index % PURPOSES.length] ?? PURPOSES[0]
  const quarter = random.pick(QUARTERS)
  const parts = [8 + random.below(24), 3 + random.below(9), 1 + random.below(4)]
  const whole = parts.reduce((sum, part) => sum + part, 0)
  const [work = 0, running = 0, reserve = 0] = parts
  return {
    title: `Fund ${purpose} in ${quarter}`,
    summary: `## What is asked

${whole},000 AKT from the community pool for ${purpose}.

| Item | AKT |
|---|---:|
| Work | ${work},000 |
| Running costs | ${running},000 |
| Reserve, returned if unused | ${reserve},000 |
| **Sum** | **${whole},000** |

## What is owed in return

- a report in the forum after six weeks
- the rest sent back to the pool
`,
    metadata: ipfsMetadata(random),
    messages: [communityPoolSpend(formatAccount(random.bytes(20)), akt(whole * 1000))],
  }
}

/** Parameters of the market and of inflation in turn. */
export function draftParams(index: number, random: Random): ProposalDraft {
  const metadata = ipfsMetadata(random)
  if (index % 2 === 1) {
    const percent = 9 + random.below(8)
    return {
      title: `Set the ceiling of inflation to ${percent} percent`,
      summary: `The ceiling moves to **${percent} %**, the floor to **${percent - 4} %**. The goal of bonded stake stays at 67 %.\n\nAll other parameters of the mint module are written as they are: a change replaces the whole set.`,
      metadata,
      messages: [mintParams(percent)],
    }
  }
  const deposit = (1 + random.below(10)) / 2
  const bids = 10 + 5 * random.below(5)
  return {
    title: `Bid deposit of ${deposit} AKT, at most ${bids} bids an order`,
    summary: `Orders draw bids from providers that never answer. A deposit of \`${deposit} AKT\` and a limit of \`${bids}\` bids keep the list short.\n\n1. Deposits go back when a bid closes.\n2. Bids that exist are not touched.`,
    metadata,
    messages: [marketParams(deposit, bids)],
  }
}

/** A new release at a height. `index` of the vote decides what its plan says of binaries; `part` is a piece of its text. */
export function draftUpgrade(
  {
    index,
    name,
    height,
  }: { readonly index: number; readonly name: string; readonly height: bigint },
  part: string,
  random: Random,
): ProposalDraft {
  const checksum = () =>
    Array.from(random.bytes(32), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const info = planInfo(index, name, [checksum(), checksum()])
  return {
    title: `Upgrade to ${name}`,
    summary: `The network stops at height **${height}** and goes on with \`${name}\`.

- fewer allocations while a block is executed
- leases close in the block in which their escrow ends
- two queries page by key

${part}

Place the binary before the height:

\`\`\`sh
mkdir -p $DAEMON_HOME/cosmovisor/upgrades/${name}/bin
\`\`\`
`,
    metadata: ipfsMetadata(random),
    messages: [softwareUpgrade(name, height, info)],
  }
}
