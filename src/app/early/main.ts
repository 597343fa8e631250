import { nodeFactsRequests } from '../../chain/node.ts'
import { choosePin } from '../../domain/pin.ts'
import { encodeRequestBody } from '../../rpc/json-rpc.ts'
import { readBody } from '../../rpc/read-body.ts'
import type { RpcRequest } from '../../rpc/transport.ts'
import { type EarlyAnswer, type EarlyAnswers, earlyKey } from './answers.ts'
import { earlyListRequests } from './list-requests.ts'
import { hasVisited } from './visits.ts'

/** The limits of the app's own requests, which the app cannot set on these. */
const TIMEOUT_MS = 10_000
const MAX_BYTES = 32 * 1_048_576

/**
 * Sends the first requests while the app is still on its way over the wire. It stands inline in index.html, so it stays
 * small; the app makes the same requests byte for byte and finds them answered. Whatever goes wrong here goes wrong
 * there again, where there are words for it.
 */
function start(): void {
  const config = readBlock('skylight-config')
  // There the screen, and an endpoint in a link, stand behind the `#`.
  if (read(config, 'history') === 'hash') return
  preloadScreen()
  const parameters = new URLSearchParams(location.search)
  // An endpoint in a link must be agreed to first, and another height or network makes other requests.
  if (['rpc', 'network', 'height'].some((name) => parameters.has(name))) return
  const url = firstEndpoint(config)
  if (url === undefined) return
  const answers: EarlyAnswers = new Map()
  window.skylightEarly = answers
  const facts = send(answers, url, nodeFactsRequests())
  if (!['/', '/proposals'].includes(location.pathname) || hasVisited(url)) return
  facts
    .then(({ text }) => {
      const height = pinOf(JSON.parse(text))
      if (height !== undefined) void send(answers, url, earlyListRequests(height))
    })
    .catch(() => undefined)
}

/** The files of the screen the address names, which the entry would only ask for once it runs. */
function preloadScreen(): void {
  const screens = readBlock('skylight-screens')
  const path = location.pathname.replace(/^(\/[^/]+\/).*$/, '$1')
  const files = read(screens, path)
  if (!Array.isArray(files)) return
  for (const file of files) {
    if (typeof file !== 'string') continue
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = file
    document.head.append(link)
  }
}

/** A data block of the page; undefined when there is none, or no JSON in it. */
function readBlock(id: string): unknown {
  try {
    return JSON.parse(document.getElementById(id)?.textContent ?? '')
  } catch {
    return undefined
  }
}

function firstEndpoint(config: unknown): string | undefined {
  const url = read(read(read(config, 'endpoints'), '0'), 'url')
  return typeof url === 'string' && URL.canParse(url, location.origin)
    ? new URL(url, location.origin).href
    : undefined
}

function send(
  answers: EarlyAnswers,
  url: string,
  requests: readonly RpcRequest[],
): Promise<EarlyAnswer> {
  const body = encodeRequestBody(requests)
  const answer = post(url, body)
  // Whoever takes it hears of a failure; until then it is nobody's unhandled one.
  answer.catch(() => undefined)
  answers.set(earlyKey(url, body), answer)
  return answer
}

async function post(url: string, body: string): Promise<EarlyAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    body,
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const text = await readBody(response, MAX_BYTES)
  return { status: response.status, headers: response.headers, text }
}

/**
 * The height the app will choose, unless the chain is halted for an upgrade just now: then the app asks for another one
 * and this was one request in vain. undefined when it cannot be read.
 */
function pinOf(replies: unknown): bigint | undefined {
  const latest = read(read(result(replies, 0), 'sync_info'), 'latest_block_height')
  if (typeof latest !== 'string' || !/^\d+$/.test(latest)) return undefined
  return choosePin({
    explicitHeight: undefined,
    latestHeight: BigInt(latest),
    planHeight: undefined,
    lastAppliedHeight: undefined,
  }).height
}

function result(replies: unknown, id: number): unknown {
  const reply = Array.isArray(replies) ? replies.find((one) => read(one, 'id') === id) : undefined
  return read(reply, 'result')
}

function read(json: unknown, key: string): unknown {
  return typeof json === 'object' && json !== null ? Reflect.get(json, key) : undefined
}

start()
