import { join } from 'node:path'
import { loadScene } from '../../replay/load-scene.ts'
import type { RecordedCall } from '../../replay/recorded-call.ts'
import { readRecordedCalls } from '../../replay/recorded-call.ts'
import type { Json, JsonObject } from '../../server/json.ts'

const RECORDINGS = join(import.meta.dirname, '../../../../test/recordings')

export async function loadRecordedCalls(scene: string): Promise<RecordedCall[]> {
  const { answers } = await loadScene(join(RECORDINGS, scene))
  return answers.flatMap(readRecordedCalls)
}

/**
 * The first good answer of `archive` to a method.
 * @param params as they were sent; undefined for any
 */
export function recordedAnswer(
  calls: readonly RecordedCall[],
  method: string,
  params?: JsonObject,
): Json {
  const found = calls.find(
    ({ call, endpoint, result }) =>
      endpoint === 'archive' &&
      call.method === method &&
      result !== undefined &&
      (params === undefined ||
        (call.origin.kind === 'json' &&
          JSON.stringify(call.origin.params) === JSON.stringify(params))),
  )
  if (found?.result === undefined) throw new RangeError(`no recorded ${method}`)
  return found.result
}
