import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Asset } from './assets.ts'
import { chooseEncoding } from './encoding.ts'
import { COMMON_HEADERS } from './reply.ts'

/** Sends a file in the best form the client takes, or 304 when the client has it. */
export function sendAsset(
  request: IncomingMessage,
  response: ServerResponse,
  asset: Asset,
  headers: OutgoingHttpHeaders = {},
): void {
  const encoding = chooseEncoding(request.headers['accept-encoding'])
  const encoded = encoding === undefined ? undefined : asset.encoded[encoding]
  const body = encoded ?? asset.body
  const tag = `"${asset.tag}${encoded === undefined ? '' : `-${encoding}`}"`
  const common: OutgoingHttpHeaders = {
    ...COMMON_HEADERS,
    ...headers,
    'Cache-Control': asset.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: tag,
    Vary: 'Accept-Encoding',
  }
  if (hasTag(request.headers['if-none-match'], tag)) {
    response.writeHead(304, common).end()
    return
  }
  response.writeHead(200, {
    ...common,
    'Content-Type': asset.type,
    'Content-Length': body.length,
    ...(encoded === undefined ? {} : { 'Content-Encoding': encoding }),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function hasTag(ifNoneMatch: string | undefined, tag: string): boolean {
  const known = (ifNoneMatch ?? '').split(',').map((entry) => entry.trim().replace(/^W\//, ''))
  return known.includes(tag) || known.includes('*')
}
