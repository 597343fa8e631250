/**
 * Text from the chain is written by strangers. Letters of every script stay; characters that are invisible, that reorder
 * their surroundings or that control a terminal become visible markers such as `‹U+202E›`.
 */

const JOINERS = /[\u200c\u200d]/
// Scripts in which joiners change the shape of letters, so that removing them would misspell a word.
const JOINING_LETTER =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]$/u
const PICTOGRAPH_BEFORE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u
const PICTOGRAPH_AFTER = /^\p{Extended_Pictographic}/u

// Controls, line separators, lone surrogates, annotation marks and all that a renderer may draw as nothing: bidi marks
// and overrides, zero-width characters, fillers, tags. Variation selectors belong to the character before them.
const INVISIBLE =
  /(?![\n\t\p{Variation_Selector}])[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Surrogate}\ufff9-\ufffb]/gu
const MANY_MARKS = /(\p{M}{8})(\p{M}+)/gu

/**
 * @param lines `keep` leaves line breaks and tabs for preformatted text; `join` makes them spaces. @default 'join'
 */
export function sanitizeChainText(text: string, lines: 'keep' | 'join' = 'join'): string {
  const even = text.replace(/\r\n?/g, '\n')
  const joined = lines === 'keep' ? even : even.replace(/[\n\t\u2028\u2029]+/g, ' ')
  return joined
    .replace(INVISIBLE, (character, index: number) =>
      isMeaningfulJoiner(joined, character, index) ? character : marker(character),
    )
    .replace(MANY_MARKS, (_, kept: string, rest: string) => {
      return `${kept}‹${Array.from(rest).length} more marks›`
    })
}

/** Whether nothing in a text can be seen. */
export function isBlankText(text: string): boolean {
  return text.replace(INVISIBLE, '').trim() === ''
}

/** The first `limit` code points, or undefined when the text has no more than that. */
export function cutText(text: string, limit: number): string | undefined {
  // A code point has one or two units, so short texts need no counting.
  if (text.length <= limit) return undefined
  let units = 0
  for (let count = 0; count < limit && units < text.length; count++) {
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1
  }
  return units < text.length ? text.slice(0, units) : undefined
}

function marker(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`
}

function isMeaningfulJoiner(text: string, character: string, index: number): boolean {
  if (!JOINERS.test(character)) return false
  const before = text.slice(Math.max(0, index - 2), index)
  const after = text.slice(index + 1, index + 3)
  if (PICTOGRAPH_BEFORE.test(before) && PICTOGRAPH_AFTER.test(after)) return true
  // Vowel signs of Indic scripts carry the script of their letters, so one unit on each side is enough.
  return JOINING_LETTER.test(before) && JOINING_LETTER.test(after.slice(0, 1))
}
