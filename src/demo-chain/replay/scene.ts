import type { Json } from '../server/json.ts'
import { isJsonObject, jsonAt } from '../server/json.ts'

/** One request a real node was asked, and what it answered. */
export interface RecordedAnswer {
  /** File name without folder and `.gz`. */
  readonly file: string
  readonly endpoint: string
  /** The JSON-RPC body as JSON, or text: a body that is no JSON, or `GET /path?query`, or `POST /path body`. */
  readonly request: Json
  /** HTTP status; undefined when nobody answered (a dead process). */
  readonly status: number | undefined
  /** The body: JSON, or text. */
  readonly response: Json
}

/** What a node sent on one WebSocket, in order. */
export interface RecordedSocket {
  readonly file: string
  /** The subscription asked for; undefined in the recording of several. */
  readonly query: string | undefined
  readonly frames: readonly Json[]
}

/** A moment of a chain as its nodes told it. */
export interface Scene {
  readonly name: string
  readonly answers: readonly RecordedAnswer[]
  readonly sockets: readonly RecordedSocket[]
  /** Endpoints whose process was not running. */
  readonly deadEndpoints: readonly string[]
}

/** A file or folder that is no recording. */
export class SceneError extends Error {
  override readonly name = 'SceneError'
}

/**
 * Reads one `NNN-*.json` of a scene.
 * @throws {SceneError} when the file is not JSON or lacks a field
 */
export function parseRecordedAnswer(file: string, text: string): RecordedAnswer {
  const json = parseJson(file, text)
  const endpoint = jsonAt(json, 'endpoint')
  const status = jsonAt(json, 'status')
  const request = jsonAt(json, 'request')
  const response = jsonAt(json, 'response')
  if (typeof endpoint !== 'string' || request === undefined || response === undefined) {
    throw new SceneError(`${file} is not a recorded answer`)
  }
  return {
    file,
    endpoint,
    request,
    response,
    status: typeof status === 'number' ? status : undefined,
  }
}

/**
 * Reads one `ws/*.jsonl`. The first line names the subscription, the last may say that the connection ended; the rest
 * are frames.
 * @throws {SceneError}
 */
export function parseRecordedSocket(file: string, text: string): RecordedSocket {
  const lines = text.split('\n').filter((line) => line !== '')
  const values = lines.map((line) => parseJson(file, line))
  const query = values.map((value) => jsonAt(value, 'sent', 'params', 'query')).find(isText)
  const frames = values.filter((value) => jsonAt(value, 'jsonrpc') === '2.0')
  return { file, query, frames }
}

/**
 * Reads `000-processes.json`.
 * @throws {SceneError}
 */
export function parseDeadEndpoints(file: string, text: string): string[] {
  const json = parseJson(file, text)
  if (!isJsonObject(json)) throw new SceneError(`${file} is not a list of processes`)
  return Object.entries(json).flatMap(([endpoint, process]) =>
    jsonAt(process, 'process_alive') === false ? [endpoint] : [],
  )
}

function parseJson(file: string, text: string): Json {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new SceneError(`${file} is not JSON`, { cause })
  }
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string'
}
