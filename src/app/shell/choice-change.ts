import type { ChoiceChange } from '../../views/nodes/NodesView.tsx'

/** The change under way. Another list of nodes is another screen, which says and focuses what led to it. */
let pending: ChoiceChange | undefined

export function rememberChange(change: ChoiceChange): void {
  pending = change
}

/** The change that led to the screen just shown; each is given once. */
export function takeChange(): ChoiceChange | undefined {
  const change = pending
  pending = undefined
  return change
}
