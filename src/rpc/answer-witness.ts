import { executeOver } from './execute.ts'
import type { Json, RpcRequest, Transport } from './transport.ts'

/** An answer as it came, and who gave it. */
export interface WitnessedAnswer {
  readonly result: Json
  /** URL without credentials. */
  readonly endpoint: string
}

export interface AnswerWitness {
  /** The same transport; what it answers to the requests of interest is remembered. */
  readonly transport: Transport
  /** The last answer to exactly this request; undefined when there was none, or it was long ago. */
  readonly recall: (request: RpcRequest) => WitnessedAnswer | undefined
}

const ANSWERS_KEPT = 64

/** Remembers what was answered to some requests, so that another node can be asked the same and compared to the byte. */
export function createAnswerWitness(
  inner: Transport,
  isOfInterest: (request: RpcRequest) => boolean,
): AnswerWitness {
  const answers = new Map<string, WitnessedAnswer>()
  const transport: Transport = {
    ...inner,
    async request(request, options) {
      const answer = await inner.request(request, options)
      if (isOfInterest(request)) {
        const key = JSON.stringify(request)
        // Anew at the end: the oldest goes first.
        answers.delete(key)
        answers.set(key, { result: answer.result, endpoint: answer.endpoint })
        const [oldest] = answers.keys()
        if (answers.size > ANSWERS_KEPT && oldest !== undefined) answers.delete(oldest)
      }
      return answer
    },
    execute: (call) => executeOver(transport, call),
  }
  return { transport, recall: (request) => answers.get(JSON.stringify(request)) }
}
