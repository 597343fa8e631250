import type { DemoLine, DemoLineSocket, SocketMessage } from './demo-line.ts'

/** What pages use of a WebSocket. */
export interface DemoSocket {
  addEventListener(type: 'open' | 'error', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: 'close', listener: (event: { readonly code: number }) => void): void
  send(text: string): void
  close(): void
}

export type DemoSocketConstructor = new (url: string) => DemoSocket

/** Codes of the WebSocket protocol (RFC 6455, 7.4.1): ended without a code, and without a farewell. */
const NO_STATUS = 1005
const ABNORMAL = 1006

/** A `WebSocket` that reaches the demo chain's endpoints and nothing else. `endpoints`: names by origin, `https:`. */
export function createDemoWebSocket(
  line: DemoLine,
  endpoints: ReadonlyMap<string, string>,
): DemoSocketConstructor {
  return class implements DemoSocket {
    private readonly listeners: [string, (event: never) => void][] = []
    private readonly far: DemoLineSocket | undefined
    private hasEnded = false

    constructor(url: string) {
      const { protocol, host, pathname } = new URL(url)
      const scheme = protocol === 'wss:' ? 'https:' : protocol === 'ws:' ? 'http:' : protocol
      const endpoint = pathname === '/websocket' ? endpoints.get(`${scheme}//${host}`) : undefined
      if (endpoint === undefined) queueMicrotask(() => this.end(ABNORMAL))
      else this.far = line.openSocket(endpoint, (message) => this.hear(message))
    }

    addEventListener(type: string, listener: (event: never) => void): void {
      this.listeners.push([type, listener])
    }

    send(text: string): void {
      if (!this.hasEnded) this.far?.send(text)
    }

    close(): void {
      this.far?.close()
      queueMicrotask(() => this.end(NO_STATUS))
    }

    private hear(message: SocketMessage): void {
      if (this.hasEnded) return
      if (message.kind === 'socket-frame') this.tell('message', { data: message.text })
      else if (message.kind === 'socket-closed') this.end(message.isDropped ? ABNORMAL : NO_STATUS)
      else if (message.handshake === 'accepted') this.tell('open', {})
      else if (message.handshake !== 'hang') this.end(ABNORMAL)
    }

    private end(code: number): void {
      if (this.hasEnded) return
      this.hasEnded = true
      this.far?.close()
      if (code === ABNORMAL) this.tell('error', {})
      this.tell('close', { code })
    }

    private tell(type: string, event: object): void {
      for (const [wanted, listener] of this.listeners) {
        if (wanted === type) Reflect.apply(listener, this, [event])
      }
    }
  }
}
