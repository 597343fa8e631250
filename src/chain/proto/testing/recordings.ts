import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod/mini'

const RECORDINGS = new URL('../../../../test/recordings/', import.meta.url)

const recording = z.object({
  request: z.object({ method: z.string(), params: z.optional(z.unknown()) }),
  response: z.object({ result: z.optional(z.unknown()) }),
})
const query = z.object({ path: z.string() })
const queryAnswer = z.object({
  response: z.object({ code: z.literal(0), value: z.string() }),
})

/** One answer to `abci_query` that carries bytes. */
export interface RecordedQuery {
  readonly file: string
  readonly path: string
  readonly value: Uint8Array
}

export type Scene = 'steady' | 'market' | 'halt' | 'halt-partial' | 'resumed'

/** Every recorded call of a scene, single calls only. */
export function readRecordings(scene: Scene) {
  const folder = new URL(`${scene}/`, RECORDINGS)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json.gz'))
    .sort()
    .flatMap((file) => {
      const text = gunzipSync(readFileSync(new URL(file, folder))).toString()
      const parsed = recording.safeParse(parseJson(text))
      return parsed.success ? [{ file, text, ...parsed.data }] : []
    })
}

export function readQueries(scene: Scene): readonly RecordedQuery[] {
  return readRecordings(scene).flatMap(({ file, request, response }) => {
    const params = query.safeParse(request.params)
    const answer = queryAnswer.safeParse(response.result)
    if (request.method !== 'abci_query' || !params.success || !answer.success) return []
    const value = Uint8Array.from(Buffer.from(answer.data.response.value, 'base64'))
    return [{ file, path: params.data.path, value }]
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
