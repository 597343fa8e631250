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
    const scanner = new JsonScanner(text)
    return scanner.firstError() ?? 'unexpected end of JSON input'
  }
}

const TRUNCATED = 'unexpected end of JSON input'

class SyntaxFault extends Error {}

class JsonScanner {
  private readonly text: string
  private at = 0

  constructor(text: string) {
    this.text = text
  }

  firstError(): string | undefined {
    try {
      this.value()
      this.skipSpace()
      if (this.at < this.text.length) this.refuse('after top-level value')
      return undefined
    } catch (fault) {
      if (fault instanceof SyntaxFault) return fault.message
      throw fault
    }
  }

  private refuse(where: string): never {
    if (this.at >= this.text.length) throw new SyntaxFault(TRUNCATED)
    const character = String.fromCodePoint(this.text.codePointAt(this.at) ?? 0)
    throw new SyntaxFault(`invalid character ${quoteCharacter(character)} ${where}`)
  }

  private skipSpace(): void {
    while (this.at < this.text.length && ' \t\r\n'.includes(this.text.charAt(this.at))) this.at++
  }

  private value(): void {
    this.skipSpace()
    const character = this.text.charAt(this.at)
    if (character === '{') this.object()
    else if (character === '[') this.array()
    else if (character === '"') this.string()
    else if (character === 't') this.literal('true')
    else if (character === 'f') this.literal('false')
    else if (character === 'n') this.literal('null')
    else if (character === '-' || isDigit(character)) this.number()
    else this.refuse('looking for beginning of value')
  }

  private object(): void {
    this.at++
    this.skipSpace()
    if (this.text.charAt(this.at) === '}') {
      this.at++
      return
    }
    for (;;) {
      this.skipSpace()
      if (this.text.charAt(this.at) !== '"')
        this.refuse('looking for beginning of object key string')
      this.string()
      this.skipSpace()
      if (this.text.charAt(this.at) !== ':') this.refuse('after object key')
      this.at++
      this.value()
      this.skipSpace()
      const next = this.text.charAt(this.at)
      if (next !== ',' && next !== '}') this.refuse('after object key:value pair')
      this.at++
      if (next === '}') return
    }
  }

  private array(): void {
    this.at++
    this.skipSpace()
    if (this.text.charAt(this.at) === ']') {
      this.at++
      return
    }
    for (;;) {
      this.value()
      this.skipSpace()
      const next = this.text.charAt(this.at)
      if (next !== ',' && next !== ']') this.refuse('after array element')
      this.at++
      if (next === ']') return
    }
  }

  private string(): void {
    this.at++
    for (;;) {
      const character = this.text.charAt(this.at)
      if (character === '' || character < ' ') this.refuse('in string literal')
      this.at++
      if (character === '"') return
      if (character === '\\') this.escape()
    }
  }

  private escape(): void {
    const character = this.text.charAt(this.at)
    if (character === '' || !'"\\/bfnrtu'.includes(character)) this.refuse('in string escape code')
    this.at++
    if (character !== 'u') return
    for (let digit = 0; digit < 4; digit++) {
      if (!/^[0-9a-fA-F]$/.test(this.text.charAt(this.at))) {
        this.refuse('in \\u hexadecimal character escape')
      }
      this.at++
    }
  }

  private literal(word: string): void {
    for (const expected of word) {
      if (this.text.charAt(this.at) !== expected) {
        this.refuse(`in literal ${word} (expecting ${quoteCharacter(expected)})`)
      }
      this.at++
    }
  }

  private number(): void {
    if (this.text.charAt(this.at) === '-') this.at++
    if (!isDigit(this.text.charAt(this.at))) this.refuse('in numeric literal')
    if (this.text.charAt(this.at) === '0') this.at++
    else this.digits()
    if (this.text.charAt(this.at) === '.') {
      this.at++
      if (!isDigit(this.text.charAt(this.at))) this.refuse('after decimal point in numeric literal')
      this.digits()
    }
    if (/^[eE]$/.test(this.text.charAt(this.at))) {
      this.at++
      if (/^[+-]$/.test(this.text.charAt(this.at))) this.at++
      if (!isDigit(this.text.charAt(this.at))) this.refuse('in exponent of numeric literal')
      this.digits()
    }
  }

  private digits(): void {
    while (isDigit(this.text.charAt(this.at))) this.at++
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
