import { deliverBody } from './demo-body.ts'
import type { WireReplyMessage } from './demo-line.ts'

/** Headers every page may read (Fetch standard, CORS-safelisted response-header name). */
const SAFELISTED = [
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]

const REDIRECTS = [301, 302, 303, 307, 308]
const WITHOUT_BODY = [204, 205, 304]

/** What a browser says of every request that failed for a reason it keeps to itself. */
export function failedToFetch(): TypeError {
  return new TypeError('Failed to fetch')
}

/**
 * What a page gets to see of a reply from another origin, as the Fetch standard has it: nothing without the server's
 * leave, no more of a redirect than that it is one, and only the headers it may read.
 * @throws {TypeError} where a browser's fetch fails
 */
export function toResponse(
  reply: WireReplyMessage,
  request: Request,
  signal: AbortSignal,
): Response {
  const { status, body, delivery } = reply
  const headers = new Headers(reply.headers)
  if (request.mode === 'no-cors') return filteredResponse('opaque')
  if (!headers.has('access-control-allow-origin')) throw failedToFetch()
  if (REDIRECTS.includes(status)) {
    // There is nothing to follow a redirect to.
    if (request.redirect !== 'manual') throw failedToFetch()
    return filteredResponse('opaqueredirect')
  }
  const isEmpty = WITHOUT_BODY.includes(status) || request.method === 'HEAD'
  return new Response(isEmpty ? null : deliverBody(body, delivery, signal), {
    status,
    headers: readable(headers),
  })
}

function readable(headers: Headers): [string, string][] {
  const exposed = (headers.get('access-control-expose-headers') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
  return [...headers].filter(([name]) => SAFELISTED.includes(name) || exposed.includes(name))
}

/** A response of which nothing shows; a page's own constructor makes none of these types. */
function filteredResponse(type: ResponseType): Response {
  return Object.defineProperties(new Response(null), {
    type: { value: type },
    status: { value: 0 },
    ok: { value: false },
  })
}
