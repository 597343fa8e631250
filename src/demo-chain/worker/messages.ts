import type { ReplyHeaders } from '../server/cors.ts'
import type { Delivery, Handshake } from '../server/delivery.ts'

/**
 * What a page says to the worker that holds the demo chain. `id` names a request, a socket or a change, and is chosen by
 * the page.
 */
export type PageMessage =
  /** Comes first. `nowMs`: the time at which the chain's clock stands still; undefined for one that goes. */
  | { readonly kind: 'boot'; readonly seed: number | undefined; readonly nowMs: number | undefined }
  | {
      readonly kind: 'request'
      readonly id: number
      readonly endpoint: string
      readonly httpMethod: string
      readonly target: string
      /** Names in lower case. */
      readonly headers: ReplyHeaders
      readonly body: string
    }
  /** Nobody waits for the reply any more. */
  | { readonly kind: 'abort'; readonly id: number }
  | { readonly kind: 'socket-open'; readonly id: number; readonly endpoint: string }
  | { readonly kind: 'socket-frame'; readonly id: number; readonly text: string }
  | { readonly kind: 'socket-close'; readonly id: number }
  | {
      readonly kind: 'set-faults'
      readonly id: number
      readonly endpoint: string
      readonly faults: readonly string[]
    }
  /** Moves the chain's clock on to shortly before its next upgrade. */
  | { readonly kind: 'jump'; readonly id: number }

/** What the worker says. */
export type WorkerMessage =
  /** `bootMs`: from the boot message until the endpoints answered. */
  | { readonly kind: 'booted'; readonly bootMs: number }
  | { readonly kind: 'failed'; readonly reason: string }
  | {
      readonly kind: 'reply'
      readonly id: number
      readonly status: number
      readonly headers: ReplyHeaders
      readonly body: string
      readonly delivery: Delivery
    }
  | { readonly kind: 'socket-handshake'; readonly id: number; readonly handshake: Handshake }
  | { readonly kind: 'socket-frame'; readonly id: number; readonly text: string }
  /** `isDropped`: without a farewell. */
  | { readonly kind: 'socket-closed'; readonly id: number; readonly isDropped: boolean }
  /** `refusal`: why the faults stay as they are; undefined when they were exchanged. */
  | { readonly kind: 'faults-set'; readonly id: number; readonly refusal: string | undefined }
  /** `aheadMs`: by how much the chain's clock is now ahead of the worker's; undefined when it was not moved. */
  | { readonly kind: 'jumped'; readonly id: number; readonly aheadMs: number | undefined }

/** One end of the line between page and worker. */
export interface MessageEnd<Sent, Received> {
  send(message: Sent): void
  /** Called once, before anything is sent. */
  listen(listener: (message: Received) => void): void
}

/** A worker, the inside of one, or a MessagePort. */
interface MessageTarget {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
  start?(): void
}

export function messageEnd<Sent, Received>(target: MessageTarget): MessageEnd<Sent, Received> {
  return {
    send: (message) => target.postMessage(message),
    listen(listener) {
      target.addEventListener('message', ({ data }) => listener(data))
      target.start?.()
    },
  }
}
