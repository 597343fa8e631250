import { compareShapes } from '../../../src/demo-chain/node/testing/json-shape.ts'
import { parseBase64 } from '../../../src/demo-chain/server/bytes.ts'
import type { Json } from '../../../src/demo-chain/server/json.ts'
import { isJsonObject, jsonAt } from '../../../src/demo-chain/server/json.ts'
import type { EventForms } from './event-forms.ts'
import { createEventForms } from './event-forms.ts'
import type { Asked } from './recorded-exchange.ts'
import type { WireForms } from './wire-forms.ts'
import { createWireForms } from './wire-forms.ts'

/** A recorded answer, or one of the demo chain. */
export interface Answered {
  readonly status: number
  /** JSON where it is JSON, text where it is not. */
  readonly answer: Json
}

/** What recorded answers are like. */
export interface AnswerForms {
  readonly events: EventForms
  readonly values: WireForms
  /** Of blocks with and without transactions, which `block_results` tells in two forms. */
  readonly blockResults: Json[]
}

export function createAnswerForms(): AnswerForms {
  return { events: createEventForms(), values: createWireForms(), blockResults: [] }
}

/** Takes in a recorded answer. */
export function addForms(forms: AnswerForms, asked: Asked, answer: Json): void {
  forms.events.add(answer)
  if (jsonAt(answer, 'result', 'txs_results') !== undefined) forms.blockResults.push(answer)
  for (const { path, value } of listValues(asked, answer)) forms.values.add(path, value)
}

/** Where an answer of the demo chain differs in form from the recorded one; values are free. */
export function compareAnswers(
  forms: AnswerForms,
  asked: Asked,
  recorded: Answered,
  given: Answered,
): string[] {
  const differences: string[] = []
  if (recorded.status !== given.status) {
    differences.push(`status: recorded ${recorded.status}, given ${given.status}`)
  }
  const bodies = [recorded.answer, given.answer] as const
  return [
    ...differences,
    ...compareShapes(recordedLike(forms, ...bodies), given.answer, isFree),
    ...compareTexts(...bodies),
    ...compareEcho(...bodies),
    ...forms.events.compare(given.answer),
    ...listValues(asked, given.answer).flatMap(({ path, value }) =>
      forms.values.compare(path, value),
    ),
  ]
}

/** The recorded answer, or that on another block which has transactions where this one has, or none. */
function recordedLike({ blockResults }: AnswerForms, recorded: Json, given: Json): Json {
  const hasTxs = (answer: Json): boolean => Array.isArray(jsonAt(answer, 'result', 'txs_results'))
  if (!blockResults.includes(recorded) || hasTxs(recorded) === hasTxs(given)) return recorded
  const other = blockResults.find((answer) => hasTxs(answer) === hasTxs(given))
  // The id is that of the question, which is compared by itself.
  return isJsonObject(other) ? { ...other, id: jsonAt(recorded, 'id') ?? null } : recorded
}

/** Events are compared by `EventForms`, which knows those of every recording. */
function isFree(path: string): boolean {
  return path.endsWith('events')
}

/** What a node says in words and codes, numbers and names aside. */
const SAID = ['code', 'message', 'data', 'log', 'codespace', 'info', 'index']

function compareTexts(recorded: Json, given: Json): string[] {
  if (Array.isArray(recorded) && Array.isArray(given)) {
    if (recorded.length !== given.length) {
      return [`${recorded.length} answers recorded, ${given.length} given`]
    }
    return recorded.flatMap((member, at) => compareTexts(member, given[at] ?? null))
  }
  if (typeof recorded === 'string' && typeof given === 'string') {
    return maskText(recorded) === maskText(given)
      ? []
      : [`body: ${quote(recorded)}, ${quote(given)}`]
  }
  return [['error'], ['result', 'response']].flatMap((path) =>
    SAID.flatMap((name) => {
      const [one, other] = [jsonAt(recorded, ...path, name), jsonAt(given, ...path, name)]
      // `data` of `abci_info` is the name of the application and said, of a query it is not there.
      if (mask(one) === mask(other)) return []
      return [`${path.join('.')}.${name}: recorded ${quote(one)}, given ${quote(other)}`]
    }),
  )
}

/** Whether the height an answer is of is one that was asked for, or none. */
function compareEcho(recorded: Json, given: Json): string[] {
  const [one, other] = [recorded, given].map((answer) =>
    jsonAt(answer, 'result', 'response', 'height'),
  )
  const ids = [recorded, given].map((answer) => JSON.stringify(jsonAt(answer, 'id')))
  return [
    ...(ids[0] === ids[1] ? [] : [`id: recorded ${ids[0]}, given ${ids[1]}`]),
    ...((one === '0') === (other === '0') ? [] : [`height: recorded ${one}, given ${other}`]),
  ]
}

function mask(value: Json | undefined): string {
  return typeof value === 'string' ? maskText(value) : JSON.stringify(value ?? null)
}

/** Addresses, hashes and numbers left out; a version keeps its dots. */
function maskText(text: string): string {
  return text
    .replace(/akash(valoper)?1[0-9a-z]{38}/g, '@')
    .replace(/\b[0-9A-F]{40,}\b/g, '%')
    .replace(/\d+/g, '#')
}

function quote(value: Json | undefined): string {
  return JSON.stringify(value ?? null).slice(0, 160)
}

interface QueriedValue {
  readonly path: string
  readonly value: Uint8Array
}

/** Protobuf values in an answer, with the paths that were asked for. */
function listValues({ target, body }: Asked, answer: Json): QueriedValue[] {
  const uriPath = /^\/abci_query\?path=%22([^%]*)%22/.exec(target)?.[1]
  const calls = Array.isArray(body) ? body : [body]
  const answers = Array.isArray(answer) ? answer : [answer]
  return answers.flatMap((one, at) => {
    const path = uriPath ?? jsonAt(calls[at], 'params', 'path')
    const value = jsonAt(one, 'result', 'response', 'value')
    if (!isJsonObject(one) || typeof path !== 'string' || typeof value !== 'string') return []
    const bytes = parseBase64(value)
    return bytes === undefined ? [] : [{ path, value: bytes }]
  })
}
