import { EndpointError } from './errors.ts'
import { explainFetchFailure } from './explain-fetch-failure.ts'
import type { HttpResponse } from './judge-response.ts'
import { BodyTooLargeError, readBody } from './read-body.ts'
import { parseRetryAfter } from './retry-after.ts'
import type { Surroundings } from './surroundings.ts'

export interface PostContext {
  readonly url: string
  /** URL to name in errors. */
  readonly endpoint: string
  readonly fetch: typeof globalThis.fetch
  readonly maxBytes: number
  readonly surroundings: Surroundings
  readonly canProbe: boolean
  readonly hasAnswered: boolean
  readonly now: () => number
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/**
 * One POST, read to its end. The body goes out as text/plain, which CometBFT ignores and browsers send without a
 * preflight; so no header may ever be added here.
 * @throws {EndpointError} when nothing complete came back
 * @throws the signal's reason when aborted
 */
export async function postCalls(
  body: string,
  signal: AbortSignal,
  context: PostContext,
): Promise<HttpResponse> {
  const response = await send(body, signal, context)
  // Browsers hide what is behind a redirect (`opaqueredirect`), Node shows its status.
  const isRedirect = response.type === 'opaqueredirect' || REDIRECTS.has(response.status)
  if (isRedirect) await response.body?.cancel().catch(() => undefined)
  return {
    status: response.status,
    isRedirect,
    contentType: response.headers.get('content-type') ?? '',
    forwarderKind: response.headers.get('x-skylight-forwarder') ?? undefined,
    retryAfterMs: parseRetryAfter(response.headers.get('retry-after'), context.now()),
    text: isRedirect ? '' : await readAll(response, signal, context),
  }
}

async function send(body: string, signal: AbortSignal, context: PostContext): Promise<Response> {
  try {
    return await context.fetch(context.url, {
      method: 'POST',
      body,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    })
  } catch (cause) {
    signal.throwIfAborted()
    if (cause instanceof EndpointError) throw cause
    throw await explainFetchFailure(cause, { ...context, signal })
  }
}

async function readAll(
  response: Response,
  signal: AbortSignal,
  context: PostContext,
): Promise<string> {
  const { endpoint, maxBytes } = context
  const httpStatus = response.status
  try {
    return await readBody(response, maxBytes)
  } catch (cause) {
    signal.throwIfAborted()
    const failure =
      cause instanceof BodyTooLargeError
        ? ({ kind: 'too-large', maxBytes } as const)
        : ({ kind: 'truncated' } as const)
    throw new EndpointError({ failure, endpoint, httpStatus, cause })
  }
}
