import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { replayOf } from '../../src/demo-chain/http/replay-node.ts'
import { loadScene } from '../../src/demo-chain/replay/load-scene.ts'
import type { NodeServer, WireReply } from '../../src/demo-chain/server/node-server.ts'
import { createNodeServer } from '../../src/demo-chain/server/node-server.ts'

const RECORDINGS = join(import.meta.dirname, '..', 'recordings')
const SCENES = ['steady', 'market', 'halt', 'halt-partial', 'resumed']

interface Recorded {
  readonly file: string
  readonly endpoint: string
  readonly status: number | null
  readonly httpMethod: string
  readonly target: string
  readonly body: string
  readonly headers: Record<string, string> | undefined
  /** Body of the answer, exactly as it was received. */
  readonly answer: string
}

/** Not reproduced, and why. Everything else answers as recorded. */
const EXCEPTIONS: Record<string, string> = {
  'steady/281-status-pruned-after.json': 'the second answer to a question, minutes after the scene',
  'halt-partial/015-status-noindex.json': 'nobody answered: the process was dead',
}

/** Reads the answer out of the text of the file, so that no JSON library stands between the node and this test. */
function answerText(text: string): string {
  const from = text.indexOf(',"response":') + ',"response":'.length
  const value = JSON.parse(text)
  if (typeof value.response === 'string') return value.response
  const tail = text.trimEnd().endsWith('}') ? text.trimEnd().length - 1 : text.length
  const ends = [',"headers":', ',"responseIsText":', ',"requestIsText":']
    .map((mark) => text.lastIndexOf(mark))
    .filter((at) => at > from)
  return text.slice(from, Math.min(tail, ...ends))
}

function readRecorded(scene: string, name: string): Recorded | undefined {
  const bytes = readFileSync(join(RECORDINGS, scene, name))
  const text = gunzipSync(bytes).toString('utf8')
  const { endpoint, request, status, headers } = JSON.parse(text)
  if (endpoint === undefined) return undefined
  const file = `${scene}/${name.slice(0, -'.gz'.length)}`
  const base = { file, endpoint, status, headers, answer: answerText(text) }
  const [, httpMethod = 'POST', target = '/', body = ''] =
    /^(GET|POST) (\/\S*) ?(.*)$/s.exec(String(request)) ?? []
  if (typeof request === 'string' && target !== '/') return { ...base, httpMethod, target, body }
  if (request === 'GET /') return { ...base, httpMethod: 'GET', target: '/', body: '' }
  const sent = typeof request === 'string' ? request : JSON.stringify(request)
  return { ...base, httpMethod: 'POST', target: '/', body: sent }
}

function recordedOf(scene: string): Recorded[] {
  const names = readdirSync(join(RECORDINGS, scene)).filter((name) =>
    /^\d+-.*\.json\.gz$/.test(name),
  )
  return names
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    .flatMap((name) => readRecorded(scene, name) ?? [])
}

async function ask(server: NodeServer, recorded: Recorded): Promise<WireReply> {
  const { httpMethod, target, body } = recorded
  const header = (name: string): string | undefined =>
    name === 'host' ? '127.0.0.1:26657' : undefined
  return server.handle({ httpMethod, target, body, header })
}

describe.each(SCENES)('scene %s', async (name) => {
  const scene = await loadScene(join(RECORDINGS, name))
  const replay = replayOf(scene)
  const servers = new Map(
    replay.endpoints.map((endpoint) => [
      endpoint,
      createNodeServer(replay.createBackend(endpoint), {
        cors: endpoint !== 'nocors',
        now: () => replay.now,
      }),
    ]),
  )
  const recorded = recordedOf(name)

  it('answers every recorded request with the recorded status and bytes, so that what it says is what a node said', async () => {
    const wrong: string[] = []
    for (const one of recorded) {
      const server = servers.get(one.endpoint)
      if (one.file in EXCEPTIONS) continue
      const reply = server && (await ask(server, one))
      if (reply?.status === one.status && reply?.body === one.answer) continue
      wrong.push(
        `${one.file}: ${reply?.status} ${reply?.body.slice(0, 200)}\n    recorded ${one.status} ${one.answer.slice(0, 200)}`,
      )
    }
    expect(wrong).toEqual([])
    expect(recorded.length).toBeGreaterThan(90)
  })

  it('names only exceptions that are exceptions', async () => {
    for (const one of recorded.filter(({ file }) => file in EXCEPTIONS)) {
      const server = servers.get(one.endpoint)
      const reply = server && (await ask(server, one))
      expect(reply?.body === one.answer && reply?.status === one.status).toBe(false)
    }
  })
})
