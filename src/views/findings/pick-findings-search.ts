/** What the URL of the disagreements says, each part as plain text. */
export interface FindingsSearch {
  readonly kind?: string | undefined
  readonly aep?: string | undefined
}

/** Takes from the URL what the screen knows of it. */
export function pickFindingsSearch(search: Record<string, unknown>): FindingsSearch {
  return { kind: textOf(search.kind), aep: textOf(search.aep) }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
