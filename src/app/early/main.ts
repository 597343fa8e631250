import { decodeBase64 } from '../../chain/bytes.ts'
import { nodeFactsRequests } from '../../chain/node.ts'
import { decodeAppliedUpgrades, decodeCurrentPlan } from '../../chain/upgrade.ts'
import { choosePin } from '../../domain/pin.ts'
import { listStartRequests } from '../../queries/list-start.ts'
import { encodeRequestBody } from '../../rpc/json-rpc.ts'
import type { RpcRequest } from '../../rpc/transport.ts'
import { type EarlyAnswers, earlyKey } from './answers.ts'
import { hasVisited } from './visits.ts'

/**
 * Sends the first requests while the app is still on its way over the wire. It stands inline in index.html, so it stays
 * small; the app makes the same requests byte for byte and finds them answered. Whatever goes wrong here goes wrong
 * there again, where there are words for it.
 */
function start(): void {
  const parameters = new URLSearchParams(location.search)
  // An endpoint in a link must be agreed to first, and another height or network makes other requests.
  if (['rpc', 'network', 'height'].some((name) => parameters.has(name))) return
  const url = firstEndpoint()
  if (url === undefined) return
  const answers: EarlyAnswers = new Map()
  window.skylightEarly = answers
  const facts = send(answers, url, nodeFactsRequests())
  if (!['/', '/proposals'].includes(location.pathname) || hasVisited(url)) return
  facts.then(
    async (response) => {
      const height = pinOf(await response.clone().json())
      if (height !== undefined) send(answers, url, listStartRequests(height)).catch(() => undefined)
    },
    () => undefined,
  )
}

function firstEndpoint(): string | undefined {
  try {
    const config: unknown = JSON.parse(
      document.getElementById('skylight-config')?.textContent ?? '{}',
    )
    const url = read(read(read(config, 'endpoints'), '0'), 'url')
    return typeof url === 'string' ? new URL(url, location.origin).href : undefined
  } catch {
    return undefined
  }
}

function send(
  answers: EarlyAnswers,
  url: string,
  requests: readonly RpcRequest[],
): Promise<Response> {
  const body = encodeRequestBody(requests)
  const response = fetch(url, {
    method: 'POST',
    body,
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
  })
  answers.set(
    earlyKey(url, body),
    response.then((own) => own.clone()),
  )
  return response
}

/** The height the app will choose from the same answer; undefined when it cannot be read. */
function pinOf(replies: unknown): bigint | undefined {
  const latest = read(read(read(result(replies, 0), 'sync_info'), 'latest_block_height'))
  if (typeof latest !== 'string' || !/^\d+$/.test(latest)) return undefined
  const plan = value(replies, 2)
  const applied = value(replies, 3)
  return choosePin({
    explicitHeight: undefined,
    latestHeight: BigInt(latest),
    planHeight: plan === undefined ? undefined : decodeCurrentPlan(plan)?.height,
    lastAppliedHeight:
      applied === undefined ? undefined : decodeAppliedUpgrades(applied).at(-1)?.height,
  }).height
}

function result(replies: unknown, id: number): unknown {
  const reply = Array.isArray(replies) ? replies.find((one) => read(one, 'id') === id) : undefined
  return read(reply, 'result')
}

function value(replies: unknown, id: number): Uint8Array | undefined {
  const response = read(result(replies, id), 'response')
  const text = read(response, 'value')
  return read(response, 'code') === 0 && typeof text === 'string' ? decodeBase64(text) : undefined
}

function read(json: unknown, key?: string): unknown {
  if (key === undefined) return json
  return typeof json === 'object' && json !== null ? Reflect.get(json, key) : undefined
}

start()
