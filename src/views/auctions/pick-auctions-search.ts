/** What the URL of the auctions says, each part as plain text. */
export interface AuctionsSearch {
  /** `read`: the reader wants lost bids compared, which takes reading what has ended. */
  readonly lost?: string | undefined
  readonly sort?: string | undefined
  readonly dir?: string | undefined
}

/** Takes from the URL what the auctions know of it. */
export function pickAuctionsSearch(search: Record<string, unknown>): AuctionsSearch {
  const pick = (value: unknown) => (typeof value === 'string' ? value : undefined)
  return { lost: pick(search.lost), sort: pick(search.sort), dir: pick(search.dir) }
}
