const PREFIX = 'skydemo-'

/** Whether a chain is the product's own invention, so that nobody takes its figures for a real network's. */
export function isDemoChainId(chainId: string): boolean {
  return chainId.startsWith(PREFIX)
}

/** Chain id of the demo chain of one epoch; `seed` 1 is the usual world. */
export function formatDemoChainId(epoch: number, seed: number): string {
  return seed === 1 ? `${PREFIX}${epoch}` : `${PREFIX}${epoch}-${seed}`
}
