import type { ReactNode } from 'react'
import { REGISTRY_CHAIN_ID } from '../../domain/registry/registry.ts'
import type { Source } from '../../domain/source.ts'
import { SourceNote } from '../page/SourceNote.tsx'

export interface LinkSourceNoteProps {
  /** What links were made from; undefined while the chain is being read. */
  readonly basis:
    | { readonly kind: 'chain'; readonly source: Source; readonly isWhole: boolean }
    | { readonly kind: 'record' }
    | undefined
  /** As of when the documents are known. */
  readonly documents: ReactNode
  readonly now: Date
}

/** Where what is said of AEPs comes from: the documents, and the chain or the record of one. */
export function LinkSourceNote({ basis, documents, now }: LinkSourceNoteProps) {
  if (basis?.kind === 'chain') {
    return (
      <SourceNote
        source={basis.source}
        now={now}
        definition="Links are made from the titles, summaries and messages of proposals, the applied upgrades and the chain's plan at this height, and from the committed registry of AEPs. Delivery follows from the links alone; the status is the document's own word."
      >
        {documents} {!basis.isWhole && 'Older proposals are still to be read.'}
      </SourceNote>
    )
  }
  return (
    <p className="mt-3 border-t border-dotted border-rule-strong pt-1 text-xs text-ink-3">
      {documents}{' '}
      {basis === undefined
        ? 'The chain is being read.'
        : `No node: what is said of the chain is on record of ${REGISTRY_CHAIN_ID} elsewhere.`}
    </p>
  )
}
