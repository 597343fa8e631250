import type { NamedNumber } from './find-aep-numbers.ts'

/** A word, a mark, or an AEP of a sentence. */
export type Token =
  | { readonly kind: 'word'; readonly word: string; readonly isCapital: boolean }
  | { readonly kind: 'mark'; readonly mark: string }
  | { readonly kind: 'aep'; readonly number: NamedNumber }

const PIECE =
  /[a-z][a-z0-9+]{1,9}:\/\/[^\s<>"'`)\]]*|\]\([^()\s]*\)|[\p{L}\p{N}][\p{L}\p{N}'\u2019.\u2010\u2011-]*|--|[^\s\p{L}\p{N}]/giu
/** Marks that only dress the words. */
const DRESS = /^[[\]*_`~"\u201c\u201d\u2018\u00ab\u00bb<>\\#|]$/

/** Marks that end a word; looked for where a run of them begins. */
const WORD_END = /[.'\u2019-](?<![.'\u2019-]{2})[.'\u2019-]*$/

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
    tokens.push({ kind: 'aep', number })
    from = number.end
  }
  splitPlain(text.slice(from, end), tokens)
  return tokens
}

function splitPlain(text: string, tokens: Token[]): void {
  for (const [piece] of text.matchAll(PIECE)) {
    if (piece.includes('://') || piece.startsWith('](') || DRESS.test(piece)) continue
    if (/^[\p{L}\p{N}]/u.test(piece)) {
      const word = piece.replace(WORD_END, '')
      tokens.push({
        kind: 'word',
        word: word.toLowerCase().replaceAll('\u2019', "'"),
        isCapital: /^[\p{Lu}\p{N}]/u.test(word),
      })
    } else tokens.push({ kind: 'mark', mark: piece })
  }
}
