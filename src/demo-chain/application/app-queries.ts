import { encodeUtf8 } from '../server/bytes.ts'
import type { QueryAnswer } from './query-answer.ts'
import { refusal } from './query-answer.ts'

/**
 * `/app/…` and `/p2p/…` (SDK 0.53 baseapp/abci.go handleQueryApp, handleQueryP2P), but for `/app/simulate`, which takes
 * a node that can run transactions: it is refused as a query nobody knows.
 * @param version of the software, as `abci_info` gives it
 * @returns undefined for other paths
 */
export function answerAppQuery(
  path: string,
  version: string,
  height: bigint,
): QueryAnswer | undefined {
  const segments = path.replace(/^\//, '').split('/')
  const [root, second] = segments
  if (root === 'p2p') return answerPeerQuery(segments)
  if (root !== 'app') return undefined
  if (second === 'version') return { ...refusal(0, '', height), value: encodeUtf8(version) }
  if (second === undefined) {
    const expected = "expected second parameter to be either 'simulate' or 'version'"
    return refusal(6, `${expected}, neither was present: unknown request`)
  }
  return refusal(6, `unknown query: [${segments.join(' ')}]: unknown request`)
}

/** Akash filters no peers, so that every filter lets pass. */
function answerPeerQuery(segments: readonly string[]): QueryAnswer {
  const [, command] = segments
  if (segments.length < 4) {
    return refusal(6, 'path should be p2p filter <addr|id> <parameter>: unknown request')
  }
  if (command !== 'filter') {
    return refusal(6, "expected second parameter to be 'filter': unknown request")
  }
  return refusal(0, '', 0n, '')
}
