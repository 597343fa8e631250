/** What is used of a WebSocket: the browser's own and the package `ws` both are one. */
export interface WebSocketLike {
  addEventListener(type: 'open' | 'error', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: 'close', listener: (event: { readonly code: number }) => void): void
  send(text: string): void
  close(): void
}

export type WebSocketConstructor = new (url: string) => WebSocketLike

/** The running program's own; undefined in Node 20. */
export function findWebSocket(): WebSocketConstructor | undefined {
  return globalThis.WebSocket
}

/**
 * Where an endpoint takes WebSockets: `/websocket` beside its RPC root, over TLS where that is. `/rpc/0` of the local
 * forwarder becomes `/rpc/0/websocket`; a key in the query stays.
 */
export function websocketUrl(endpointUrl: string): string {
  const url = new URL(endpointUrl)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/websocket`
  url.hash = ''
  return url.href
}
