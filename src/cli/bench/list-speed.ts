import { proposalPageRequest } from '../../chain/gov-pages.ts'
import type { ReplayNode } from '../../demo-chain/http/replay-node.ts'
import { firstPage, REST_PAGE_SIZE } from '../../queries/list-start.ts'
import { encodeRequestBody } from '../../rpc/json-rpc.ts'
import { atLeast, type Measurement, plain } from './finding.ts'
import { median } from './median.ts'
import { openChain, readList } from './read-list.ts'

const ROUNDS = 25

/**
 * The whole list, asked for, decoded and put together, against nothing but the same pages fetched and parsed as JSON one
 * after the other. Rounds alternate, so that both see the same machine.
 */
export function listSpeed(node: ReplayNode): Measurement {
  return {
    heading: 'Speed of the whole list',
    async measure() {
      const bodies = await pageBodies(node)
      const plainMs: number[] = []
      const ownMs: number[] = []
      for (let round = -2; round < ROUNDS; round++) {
        const plainRound = await timeOf(() => fetchPages(node.url, bodies))
        const ownRound = await timeOf(() => readList(openChain(node.url)))
        // The first rounds warm both up.
        if (round < 0) continue
        plainMs.push(plainRound)
        ownMs.push(ownRound)
      }
      return [
        plain('plain fetches of the same pages', median(plainMs), 'ms'),
        plain('whole list, decoded, with tallies', median(ownMs), 'ms'),
        // Round by round, because the machine may have had other things to do in some of them.
        atLeast('speed against plain fetches', median(plainMs.map(ratioTo(ownMs))), 0.7),
      ]
    },
  }
}

function ratioTo(others: readonly number[]) {
  return (value: number, index: number) => value / (others[index] ?? Number.NaN)
}

async function fetchPages(url: string, bodies: readonly string[]): Promise<void> {
  for (const body of bodies) {
    const response = await fetch(url, { method: 'POST', body })
    await response.json()
  }
}

/** The pages as the list asks for them. */
async function pageBodies(node: ReplayNode): Promise<readonly string[]> {
  const { pin, rows } = await readList(openChain(node.url))
  const ids = rows.flatMap((row) => (row.kind === 'proposal' ? [row.id] : []))
  const first = firstPage(pin.height, undefined)
  const bodies = [encodeRequestBody([proposalPageRequest(first)])]
  for (let at = Number(first.limit); at < ids.length; at += Number(REST_PAGE_SIZE)) {
    bodies.push(
      encodeRequestBody([
        proposalPageRequest({
          height: pin.height,
          limit: REST_PAGE_SIZE,
          isReverse: true,
          fromId: ids[at],
        }),
      ]),
    )
  }
  return bodies
}

async function timeOf(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await run()
  return performance.now() - startedAt
}
