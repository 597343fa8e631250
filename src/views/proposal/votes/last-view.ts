import type { VoteView } from '../../../queries/votes.ts'

/** The last picture of a vote that could be read, and the chain choice (`Chain.key`) it was read with. */
export interface LastView<View = VoteView> {
  readonly chainKey: string
  readonly view: View
}

/**
 * What stays on screen when the picture of a new height cannot be read: the last one, with its own height beneath. Not
 * that of another proposal, nor one read from other nodes or at a height the reader has gone away from.
 * @returns `last` itself where nothing has changed
 */
export function keepLastView<View extends { readonly proposal: { readonly id: bigint } }>(
  last: LastView<View> | undefined,
  newest: View | undefined,
  { chainKey, id }: { readonly chainKey: string; readonly id: bigint },
): LastView<View> | undefined {
  const isSame = last?.chainKey === chainKey && last.view.proposal.id === id
  if (newest === undefined || newest.proposal.id !== id) return isSame ? last : undefined
  return isSame && last.view === newest ? last : { chainKey, view: newest }
}
