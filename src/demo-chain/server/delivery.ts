/** How a reply reaches the client. Nodes deliver whole; what stands in front of them may not. */
export type Delivery =
  | { readonly kind: 'whole' }
  /** The connection is refused or reset before anything was sent. */
  | { readonly kind: 'reset' }
  /** The request is taken and nothing ever comes. */
  | { readonly kind: 'hang' }
  /** All of it, after a time. */
  | { readonly kind: 'late'; readonly afterMs: number }
  /** A few bytes at a time. */
  | { readonly kind: 'trickle'; readonly bytesPerSecond: number }
  /** The connection ends after a part of what was announced. */
  | { readonly kind: 'cut'; readonly afterBytes: number }

export const WHOLE: Delivery = { kind: 'whole' }

/** How an endpoint meets the opening handshake of a WebSocket; `reset` and `hang` as of a reply. */
export type Handshake = 'accepted' | 'refused' | 'reset' | 'hang'
