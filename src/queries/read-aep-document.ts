import { fetchAepDocument } from '../chain/aep-repository.ts'
import { PublicFileError } from '../chain/public-file.ts'
import type { AepDocument } from '../domain/registry/frontmatter/read-aep.ts'

export type FetchedAepDocument =
  | { readonly kind: 'fetched'; readonly at: Date; readonly aep: AepDocument }
  | { readonly kind: 'failed'; readonly sentence: string }

export interface ReadDocumentOptions {
  readonly now: () => Date
  /** @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch
  readonly signal?: AbortSignal
}

/** The document of an AEP as the repository has it, or why not. Rejects only with the caller's reason to give up. */
export async function readAepDocument(
  path: string,
  { now, fetch, signal }: ReadDocumentOptions,
): Promise<FetchedAepDocument> {
  try {
    const reading = await fetchAepDocument(path, {
      ...(fetch ? { fetch } : {}),
      ...(signal ? { signal } : {}),
    })
    return reading.kind === 'read'
      ? { kind: 'fetched', at: now(), aep: reading.aep }
      : { kind: 'failed', sentence: reading.problem.sentence }
  } catch (error) {
    signal?.throwIfAborted()
    const isTold = error instanceof PublicFileError
    return { kind: 'failed', sentence: isTold ? error.message : 'Reading it went wrong.' }
  }
}
