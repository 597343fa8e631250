/** What the URL of the list of groups says, each part as plain text. */
export interface SigsSearch {
  /** Comma separated. */
  readonly kind?: string | undefined
  /** Comma separated. */
  readonly status?: string | undefined
  readonly q?: string | undefined
  readonly sort?: string | undefined
  readonly dir?: string | undefined
}

/** Takes from the URL what the list knows of it. */
export function pickSigsSearch(search: Record<string, unknown>): SigsSearch {
  return {
    kind: textOf(search.kind),
    status: textOf(search.status),
    q: textOf(search.q),
    sort: textOf(search.sort),
    dir: textOf(search.dir),
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
