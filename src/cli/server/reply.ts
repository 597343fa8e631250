import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'

/** Sent with everything this server answers. */
export const COMMON_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const

/** Why this server itself refuses or fails, as `forwarder.kind` in the body and in a header. */
export interface Refusal {
  readonly status: number
  readonly kind: string
  readonly message: string
  readonly headers?: OutgoingHttpHeaders
}

/**
 * Answers in this server's own name: `{"forwarder": {kind, message}}`, with the kind in `X-Skylight-Forwarder` too, so
 * that the app can tell it from a node's answer.
 */
export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  const body = refusalBody(refusal)
  response.writeHead(refusal.status, {
    ...COMMON_HEADERS,
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Skylight-Forwarder': refusal.kind,
    ...refusal.headers,
  })
  response.end(body)
}

export function refusalBody({ kind, message }: Refusal): string {
  return `${JSON.stringify({ forwarder: { kind, message } })}\n`
}
