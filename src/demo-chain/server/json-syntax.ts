/**
 * What is wrong with a text that is not JSON, in the words of Go's `encoding/json`: nodes hand these out when a body or
 * a URI argument does not parse (steady/264, steady/276).
 * @returns undefined when the text is JSON
 */
export function describeJsonError(text: string): string | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch {
    return findFirstError(text) ?? TRUNCATED
  }
}

const TRUNCATED = 'unexpected end of JSON input'

class SyntaxFault extends Error {}

/** @returns what is wrong first; undefined where nothing is */
function findFirstError(text: string): string | undefined {
  let at = 0

  const peek = (): string => text.charAt(at)

  function refuse(where: string): never {
    if (at >= text.length) throw new SyntaxFault(TRUNCATED)
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    throw new SyntaxFault(`invalid character ${quoteCharacter(character)} ${where}`)
  }

  function skipSpace(): string {
    while (at < text.length && ' \t\r\n'.includes(peek())) at++
    return peek()
  }

  function value(): void {
    const character = skipSpace()
    if (character === '{') items('}', entry, 'object key:value pair')
    else if (character === '[') items(']', value, 'array element')
    else if (character === '"') string()
    else if (character === 't') literal('true')
    else if (character === 'f') literal('false')
    else if (character === 'n') literal('null')
    else if (character === '-' || isDigit(character)) number()
    else refuse('looking for beginning of value')
  }

  /** Of an object or an array, from its bracket on. */
  function items(end: string, item: () => void, what: string): void {
    at++
    if (skipSpace() === end) {
      at++
      return
    }
    for (;;) {
      item()
      const next = skipSpace()
      if (next !== ',' && next !== end) refuse(`after ${what}`)
      at++
      if (next === end) return
    }
  }

  function entry(): void {
    if (skipSpace() !== '"') refuse('looking for beginning of object key string')
    string()
    if (skipSpace() !== ':') refuse('after object key')
    at++
    value()
  }

  function string(): void {
    at++
    for (;;) {
      const character = peek()
      if (character < ' ') refuse('in string literal')
      at++
      if (character === '"') return
      if (character === '\\') escaped()
    }
  }

  function escaped(): void {
    const character = peek()
    if (character === '' || !'"\\/bfnrtu'.includes(character)) refuse('in string escape code')
    at++
    if (character !== 'u') return
    for (let digit = 0; digit < 4; digit++) {
      if (!/^[0-9a-fA-F]$/.test(peek())) refuse('in \\u hexadecimal character escape')
      at++
    }
  }

  function literal(word: string): void {
    for (const expected of word) {
      if (peek() !== expected) {
        refuse(`in literal ${word} (expecting ${quoteCharacter(expected)})`)
      }
      at++
    }
  }

  function number(): void {
    if (peek() === '-') at++
    if (peek() === '0') at++
    else digits('in numeric literal')
    if (peek() === '.') {
      at++
      digits('after decimal point in numeric literal')
    }
    if (/^[eE]$/.test(peek())) {
      at++
      if (/^[+-]$/.test(peek())) at++
      digits('in exponent of numeric literal')
    }
  }

  /** One at least. */
  function digits(where: string): void {
    if (!isDigit(peek())) refuse(where)
    while (isDigit(peek())) at++
  }

  try {
    value()
    skipSpace()
    if (at < text.length) refuse('after top-level value')
    return undefined
  } catch (fault) {
    if (fault instanceof SyntaxFault) return fault.message
    throw fault
  }
}

function isDigit(character: string): boolean {
  return /^[0-9]$/.test(character)
}

/** Go's `quoteChar`. */
function quoteCharacter(character: string): string {
  if (character === "'") return "'\\''"
  if (character === '"') return "'\"'"
  return `'${JSON.stringify(character).slice(1, -1)}'`
}
