import { formatInteger } from './format-integer.ts'

/** What a node can do besides answering; undefined where it is not known. */
export interface NodeAbilities {
  readonly earliestHeight: bigint | undefined
  readonly hasTxIndex: boolean | undefined
  readonly hasWebSocket: boolean | undefined
  /** Whether a page of another site may read its answers. */
  readonly allowsPages: boolean | undefined
}

export interface MissingAbility {
  readonly kind: 'history' | 'index' | 'events' | 'pages'
  /** What the reader goes without. */
  readonly sentence: string
}

/** What each ability a node lacks costs the reader. What is not known is not claimed to be missing. */
export function listMissingAbilities(abilities: NodeAbilities): readonly MissingAbility[] {
  const { earliestHeight, hasTxIndex, hasWebSocket, allowsPages } = abilities
  const missing: MissingAbility[] = []
  if (allowsPages === false) {
    const sentence =
      'No permission for pages of other sites (CORS): this browser gets its answers and may not show them. "npm start -- --rpc" on your own machine reads it.'
    missing.push({ kind: 'pages', sentence })
  }
  if (earliestHeight !== undefined && earliestHeight > 1n) {
    const sentence = `Its blocks begin at ${formatInteger(earliestHeight)} and its state may begin later: figures of older heights need another node.`
    missing.push({ kind: 'history', sentence })
  }
  if (hasTxIndex === false) {
    const sentence =
      'No transaction index: the votes of ended proposals, which the chain deletes, cannot be found with it.'
    missing.push({ kind: 'index', sentence })
  }
  if (hasWebSocket === false) {
    const sentence =
      'No WebSocket: it is asked for new blocks every few seconds, instead of telling them as they come.'
    missing.push({ kind: 'events', sentence })
  }
  return missing
}
