/** What the URL of the market says, each part as plain text. */
export interface MarketSearch {
  /** `read`: the ended leases too. */
  readonly ended?: string | undefined
  /** `tenants`; else providers. */
  readonly side?: string | undefined
  /** `gpus`, `usd` or a denomination of the run-rate; else leases. */
  readonly by?: string | undefined
}

/** Takes from the URL what the screen knows of it. */
export function pickMarketSearch(search: Record<string, unknown>): MarketSearch {
  return { ended: textOf(search.ended), side: textOf(search.side), by: textOf(search.by) }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
