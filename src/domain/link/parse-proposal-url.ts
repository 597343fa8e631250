import { parseExplorerUrl } from '../search/parse-explorer-url.ts'

const ADDRESS = /https?:\/\/[^\s<>"')\]]+/i
/** Pages that the explorers here do not have, or have no more. */
const OLDER_PAGE =
  /^https?:\/\/(?:www\.)?(?:mintscan\.io\/akash\/proposal|observatory\.zone\/akash-network\/governance)\/([1-9]\d{0,8})(?:[/?#]|$)/i
const OTHER_NETWORK = /testnet|sandbox|devnet/i

/**
 * The number of the proposal of akashnet-2 whose page an explorer shows under the first address in a text; undefined for
 * anything else. Polkachu numbers `gov_proposals/6985` by itself, so that is none.
 */
export function parseProposalUrl(text: string): bigint | undefined {
  const address = ADDRESS.exec(text.slice(0, 2_000))?.[0]
  if (address === undefined || OTHER_NETWORK.test(address)) return undefined
  const older = OLDER_PAGE.exec(address)?.[1]
  if (older !== undefined) return BigInt(older)
  const page = parseExplorerUrl(address)
  return page?.kind === 'explorer' && page.target.kind === 'proposal' ? page.target.id : undefined
}
