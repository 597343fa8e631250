import type { NodeAnswer } from '../server/backend.ts'
import { errorAnswer, resultAnswer } from '../server/backend.ts'
import type { Json } from '../server/json.ts'
import { internalError } from '../server/rpc-error.ts'

export type ReplayAnswer = NodeAnswer

export function replied(result: Json): ReplayAnswer {
  return resultAnswer(result)
}

/** CometBFT's error for everything a method refuses. */
export function refused(reason: string): ReplayAnswer {
  return errorAnswer(internalError(reason))
}

/** Said where a recording holds no answer: an empty one would be a lie. */
export function notRecorded(what: string): ReplayAnswer {
  return errorAnswer(internalError(`not in this recording: ${what}`))
}
