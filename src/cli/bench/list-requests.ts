import type { ReplayNode } from '../../demo-chain/http/replay-node.ts'
import { atMost, type Measurement, plain } from './finding.ts'
import { createMemoryArchive, openChain, readList } from './read-list.ts'

/** How often the node is asked, counted at the node. Every request up to the first picture waits for the one before. */
export function listRequests(node: ReplayNode): Measurement {
  return {
    heading: 'Requests for the list, counted at the node',
    async measure() {
      const archive = createMemoryArchive()
      node.requests.reset()
      let beforeFirst: number | undefined
      const list = await readList(openChain(node.url, archive), () => {
        beforeFirst ??= node.requests.httpRequests
      })
      const { httpRequests, calls } = node.requests
      node.requests.reset()
      const second = await readList(openChain(node.url, archive))
      const proposals = list.rows.filter(({ kind }) => kind === 'proposal').length
      return [
        plain('proposals', proposals),
        atMost('round trips to the first rows', beforeFirst ?? Number.NaN, 2),
        plain('requests, first visit', httpRequests),
        plain('calls in them', calls),
        atMost('requests, second visit', node.requests.httpRequests, 3),
        plain('rows kept from the first visit', second.keptCount),
      ]
    },
  }
}
