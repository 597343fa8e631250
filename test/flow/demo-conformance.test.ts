import { beforeAll, describe, expect, it } from 'vitest'
import type { Json } from '../../src/demo-chain/server/json.ts'
import { encodeJson, jsonAt } from '../../src/demo-chain/server/json.ts'
import type { WireReply } from '../../src/demo-chain/server/node-server.ts'
import type { AnswerForms } from './conformance/answer-differences.ts'
import { addForms, compareAnswers, createAnswerForms } from './conformance/answer-differences.ts'
import type { SceneOnStage } from './conformance/demo-stage.ts'
import { openStage } from './conformance/demo-stage.ts'
import { isListed, KNOWN_DIFFERENCES } from './conformance/known-differences.ts'
import type { RecordedExchange } from './conformance/recorded-exchange.ts'
import { listExchanges, readScenes, SCENES } from './conformance/recorded-exchange.ts'
import { headersOf, readRecordedHeads } from './conformance/recorded-headers.ts'
import { translateRequest } from './conformance/translate-request.ts'

interface Difference {
  /** The recording, such as `steady/024-validators-p9-oob`. */
  readonly recording: string
  readonly what: string
}

const differences: Difference[] = []
const asked: RecordedExchange[] = []
let heads: readonly string[][] = []

beforeAll(async () => {
  const scenes = await readScenes()
  const forms = createAnswerForms()
  for (const [name, scene] of scenes) {
    for (const one of listExchanges(scene, name)) addForms(forms, one.asked, one.answer)
    for (const { frames } of scene.sockets) for (const frame of frames) forms.events.add(frame)
  }
  const stage = openStage()
  for (const name of SCENES) {
    const scene = scenes.get(name)
    if (scene === undefined) continue
    const onStage = stage.enter(scene, name)
    for (const exchange of listExchanges(scene, name)) {
      asked.push(exchange)
      for (const what of await compareOn(onStage, forms, exchange)) {
        differences.push({ recording: exchange.name, what })
      }
    }
    if (name === 'steady') heads = await compareHeads(onStage)
  }
}, 60_000)

describe('every request of the recordings, asked of the demo chain', () => {
  it('is answered as a real node answers it: fields, kinds of values, codes, texts and events; what differs is listed', () => {
    const unlisted = differences.filter(
      (difference) => !KNOWN_DIFFERENCES.some((known) => isListed(known, difference)),
    )
    expect(unlisted).toEqual([])
    expect(asked.length).toBeGreaterThan(1100)
  })

  it.each(KNOWN_DIFFERENCES.map((known) => [known.name, known] as const))(
    'differs as listed: %s; once it does not, the list is wrong',
    (_, known) => {
      const recordings = asked.filter(({ name }) => known.recordings.test(name))
      expect(recordings).not.toEqual([])
      const same = recordings.filter(
        ({ name: recording }) =>
          !differences.some((one) => one.recording === recording && isListed(known, one)),
      )
      expect(same.map(({ name }) => name)).toEqual([])
    },
  )

  it('has the status and the headers of a real node, with and without CORS', () => {
    expect(heads.length).toBe(24)
    for (const [given, recorded] of heads) expect(given).toEqual(recorded)
  })
})

async function compareOn(
  onStage: SceneOnStage,
  forms: AnswerForms,
  exchange: RecordedExchange,
): Promise<string[]> {
  const step = recordedStep(exchange.answer)
  if (step !== undefined) onStage.toStep(step)
  const { httpMethod, target, body } = translateRequest(exchange.asked, onStage.names)
  const reply = await onStage.server(exchange.endpoint).handle({
    httpMethod,
    target,
    body: typeof body === 'string' ? body : encodeJson(body),
    header: (name) => (name === 'host' ? '127.0.0.1:26657' : undefined),
  })
  return compareAnswers(forms, exchange.asked, exchange, {
    status: reply.status,
    answer: parseBody(reply),
  })
}

/** Of the round the recorded node told of, so that the demo is asked at the same step. */
function recordedStep(answer: Json): number | undefined {
  const round = jsonAt(answer, 'result', 'round_state')
  const step = jsonAt(round, 'step') ?? /\d+$/.exec(String(jsonAt(round, 'height/round/step')))?.[0]
  return step === undefined ? undefined : Number(step)
}

function parseBody({ body }: WireReply): Json {
  return /^[[{]/.test(body) ? JSON.parse(body) : body
}

/** Given and recorded, each as text lines. */
async function compareHeads(onStage: SceneOnStage): Promise<string[][]> {
  const pairs: string[][] = []
  for (const head of readRecordedHeads()) {
    const { httpMethod, target } = translateRequest(
      { httpMethod: head.httpMethod, target: head.target, body: '' },
      onStage.names,
    )
    const reply = await onStage.server(head.endpoint).handle({
      httpMethod,
      target,
      body: head.body,
      header: (name) => head.requestHeaders.get(name.toLowerCase()),
    })
    const line = (status: number, headers: ReadonlyMap<string, string>): string =>
      JSON.stringify([head.name, status, ...headers])
    pairs.push([
      line(reply.status, headersOf(Object.entries(reply.headers))),
      line(head.status, head.headers),
    ])
  }
  return pairs
}
