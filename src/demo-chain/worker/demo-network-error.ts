/** The demo chain is not there. `cause` is what stopped it, where that is known. */
export class DemoNetworkError extends Error {
  override readonly name = 'DemoNetworkError'
}
