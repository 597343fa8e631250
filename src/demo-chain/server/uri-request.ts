import { ArgumentError, decodeUriArguments } from './arguments.ts'
import type { Arguments, NodeBackend } from './backend.ts'
import { formatAnswer, formatError, URI_REQUEST_ID } from './envelope.ts'
import type { RpcMethod } from './method-table.ts'
import { isCacheableWith } from './post-body.ts'
import { invalidParams, methodNotFound } from './rpc-error.ts'

export interface UriReply {
  readonly status: 200 | 404 | 500
  readonly text: string
  readonly isCacheable: boolean
}

/**
 * Answers the URI form `/<method>?<arguments>`. Unlike POST, every error is an HTTP 500 (steady/275, 276).
 * `target` is path and query as sent.
 */
export async function answerUriRequest(
  backend: NodeBackend,
  method: RpcMethod,
  target: string,
): Promise<UriReply> {
  if (method.socketOnly) {
    return { status: 404, text: formatError(URI_REQUEST_ID, methodNotFound()), isCacheable: false }
  }
  const queryAt = target.indexOf('?')
  const query = new URLSearchParams(queryAt < 0 ? '' : target.slice(queryAt + 1))
  let args: Arguments
  try {
    args = decodeUriArguments(method, query)
  } catch (cause) {
    if (!(cause instanceof ArgumentError)) throw cause
    const error = invalidParams(`error converting http params to arguments: ${cause.message}`)
    return { status: 500, text: formatError(URI_REQUEST_ID, error), isCacheable: false }
  }
  const answer = await backend.answer({
    method: method.name,
    args,
    origin: { kind: 'uri', target },
  })
  return {
    status: answer.kind === 'result' ? 200 : 500,
    text: formatAnswer(URI_REQUEST_ID, answer),
    isCacheable: answer.kind === 'result' && isCacheableWith(method, args),
  }
}
