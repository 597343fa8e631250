import type { ServerResponse } from 'node:http'
import type { Delivery } from '../server/delivery.ts'
import { WHOLE } from '../server/delivery.ts'
import type { WireReply } from '../server/node-server.ts'

/** Go's net/http knows the length of what it sends up to here, and chunks what is longer. */
const LONGEST_UNCHUNKED_BYTES = 2048

/** Sends a reply the way its delivery says. */
export function sendReply(reply: WireReply, httpMethod: string, response: ServerResponse): void {
  const delivery = reply.delivery ?? WHOLE
  response.sendDate = false
  switch (delivery.kind) {
    case 'reset':
      response.socket?.resetAndDestroy()
      return
    case 'hang':
      return
    case 'late': {
      const timer = setTimeout(() => sendWhole(reply, httpMethod, response), delivery.afterMs)
      response.once('close', () => clearTimeout(timer))
      return
    }
    case 'trickle':
      sendSlowly(reply, delivery, response)
      return
    case 'cut':
      sendPart(reply, delivery, response)
      return
    case 'whole':
      sendWhole(reply, httpMethod, response)
  }
}

function sendWhole(reply: WireReply, httpMethod: string, response: ServerResponse): void {
  const body = Buffer.from(reply.body, 'utf8')
  const headers = { ...reply.headers }
  if (reply.status !== 204 && body.length <= LONGEST_UNCHUNKED_BYTES) {
    headers['Content-Length'] = String(body.length)
  }
  response.writeHead(reply.status, headers)
  if (httpMethod !== 'HEAD' && body.length > 0) response.write(body)
  response.end()
}

const SPOONS_PER_SECOND = 8

function sendSlowly(
  reply: WireReply,
  { bytesPerSecond }: Extract<Delivery, { kind: 'trickle' }>,
  response: ServerResponse,
): void {
  const body = Buffer.from(reply.body, 'utf8')
  const spoon = Math.max(1, Math.round(bytesPerSecond / SPOONS_PER_SECOND))
  let sent = 0
  response.writeHead(reply.status, reply.headers)
  response.flushHeaders()
  const timer = setInterval(() => {
    response.write(body.subarray(sent, sent + spoon))
    sent += spoon
    if (sent >= body.length) response.end()
  }, 1000 / SPOONS_PER_SECOND)
  response.once('close', () => clearInterval(timer))
  response.once('finish', () => clearInterval(timer))
}

/** Announces the whole length, so that the reader can tell that the rest is missing. */
function sendPart(
  reply: WireReply,
  { afterBytes }: Extract<Delivery, { kind: 'cut' }>,
  response: ServerResponse,
): void {
  const body = Buffer.from(reply.body, 'utf8')
  response.writeHead(reply.status, { ...reply.headers, 'Content-Length': String(body.length) })
  response.write(body.subarray(0, afterBytes), () => response.destroy())
}
