import type { Failure } from '../../domain/failure.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { REGISTRY_CHAIN_ID } from '../../domain/registry/registry.ts'
import { Button } from '../controls/Button.tsx'
import { Callout } from '../page/Callout.tsx'

export interface ChainFailureNoteProps {
  /** How far the chain is read. */
  readonly chain:
    | { readonly kind: 'reading' | 'read' }
    | { readonly kind: 'partly'; readonly failure: Failure | undefined }
    | { readonly kind: 'failed'; readonly failure: Failure }
  /** What is on record of akashnet-2 stands in for the chain. */
  readonly isRecord: boolean
  readonly onRetry: () => void
}

/** Says that the chain, or part of it, could not be read, and whose word stands in its place; nothing where it could. */
export function ChainFailureNote({ chain, isRecord, onRetry }: ChainFailureNoteProps) {
  const failure = 'failure' in chain ? chain.failure : undefined
  if (failure === undefined) return null
  return (
    <Callout
      tone="warn"
      title={
        chain.kind === 'partly'
          ? 'Not all of the chain could be read'
          : 'The chain could not be read'
      }
    >
      <p>
        {sanitizeChainText(failure.sentence)}{' '}
        {isRecord
          ? `What is said of the chain below is what is on record of ${REGISTRY_CHAIN_ID} elsewhere, not what a node told.`
          : 'What was read stays below; more may be found once the rest is there.'}
      </p>
      <div className="mt-2">
        <Button onClick={onRetry}>Try again</Button>
      </div>
    </Callout>
  )
}
