import type { Scene } from '../../../src/demo-chain/replay/scene.ts'
import type { Json } from '../../../src/demo-chain/server/json.ts'
import { isJsonObject, jsonAt } from '../../../src/demo-chain/server/json.ts'

/** What one subscription brought in all the scenes. */
export interface RecordedSubscription {
  readonly query: string
  /** Recordings, such as `steady/ws/newblock`. */
  readonly recordings: readonly string[]
  readonly frames: readonly Json[]
}

export function listSubscriptions(
  scenes: ReadonlyMap<string, Scene>,
): readonly RecordedSubscription[] {
  const found = new Map<string, { recordings: string[]; frames: Json[] }>()
  for (const [name, { sockets }] of scenes) {
    for (const { file, query, frames } of sockets) {
      if (query === undefined) continue
      const known = found.get(query) ?? { recordings: [], frames: [] }
      known.recordings.push(`${name}/ws/${file.replace('.jsonl', '')}`)
      known.frames.push(...frames)
      found.set(query, known)
    }
  }
  return [...found].map(([query, read]) => ({ query, ...read }))
}

/** What a frame is: an event of a type, the confirmation of a subscription, or what an error says. */
export function kindOfFrame(frame: Json): string {
  const type = jsonAt(frame, 'result', 'data', 'type')
  if (typeof type === 'string') return `event ${type}`
  const error = jsonAt(frame, 'error')
  if (error !== undefined) return `error ${JSON.stringify(error)}`
  return jsonAt(frame, 'result') === undefined ? 'nothing known' : 'confirmation'
}

/**
 * The tags an event is told under: those that every recorded frame of its kind has must be there, each with a list of
 * texts.
 */
export function compareTags(recorded: readonly Json[], given: Json): string[] {
  const tags = jsonAt(given, 'result', 'events')
  if (!isJsonObject(tags)) return ['events: no tags']
  const wanted = recorded
    .map((frame) => Object.keys(tagsOf(frame)))
    .reduce((common, keys) => common.filter((key) => keys.includes(key)))
  const isTexts = (value: Json): boolean =>
    Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')
  return [
    ...wanted.filter((tag) => tags[tag] === undefined).map((tag) => `events: ${tag} is missing`),
    ...Object.entries(tags)
      .filter(([, value]) => !isTexts(value))
      .map(([tag]) => `events: ${tag} is no list of texts`),
  ]
}

function tagsOf(frame: Json): Readonly<Record<string, Json>> {
  const tags = jsonAt(frame, 'result', 'events')
  return isJsonObject(tags) ? tags : {}
}
