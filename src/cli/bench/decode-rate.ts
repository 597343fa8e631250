import { fetchProposalPage } from '../../chain/gov-pages.ts'
import { decodeProposal } from '../../chain/gov-proposal.ts'
import { decodeMessage } from '../../chain/messages/decode-message.ts'
import type { ReplayNode } from '../../demo-chain/http/replay-node.ts'
import { type Measurement, plain } from './finding.ts'
import { medianMs } from './median.ts'
import { openChain, readList } from './read-list.ts'

const ROUNDS = 25

/** How fast bytes become proposals, and messages become rows, without a network. */
export function decodeRate(node: ReplayNode): Measurement {
  return {
    heading: 'Decoding',
    async measure() {
      const chain = openChain(node.url)
      const { pin } = await readList(chain)
      const { proposals } = await fetchProposalPage(chain.transport, {
        height: pin.height,
        limit: 1_000n,
        isReverse: true,
        fromId: undefined,
      })
      const encoded = proposals.flatMap(({ bytes }) => (bytes === undefined ? [] : [bytes]))
      const messages = proposals.flatMap(({ row }) =>
        row.kind === 'proposal' ? row.proposal.messages : [],
      )
      const megabytes = encoded.reduce((sum, bytes) => sum + bytes.length, 0) / 1e6
      const rowsMs = medianMs(ROUNDS, () => encoded.map((bytes) => decodeProposal(bytes)))
      const messagesMs = medianMs(ROUNDS, () => messages.map((message) => decodeMessage(message)))
      return [
        plain('proposals', (encoded.length / rowsMs) * 1_000, 'a second'),
        plain('their bytes', (megabytes / rowsMs) * 1_000, 'MB a second'),
        plain('messages into rows', (messages.length / messagesMs) * 1_000, 'a second'),
      ]
    },
  }
}
