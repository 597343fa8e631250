import type { ReplayNode } from '../../demo-chain/http/replay-node.ts'
import type { LinkGround } from '../../domain/link/link.ts'
import { linkAeps } from '../../domain/link/link-aeps.ts'
import { readAepLinks } from '../../queries/read-aep-links.ts'
import { atMost, type Measurement, plain } from './finding.ts'
import { medianMs } from './median.ts'
import { openChain } from './read-list.ts'

const PROPOSALS = 1_000
const AEPS = 200
const ROUNDS = 15
const LIMIT_MS = 50

/** How fast AEPs and proposals are linked: the recorded ones, again and again until there are enough of both. */
export function linkSpeed(node: ReplayNode): Measurement {
  return {
    heading: 'Links of AEPs',
    async measure() {
      const { linked } = await readAepLinks(openChain(node.url), '2026-11-21')
      // What was read in a proposal is kept with it, so each round has proposals of its own.
      const grounds = Array.from({ length: ROUNDS + 1 }, () => enlarge(linked.ground))
      const first = grounds.pop() ?? linked.ground
      const { links } = linkAeps(first)
      const linkMs = medianMs(ROUNDS, () => linkAeps(grounds.pop() ?? first))
      const againMs = medianMs(ROUNDS, () => linkAeps(first))
      return [
        atMost('1,000 proposals with 200 AEPs', linkMs, LIMIT_MS, 'ms'),
        plain('the same once more', againMs, 'ms'),
        plain('links found', links.length),
      ]
    },
  }
}

/** Copies have numbers and texts of their own, so that nothing is read once for all of them. */
function enlarge({ proposals, registry, ...rest }: LinkGround): LinkGround {
  const highest = Math.max(...registry.aeps.map(({ number }) => number))
  return {
    ...rest,
    proposals: repeat(proposals, PROPOSALS, (proposal, round) => ({
      ...proposal,
      id: proposal.id + BigInt(round) * 10_000n,
      texts: proposal.texts.map(({ field, text }) => ({ field, text: `${text}\n\n${round}` })),
    })),
    registry: {
      ...registry,
      aeps: repeat(registry.aeps, AEPS, (aep, round) => ({
        ...aep,
        number: aep.number + round * highest,
      })),
    },
  }
}

function repeat<T>(rows: readonly T[], count: number, copy: (row: T, round: number) => T): T[] {
  const copies: T[] = []
  for (let round = 0; copies.length < count && rows.length > 0; round++) {
    copies.push(...rows.slice(0, count - copies.length).map((row) => copy(row, round)))
  }
  return copies
}
