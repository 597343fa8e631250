/** What the URL of the list says, each part as plain text, so that links stay readable. */
export interface ProposalsSearch {
  /** Short status names, comma separated. */
  readonly status?: string | undefined
  readonly kind?: string | undefined
  readonly q?: string | undefined
  readonly sort?: string | undefined
  readonly dir?: string | undefined
}

/** Takes from the URL what the list knows of it. */
export function pickProposalsSearch(search: Record<string, unknown>): ProposalsSearch {
  return {
    status: textOf(search.status),
    kind: textOf(search.kind),
    q: textOf(search.q),
    sort: textOf(search.sort),
    dir: textOf(search.dir),
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
