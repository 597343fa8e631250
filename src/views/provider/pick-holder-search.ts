/** What the URL of a provider or a tenant says, each part as plain text. */
export interface HolderSearch {
  /** `read`: the reader wants to see what has ended too. */
  readonly ended?: string | undefined
  readonly sort?: string | undefined
  readonly dir?: string | undefined
}

/** Takes from the URL what the page of a provider or a tenant knows of it. */
export function pickHolderSearch(search: Record<string, unknown>): HolderSearch {
  const pick = (value: unknown) => (typeof value === 'string' ? value : undefined)
  return { ended: pick(search.ended), sort: pick(search.sort), dir: pick(search.dir) }
}
