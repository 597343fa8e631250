import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { loadScene } from '../../src/demo-chain/replay/load-scene.ts'

const STEADY = join(import.meta.dirname, '..', 'recordings', 'steady')
const HEADS = join(STEADY, 'headers')

interface HttpAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

interface HttpQuestion {
  readonly method: string
  readonly path: string
  readonly headers: Record<string, string>
  readonly body: string
}

function ask(url: string, question: HttpQuestion): Promise<HttpAnswer> {
  const { method, path, headers, body } = question
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, headers, agent: false }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        text += chunk
      })
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** These belong to the connection, or are what a replay adds. */
const NOT_COMPARED = ['connection', 'keep-alive', 'x-replay-now', 'access-control-expose-headers']

/** The heads were taken at heights of which nothing else was recorded: asked here at those that were. */
const RECORDED_INSTEAD: Record<string, string> = {
  '/block?height=27400484': '/block?height=27400494',
  '/validators?height=27400484': '/validators?height=27400495',
  '/blockchain': '/blockchain?minHeight=27400489&maxHeight=27400494',
}

/** Reads the command in the first line of a recorded head; a GET was sent with an origin where CORS answered. */
function readQuestion(firstLine: string, isCors: boolean): HttpQuestion {
  const [, verb, url] = /^# (GET|HEAD) (\S+)$/.exec(firstLine) ?? []
  const origin: Record<string, string> = isCors ? { Origin: 'https://app.example' } : {}
  if (verb !== undefined && url !== undefined) {
    const path = url.replace(/^http:\/\/[^/]+/, '')
    return { method: verb, path: RECORDED_INSTEAD[path] ?? path, headers: origin, body: '' }
  }
  const headers: Record<string, string> = {}
  for (const [, name = '', value = ''] of firstLine.matchAll(/-H ([\w-]+): (\S+)/g)) {
    headers[name] = value
  }
  const body = /-d (\{.*\}) http/.exec(firstLine)?.[1] ?? ''
  const method = /-X (\w+)/.exec(firstLine)?.[1] ?? 'POST'
  return { method, path: '/', headers, body }
}

function readHead(text: string): { status: number; headers: Record<string, string> } {
  const [, statusLine = '', ...lines] = (text.split('\n\n')[0] ?? '')
    .replaceAll('\r', '')
    .split('\n')
  const headers: Record<string, string> = {}
  for (const line of lines.filter((one) => one.includes(': '))) {
    const [name = '', ...value] = line.split(': ')
    headers[name.toLowerCase()] = value.join(': ')
  }
  return { status: Number(statusLine.split(' ')[1]), headers }
}

describe('heads of replies, over HTTP', () => {
  let archive: ReplayNode
  let nocors: ReplayNode

  beforeAll(async () => {
    const scene = await loadScene(STEADY)
    archive = await startReplayNode({ scene })
    nocors = await startReplayNode({ scene, as: 'nocors' })
  })
  afterAll(() => Promise.all([archive.close(), nocors.close()]))

  const files = readdirSync(HEADS).filter((name) => name.endsWith('.txt'))

  it.each(files)('answers as in %s, header by header', async (file) => {
    const text = readFileSync(join(HEADS, file), 'utf8')
    const isCors = file.startsWith('archive')
    const node = isCors ? archive : nocors
    const question = readQuestion(text.split('\n')[0]?.trim() ?? '', isCors)
    const answer = await ask(node.url, question)
    const expected = readHead(text.replaceAll('\r', ''))
    const headers = { ...answer.headers }
    for (const name of NOT_COMPARED) delete headers[name]
    // Its status was recorded seconds before its heads, one height lower: only the length could tell.
    expect({ status: answer.status, headers }).toEqual({
      status: expected.status,
      headers: { ...expected.headers },
    })
  })

  it('says at what time it stands still, in every reply and readable by a page', async () => {
    const origin = { Origin: 'https://app.example' }
    const preflight = { ...origin, 'Access-Control-Request-Method': 'POST' }
    const answers = [
      await ask(archive.url, { method: 'GET', path: '/health', headers: origin, body: '' }),
      await ask(archive.url, { method: 'GET', path: '/nosuch', headers: origin, body: '' }),
      await ask(archive.url, { method: 'POST', path: '/', headers: origin, body: '{' }),
      await ask(archive.url, { method: 'OPTIONS', path: '/', headers: preflight, body: '' }),
    ]
    // Newest block that is handed out: 03:05:26.058 in GET /status. Plus 2 s.
    for (const answer of answers) {
      expect(answer.headers['x-replay-now']).toBe('2026-11-21T03:05:28.058Z')
    }
    expect(answers[0]?.headers['access-control-expose-headers']).toBe('X-Replay-Now')
    expect(archive.now.toISOString()).toBe('2026-11-21T03:05:28.058Z')
  })

  it('counts requests, and the calls of a batch singly, so that tests can count at the node', async () => {
    archive.requests.reset()
    const call = (id: number): object => ({ jsonrpc: '2.0', id, method: 'health', params: {} })
    const post = (body: string): Promise<HttpAnswer> =>
      ask(archive.url, { method: 'POST', path: '/', headers: {}, body })
    const batch = await post(JSON.stringify([call(1), call(2), call(3)]))
    expect(JSON.parse(batch.body)).toHaveLength(3)
    const lonely = await post(JSON.stringify([call(9)]))
    // CometBFT answers a batch of one with an object.
    expect(lonely.body).toBe('{"jsonrpc":"2.0","id":9,"result":{}}')
    const { httpRequests, calls, entries } = archive.requests
    expect([httpRequests, calls, entries[1]?.body]).toEqual([2, 4, JSON.stringify([call(9)])])
  })

  it('refuses a body above 1 MB as a node does', async () => {
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'health',
      pad: 'x'.repeat(1_000_000),
    })
    const answer = await ask(archive.url, { method: 'POST', path: '/', headers: {}, body })
    expect([answer.status, JSON.parse(answer.body).error.data]).toEqual([
      400,
      'error reading request body: http: request body too large',
    ])
  })

  it('tells that a port is taken, and takes none but loopback addresses', async () => {
    const port = Number(new URL(archive.url).port)
    await expect(startReplayNode({ scene: STEADY, port })).rejects.toThrow(`port ${port} is taken`)
    await expect(startReplayNode({ scene: STEADY, host: '0.0.0.0' })).rejects.toThrow(
      '0.0.0.0 is not a loopback address',
    )
  })
})
