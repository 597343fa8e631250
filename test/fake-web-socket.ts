import type { WebSocketConstructor, WebSocketLike } from '../src/rpc/websocket.ts'

/** A WebSocket whose far end is the test. */
export interface FakeSocket {
  readonly url: string
  /** Frames sent, parsed. */
  readonly sent: readonly unknown[]
  readonly isClosed: boolean
  /** The handshake succeeds. */
  open(): void
  /** The far end sends a frame; an object travels as JSON. */
  receive(frame: unknown): void
  /** The far end, or the network, ends it. */
  drop(code?: number): void
}

/** A WebSocket constructor and the sockets it made, oldest first. */
export function createFakeWebSockets(): {
  readonly WebSocket: WebSocketConstructor
  readonly sockets: readonly FakeSocket[]
} {
  const sockets: FakeSocket[] = []
  class FakeWebSocket implements WebSocketLike {
    private readonly listeners: [string, (event: never) => void][] = []
    private readonly url: string
    private isClosed = false
    private readonly sent: unknown[] = []

    constructor(url: string) {
      this.url = url
      sockets.push(this.farEnd())
    }

    addEventListener(type: string, listener: (event: never) => void): void {
      this.listeners.push([type, listener])
    }

    send(text: string): void {
      this.sent.push(JSON.parse(text))
    }

    close(): void {
      if (this.isClosed) return
      this.isClosed = true
      this.tell('close', { code: 1005 })
    }

    private tell(type: string, event: object): void {
      for (const [wanted, listener] of this.listeners) {
        if (wanted === type) Reflect.apply(listener, this, [event])
      }
    }

    private farEnd(): FakeSocket {
      const isClosed = () => this.isClosed
      return {
        url: this.url,
        sent: this.sent,
        get isClosed() {
          return isClosed()
        },
        open: () => this.tell('open', {}),
        receive: (frame) => {
          const isRaw = typeof frame === 'string' || frame instanceof Uint8Array
          this.tell('message', { data: isRaw ? frame : JSON.stringify(frame) })
        },
        drop: (code = 1006) => {
          this.isClosed = true
          this.tell('error', {})
          this.tell('close', { code })
        },
      }
    }
  }
  return { WebSocket: FakeWebSocket, sockets }
}
