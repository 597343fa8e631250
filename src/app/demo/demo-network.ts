import type { WebSocketConstructor } from '../../rpc/websocket.ts'

/** What the page needs of the demo chain: something that answers requests, and something that tells events. */
export interface DemoNetwork {
  readonly fetch: typeof globalThis.fetch
  readonly WebSocket: WebSocketConstructor
  /** Moves its clock on to shortly before its next upgrade; gives by how many milliseconds it is ahead then. */
  readonly jumpToUpgrade?: () => Promise<number | undefined>
}

/** Opens the demo chain when it is first needed, once a page. One that did not come is tried again. */
export function createDemoOpener(load: () => Promise<DemoNetwork>): () => Promise<DemoNetwork> {
  let opened: Promise<DemoNetwork> | undefined
  const open = (): Promise<DemoNetwork> => {
    const opening = load()
    opening.catch(() => {
      opened = undefined
    })
    return opening
  }
  return () => {
    opened ??= open()
    return opened
  }
}
