import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Aep } from '../domain/registry/aep.ts'
import { compareDocuments, type DocumentDifference } from '../domain/registry/compare-documents.ts'
import { type Chain, useChain } from './chain.ts'
import { isRepositoryAsked } from './registry-freshness.ts'

/** What the document of one AEP says by now, beside what the registry has of it. */
export type AepDocumentReading =
  /** Not on this chain. */
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly sentence: string }
  | {
      readonly kind: 'read'
      readonly at: Date
      /** Empty where the registry says the same. */
      readonly differences: readonly DocumentDifference[]
    }

const READ_AGAIN_AFTER_MS = 900_000

/**
 * Reads the frontmatter in the repository, on the page of that AEP only. `chainId` as a node told it, which decides where
 * the reader expects none; undefined while none has.
 */
export function useAepDocument(aep: Aep, chainId: string | undefined): AepDocumentReading {
  const chain = useChain()
  const isAsked = isRepositoryAsked(chain, chain.expectedChainId ?? chainId)
  const { data, error } = useQuery(aepDocumentQuery(chain, aep, isAsked))
  if (!isAsked) return { kind: 'not-asked' }
  if (error !== null) return { kind: 'failed', sentence: 'Reading the document went wrong.' }
  if (data === undefined) return { kind: 'reading' }
  if (data.kind === 'failed') return data
  return { kind: 'read', at: data.at, differences: compareDocuments(aep, data.aep) }
}

/** A refusal is an answer too: asking again at once would not be answered otherwise. */
function aepDocumentQuery(chain: Chain, aep: Aep, isAsked: boolean) {
  return queryOptions({
    queryKey: ['registry', 'document', aep.path] as const,
    queryFn: async ({ signal }) => {
      await chain.whenIdle()
      const { readAepDocument } = await import('./read-aep-document.ts')
      return readAepDocument(aep.path, { now: chain.now, signal })
    },
    enabled: isAsked,
    staleTime: READ_AGAIN_AFTER_MS,
  })
}
