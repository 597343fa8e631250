/** What the URL of the pipeline says of its table, each part as plain text. */
export interface PipelineSearch {
  readonly stage?: string | undefined
  readonly sort?: string | undefined
  readonly dir?: string | undefined
}

/** Takes from the URL what the screen knows of it. */
export function pickPipelineSearch(search: Record<string, unknown>): PipelineSearch {
  return { stage: textOf(search.stage), sort: textOf(search.sort), dir: textOf(search.dir) }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
