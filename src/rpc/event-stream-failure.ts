/** Why no events come from an endpoint. */
export type EventStreamFailure =
  /** The program has no WebSocket. */
  | { readonly kind: 'no-websocket' }
  /** A ws:// connection from an https page: browsers forbid it. */
  | { readonly kind: 'mixed-content' }
  | { readonly kind: 'not-consented' }
  /** Never opened. Browsers do not say why: down, or a proxy that forwards no WebSocket. */
  | { readonly kind: 'not-opened' }
  | { readonly kind: 'timeout'; readonly timeoutMs: number }
  /** It was open and ended. */
  | { readonly kind: 'dropped'; readonly code: number }
  /** The node ended a subscription: it was stopped, or the reader was too slow. `reason` is a stranger's text. */
  | { readonly kind: 'cancelled'; readonly reason: string }
  /** CometBFT's `max_subscription_clients` or `max_subscriptions_per_client`. */
  | { readonly kind: 'too-many-subscriptions' }
  /** The node does not take the subscription. `reason` is a stranger's text. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'too-large'; readonly maxChars: number }
  | { readonly kind: 'junk' }

export type EventStreamFailureKind = EventStreamFailure['kind']

/** One sentence for the reader. */
export function describeEventStreamFailure(failure: EventStreamFailure, endpoint: string): string {
  switch (failure.kind) {
    case 'no-websocket':
      return 'This program has no WebSocket.'
    case 'mixed-content':
      return `An https page may not open an unencrypted WebSocket to ${endpoint}.`
    case 'not-consented':
      return `${endpoint} was not agreed to, so no WebSocket was opened.`
    case 'not-opened':
      return `${endpoint} does not open a WebSocket.`
    case 'timeout':
      return `${endpoint} did not take a subscription within ${failure.timeoutMs / 1000} s.`
    case 'dropped':
      return `${endpoint} ended the WebSocket (code ${failure.code}).`
    case 'cancelled':
      return `${endpoint} cancelled the subscription.`
    case 'too-many-subscriptions':
      return `${endpoint} has no subscription left for this reader.`
    case 'refused':
      return `${endpoint} refused the subscription.`
    case 'too-large':
      return `${endpoint} sent an event of more than ${failure.maxChars} characters.`
    case 'junk':
      return `${endpoint} sent something that is not an event on its WebSocket.`
  }
}

const LASTING: ReadonlySet<EventStreamFailureKind> = new Set([
  'no-websocket',
  'mixed-content',
  'not-consented',
  'refused',
])

/** Whether connecting again cannot help. */
export function isLastingStreamFailure({ kind }: EventStreamFailure): boolean {
  return LASTING.has(kind)
}
