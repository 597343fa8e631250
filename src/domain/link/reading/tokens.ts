import type { NamedNumber } from './find-aep-numbers.ts'

/** A word, a mark, or an AEP of a sentence. */
export type Token =
  | {
      readonly kind: 'word'
      readonly word: string
      readonly isCapital: boolean
      /** `BME`: in capital letters throughout. */
      readonly isAcronym: boolean
    }
  | { readonly kind: 'mark'; readonly mark: string }
  | { readonly kind: 'aep'; readonly number: NamedNumber }

/** Addresses and targets of links; words; marks. */
const PIECE =
  /[a-z][a-z0-9+]{1,9}:\/\/[^\s<>"'`)\]]*|\]\([^()\s]*\)|((?:x\/(?=[a-z]))?[\p{L}\p{N}][\p{L}\p{N}'\u2019.\u2010\u2011-]*)|(--|[^\s\p{L}\p{N}])/giu
/** Marks that only dress the words. */
const DRESS: ReadonlySet<string> = new Set('[]*_`~"\u201c\u201d\u2018\u00ab\u00bb<>\\#')

/** Marks that end a word; looked for where a run of them begins. */
const WORD_END = /[.'\u2019-](?<![.'\u2019-]{2})[.'\u2019-]*$/
const ENDS = ".'\u2019-"

const OPENING: Token = { kind: 'mark', mark: '(' }
const CLOSING: Token = { kind: 'mark', mark: ')' }

/** The words and marks of a sentence, with the AEPs in their places. Addresses and the dress of Markdown are left out. */
export function splitTokens(
  text: string,
  start: number,
  end: number,
  numbers: readonly NamedNumber[],
): readonly Token[] {
  const tokens: Token[] = []
  let from = start
  for (const number of numbers) {
    if (number.form === 'address' || number.start < from) continue
    splitPlain(text.slice(from, number.start), tokens)
    const isBracketed = isInBrackets(text, number)
    if (isBracketed) tokens.push(OPENING)
    tokens.push({ kind: 'aep', number })
    if (isBracketed) tokens.push(CLOSING)
    from = number.end
  }
  splitPlain(text.slice(from, end), tokens)
  return tokens
}

/** `[AEP-76]`; as a link it would go on with its address. */
function isInBrackets(text: string, { start, end }: NamedNumber): boolean {
  if (text.charAt(start - 1) !== '[' || text.charAt(end) !== ']') return false
  return !'([:'.includes(text.charAt(end + 1) || '(')
}

function splitPlain(text: string, tokens: Token[]): void {
  for (const [, piece, mark] of text.matchAll(PIECE)) {
    if (piece !== undefined) tokens.push(wordOf(piece))
    else if (mark !== undefined && !DRESS.has(mark)) tokens.push({ kind: 'mark', mark })
  }
}

function wordOf(piece: string): Token {
  const written = ENDS.includes(piece.charAt(piece.length - 1))
    ? piece.replace(WORD_END, '')
    : piece
  const lower = written.toLowerCase()
  const first = written.charAt(0)
  const isCapital =
    first < '\u0080' ? first < 'a' || isVersion(lower) : /[\p{Lu}\p{N}]/u.test(first)
  return {
    kind: 'word',
    word: lower.includes('\u2019') ? lower.replaceAll('\u2019', "'") : lower,
    isCapital,
    isAcronym: isCapital && /^[A-Z]{2,4}$/.test(written),
  }
}

/** `v2.2.0` */
function isVersion(word: string): boolean {
  const second = word.charAt(1)
  return word.charAt(0) === 'v' && second >= '0' && second <= '9'
}
