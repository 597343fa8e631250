import { decodeJsonArguments } from '../../server/arguments.ts'
import type { NodeBackend } from '../../server/backend.ts'
import type { Json, JsonObject } from '../../server/json.ts'
import { jsonAt } from '../../server/json.ts'
import { findMethod } from '../../server/method-table.ts'

/** Asks a node as a POST body would. */
export function ask(node: NodeBackend, method: string, params: JsonObject = {}): Json {
  const found = findMethod(method)
  if (found === undefined) throw new RangeError(`no method ${method}`)
  const answer = node.answer({
    method,
    args: decodeJsonArguments(found, params),
    origin: { kind: 'json', params },
  })
  if (answer instanceof Promise) throw new TypeError(`${method} is not answered at once`)
  return answer.kind === 'result' ? JSON.parse(answer.text) : { error: answer.error.data ?? '' }
}

/** The text at a path; empty where there is none. */
export function textAt(value: Json, ...path: readonly (string | number)[]): string {
  return String(jsonAt(value, ...path) ?? '')
}
