import type { ReactNode } from 'react'
import type { LinkTable } from '../../domain/link/link.ts'
import { REGISTRY_CHAIN_ID } from '../../domain/registry/registry.ts'
import type { Source } from '../../domain/source.ts'
import { SourceNote } from '../page/SourceNote.tsx'
import { ScopeNote } from './ScopeNote.tsx'

export interface LinkSourceNoteProps {
  /** The links, and what they were made from; undefined while the chain is being read. */
  readonly linked:
    | {
        readonly basis:
          | { readonly kind: 'chain'; readonly source: Source; readonly isWhole: boolean }
          | { readonly kind: 'record' }
        readonly table: Pick<LinkTable, 'chainId' | 'scope'>
      }
    | undefined
  /** As of when the documents are known. */
  readonly documents: ReactNode
  readonly now: Date
}

/** Where what is said of AEPs comes from: the documents, and the chain or the record of one; and what of it holds here. */
export function LinkSourceNote({ linked, documents, now }: LinkSourceNoteProps) {
  return (
    <>
      {linked?.basis.kind === 'chain' ? (
        <SourceNote
          source={linked.basis.source}
          now={now}
          definition="Links are made from the titles, summaries and messages of proposals, the applied upgrades and the chain's plan at this height, and from the committed registry of AEPs. Delivery follows from the links alone; the status is the document's own word."
        >
          {documents} {!linked.basis.isWhole && 'Older proposals are still to be read.'}
        </SourceNote>
      ) : (
        <p className="mt-3 border-t border-dotted border-rule-strong pt-1 text-xs text-ink-3">
          {documents}{' '}
          {linked === undefined
            ? 'The chain is being read.'
            : `No node: what is said of the chain is on record of ${REGISTRY_CHAIN_ID} elsewhere.`}
        </p>
      )}
      {linked !== undefined && (
        <div className="mt-3 empty:hidden">
          <ScopeNote table={linked.table} />
        </div>
      )}
    </>
  )
}
