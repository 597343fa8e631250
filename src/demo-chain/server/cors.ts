/** Headers of a reply, in the spelling a node uses. */
export type ReplyHeaders = { [name: string]: string }

const ALLOWED_METHODS = ['HEAD', 'GET', 'POST']
const ALLOWED_HEADERS = ['origin', 'accept', 'content-type', 'x-requested-with', 'x-server-time']

/** A request's header by its lower-case name; undefined when it was not sent. */
export type HeaderLookup = (name: string) => string | undefined

/** Whether a request is a CORS preflight, which a node with CORS answers itself. */
export function isPreflight(httpMethod: string, header: HeaderLookup): boolean {
  return httpMethod === 'OPTIONS' && (header('access-control-request-method') ?? '') !== ''
}

/**
 * Headers of the 204 a node with `cors_allowed_origins = ["*"]` answers a preflight with. The allowing ones are missing
 * when the page may not go on (steady/headers/archive-options-preflight-*.txt).
 */
export function preflightHeaders(header: HeaderLookup): ReplyHeaders {
  const headers: ReplyHeaders = {
    Vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
  }
  const method = header('access-control-request-method') ?? ''
  const asked = (header('access-control-request-headers') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')
  const isAllowed =
    (header('origin') ?? '') !== '' &&
    ALLOWED_METHODS.includes(method.toUpperCase()) &&
    asked.every((name) => ALLOWED_HEADERS.includes(name))
  if (!isAllowed) return headers
  if (asked.length > 0) headers['Access-Control-Allow-Headers'] = asked.join(', ')
  headers['Access-Control-Allow-Methods'] = method.toUpperCase()
  headers['Access-Control-Allow-Origin'] = '*'
  return headers
}

/** Headers CORS adds to every other reply. `exposed`: names a page may read beside the safelisted ones. */
export function corsHeaders(header: HeaderLookup, exposed: readonly string[]): ReplyHeaders {
  if ((header('origin') ?? '') === '') return { Vary: 'Origin' }
  const headers: ReplyHeaders = { 'Access-Control-Allow-Origin': '*', Vary: 'Origin' }
  if (exposed.length > 0) headers['Access-Control-Expose-Headers'] = exposed.join(', ')
  return headers
}
