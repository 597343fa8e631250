import { encodeUtf8 } from '../server/bytes.ts'

/** A comparison of CometBFT's query language. */
export type EventOperator = '=' | '<' | '<=' | '>' | '>=' | 'CONTAINS' | 'EXISTS'

export type EventArgument = {
  readonly kind: 'string' | 'number' | 'timestamp' | 'datestamp'
  readonly text: string
}

export interface EventCondition {
  /** Type and key of an attribute, such as `proposal_vote.voter`. */
  readonly tag: string
  readonly operator: EventOperator
  /** undefined for EXISTS alone. */
  readonly argument: EventArgument | undefined
}

/** A query a node cannot read; the message is the node's own. */
export class EventQueryError extends Error {
  override readonly name = 'EventQueryError'
}

interface Token {
  /** As CometBFT names it in its errors. */
  readonly kind: string
  readonly text: string
  /** Where it begins, in bytes. */
  readonly at: number
}

const COMPARISONS = ['<=', '>=', '<', '>', '='] as const
const NUMBERS_AND_TIMES = ['number', 'timestamp', 'datestamp']
const OPERATORS: ReadonlyMap<string, EventOperator> = new Map([
  ...COMPARISONS.map((sign) => [`${sign} operator`, sign] as const),
  ['CONTAINS operator', 'CONTAINS'],
  ['EXISTS operator', 'EXISTS'],
])

/** In the order in which CometBFT names them. */
const OPERATOR_KINDS = ['<=', '>=', '<', '>', '=', 'CONTAINS', 'EXISTS'].map(
  (sign) => `${sign} operator`,
)

/**
 * Conditions of a query, all of which must hold: `a.b='c' AND d.e > 5 AND f.g EXISTS`. Grammar, offsets and texts of
 * errors: CometBFT libs/pubsub/query/syntax (steady/200, ws/bad.jsonl).
 * @throws {EventQueryError}
 */
export function parseEventQuery(query: string): readonly EventCondition[] {
  const scanner = new Scanner(query)
  const conditions = [parseCondition(scanner)]
  for (let token = scanner.next(); token !== undefined; token = scanner.next()) {
    if (token.kind !== 'AND operator') {
      throw new EventQueryError(`offset ${token.at}: got ${token.kind}, want AND operator`)
    }
    conditions.push(parseCondition(scanner))
  }
  return conditions
}

function parseCondition(scanner: Scanner): EventCondition {
  const tag = require(scanner, ['tag']).text
  const operator = OPERATORS.get(require(scanner, OPERATOR_KINDS).kind) ?? 'EXISTS'
  if (operator === 'EXISTS') return { tag, operator, argument: undefined }
  const token = require(scanner, argumentKinds(operator))
  return { tag, operator, argument: { kind: argumentKind(token.kind), text: token.text } }
}

function argumentKinds(operator: EventOperator): readonly string[] {
  if (operator === 'CONTAINS') return ['string']
  return operator === '=' ? [...NUMBERS_AND_TIMES, 'string'] : NUMBERS_AND_TIMES
}

function argumentKind(kind: string): EventArgument['kind'] {
  return kind === 'number' || kind === 'timestamp' || kind === 'datestamp' ? kind : 'string'
}

function require(scanner: Scanner, kinds: readonly string[]): Token {
  const token = scanner.next()
  if (token === undefined) throw new EventQueryError(`offset ${scanner.at}: EOF`)
  if (kinds.includes(token.kind)) return token
  const wanted =
    kinds.length === 1 ? kinds[0] : `${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}`
  throw new EventQueryError(`offset ${token.at}: got ${token.kind}, wanted ${wanted}`)
}

const KEYWORDS = ['AND', 'EXISTS', 'CONTAINS']
const TOKEN_FORMS: readonly (readonly [kind: string, form: RegExp])[] = [
  ['timestamp', /^TIME ([-T:+Z\d]*)/],
  ['datestamp', /^DATE ([-\d]*)/],
  ['number', /^(\d+(?:\.\d*)?)/],
  ['tag', /^([\p{L}\p{Nd}_][\p{L}\p{Nd}._-]*)/u],
  ['string', /^'([^']*)'/],
]

class Scanner {
  /** Where the next token begins once blanks are passed over, in bytes. */
  at = 0
  private rest: string

  constructor(query: string) {
    this.rest = query
  }

  /** undefined at the end. @throws {EventQueryError} */
  next(): Token | undefined {
    this.take(/^\s*/.exec(this.rest)?.[0] ?? '')
    if (this.rest === '') return undefined
    const { at } = this
    const sign = COMPARISONS.find((candidate) => this.rest.startsWith(candidate))
    if (sign !== undefined) {
      this.take(sign)
      return { kind: `${sign} operator`, text: sign, at }
    }
    for (const [kind, form] of TOKEN_FORMS) {
      const found = form.exec(this.rest)
      if (found === null) continue
      this.take(found[0])
      const text = found[1] ?? ''
      if (kind === 'tag' && KEYWORDS.includes(text)) return { kind: `${text} operator`, text, at }
      if (kind === 'timestamp' || kind === 'datestamp') checkTime(kind, text, at)
      return { kind, text, at }
    }
    // A string without its closing quote runs to the end.
    if (this.rest.startsWith("'")) throw new EventQueryError(`offset ${at}: EOF`)
    const [character = ''] = this.rest
    this.take(character)
    const reason = `invalid input ${character} at offset ${this.at}`
    throw new EventQueryError(`offset ${at}: ${reason}`)
  }

  private take(text: string): void {
    this.at += encodeUtf8(text).length
    this.rest = this.rest.slice(text.length)
  }
}

function checkTime(kind: 'timestamp' | 'datestamp', text: string, at: number): void {
  if (!Number.isNaN(Date.parse(text))) return
  const label = kind === 'timestamp' ? 'TIME' : 'DATE'
  throw new EventQueryError(`offset ${at}: invalid ${label} value: ${text}`)
}
