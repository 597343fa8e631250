/** What the URL of the list of providers says, each part as plain text. */
export interface ProvidersSearch {
  readonly q?: string | undefined
  readonly sort?: string | undefined
  readonly dir?: string | undefined
}

/** Takes from the URL what the list knows of it. */
export function pickProvidersSearch(search: Record<string, unknown>): ProvidersSearch {
  return { q: textOf(search.q), sort: textOf(search.sort), dir: textOf(search.dir) }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
