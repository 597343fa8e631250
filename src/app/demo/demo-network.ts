import type { WebSocketConstructor } from '../../rpc/websocket.ts'

/** What the page needs of the demo chain: something that answers requests, and something that tells events. */
export interface DemoNetwork {
  readonly fetch: typeof globalThis.fetch
  readonly WebSocket: WebSocketConstructor
}

/** Opens the demo chain when it is first needed, once a page. Code that did not come is asked for again. */
export function createDemoOpener(load: () => Promise<DemoNetwork>): () => Promise<DemoNetwork> {
  let opened: Promise<DemoNetwork> | undefined
  return () => {
    opened ??= load()
    opened.catch(() => {
      opened = undefined
    })
    return opened
  }
}
