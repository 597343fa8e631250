import type { NodeAnswer } from '../server/backend.ts'
import { resultAnswer } from '../server/backend.ts'
import type { Json } from '../server/json.ts'
import { refused } from '../server/refusals.ts'

export type ReplayAnswer = NodeAnswer

export function replied(result: Json): ReplayAnswer {
  return resultAnswer(result)
}

/** Said where a recording holds no answer: an empty one would be a lie. */
export function notRecorded(what: string): ReplayAnswer {
  return refused(`not in this recording: ${what}`)
}
