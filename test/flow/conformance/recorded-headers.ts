import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RECORDINGS } from './recorded-exchange.ts'

/** A request with its headers, and the head of what came back. */
export interface RecordedHead {
  readonly name: string
  readonly endpoint: string
  readonly httpMethod: string
  readonly target: string
  readonly requestHeaders: ReadonlyMap<string, string>
  readonly body: string
  readonly status: number
  /** Those of the node; how the body is cut up for the network is left to whoever carries it. */
  readonly headers: ReadonlyMap<string, string>
}

const FOLDER = join(RECORDINGS, 'steady', 'headers')
const OF_THE_CARRIER = ['content-length', 'transfer-encoding']

export function readRecordedHeads(): RecordedHead[] {
  return readdirSync(FOLDER).map((file) => readHead(file.replace(/\.txt$/, '')))
}

function readHead(name: string): RecordedHead {
  const lines = readFileSync(join(FOLDER, `${name}.txt`), 'utf8').split(/\r?\n/)
  const [command = '', statusLine = '', ...rest] = lines
  const headers = rest.slice(0, rest.indexOf(''))
  const sent = [...command.matchAll(/-H ([\w-]+): (.*?)(?= -[HdX] | http:)/g)]
  const body = /-d (.*) http:/.exec(command)?.[1] ?? ''
  const isHead = name.includes('-head-')
  // What was not asked with curl was asked as a page asks.
  const origin: [string, string][] = command.includes('curl')
    ? []
    : [['origin', 'https://app.example']]
  return {
    name,
    endpoint: name.split('-')[0] ?? '',
    httpMethod: isHead ? 'HEAD' : (/-X (\w+)/.exec(command)?.[1] ?? (body === '' ? 'GET' : 'POST')),
    target: /http:\/\/[\d.:]+(\/\S*)/.exec(command)?.[1] ?? '/',
    requestHeaders: new Map([
      ...origin,
      ...sent.map(([, header = '', value = '']): [string, string] => [header.toLowerCase(), value]),
    ]),
    body,
    status: Number(statusLine.split(' ')[1]),
    headers: headersOf(headers.map((line) => splitHeader(line))),
  }
}

function splitHeader(line: string): [string, string] {
  const colon = line.indexOf(':')
  return [line.slice(0, colon), line.slice(colon + 1).trim()]
}

/** By name in small letters, numbers and times left out. */
export function headersOf(
  headers: Iterable<readonly [string, string]>,
): ReadonlyMap<string, string> {
  const named = [...headers]
    .map(([name, value]): [string, string] => [name.toLowerCase(), maskHeader(value)])
    .filter(([name]) => !OF_THE_CARRIER.includes(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return new Map(named)
}

function maskHeader(value: string): string {
  return /GMT$/.test(value) ? 'a time' : value.replace(/^\d{10}$/, 'seconds')
}
