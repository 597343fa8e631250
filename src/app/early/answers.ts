/** An answer read to its end. */
export interface EarlyAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Requests the early script has sent ahead of the app, by `${url}\n${body}`. Each answer is used once. */
export type EarlyAnswers = Map<string, Promise<EarlyAnswer>>

declare global {
  interface Window {
    skylightEarly?: EarlyAnswers
  }
}

export function earlyKey(url: string, body: string): string {
  return `${url}\n${body}`
}

/** A `fetch` that hands out an answer already under way instead of asking again. */
export function withEarlyAnswers(
  fetch: typeof globalThis.fetch,
  answers: EarlyAnswers | undefined,
): typeof globalThis.fetch {
  if (answers === undefined) return fetch
  return (input, init) => {
    const body = init?.body
    if (typeof input !== 'string' || typeof body !== 'string') return fetch(input, init)
    const key = earlyKey(input, body)
    const early = answers.get(key)
    if (early === undefined) return fetch(input, init)
    answers.delete(key)
    // A request that failed early is simply made again, so that its failure is told by the usual path.
    return early.then(toResponse).catch(() => fetch(input, init))
  }
}

/** @throws {RangeError} on a status no Response can have, such as that of a redirect not followed */
function toResponse({ status, headers, text }: EarlyAnswer): Response {
  return new Response(text, { status, headers })
}
