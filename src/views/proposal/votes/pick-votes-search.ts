/** What the URL of a proposal says about its votes, each part as plain text. */
export interface VotesSearch {
  readonly tab?: string | undefined
  /** Letters of options, comma separated. */
  readonly option?: string | undefined
  readonly voter?: string | undefined
  readonly sort?: string | undefined
  readonly dir?: string | undefined
  readonly rows?: string | undefined
}

/** Takes from the URL what the votes know of it. */
export function pickVotesSearch(search: Record<string, unknown>): VotesSearch {
  return {
    tab: textOf(search.tab),
    option: textOf(search.option),
    voter: textOf(search.voter),
    sort: textOf(search.sort),
    dir: textOf(search.dir),
    rows: textOf(search.rows),
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
