/** What the URL of the list says, each part as plain text, so that links stay readable. */
export interface AepsSearch {
  readonly view?: string | undefined
  readonly q?: string | undefined
  /** Short status names, comma separated. */
  readonly status?: string | undefined
  readonly delivery?: string | undefined
  readonly type?: string | undefined
  readonly category?: string | undefined
  readonly sig?: string | undefined
  readonly upgrade?: string | undefined
  readonly finding?: string | undefined
  readonly sort?: string | undefined
  readonly dir?: string | undefined
}

/** Takes from the URL what the list knows of it. */
export function pickAepsSearch(search: Record<string, unknown>): AepsSearch {
  return {
    view: textOf(search.view),
    q: textOf(search.q),
    status: textOf(search.status),
    delivery: textOf(search.delivery),
    type: textOf(search.type),
    category: textOf(search.category),
    sig: textOf(search.sig),
    upgrade: textOf(search.upgrade),
    finding: textOf(search.finding),
    sort: textOf(search.sort),
    dir: textOf(search.dir),
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
