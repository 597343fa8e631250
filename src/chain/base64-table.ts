const LETTER_OF_ZERO = 'A'.charCodeAt(0)

/** The six bits that an ASCII character stands for; -1 where it stands for none. */
const SIX_BITS = new Int8Array(256).fill(-1)
for (const [value, letter] of [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
].entries()) {
  SIX_BITS[letter.charCodeAt(0)] = value
}

/** How many `=` a text of base64 ends with; two at most. */
export function paddingOf(text: string): number {
  return text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
}

/**
 * The bytes of a text of base64 whose length is a multiple of four, for engines without a decoder of their own.
 * @returns undefined where a character is no base64, padding in the wrong place included
 */
export function decodeBase64ByTable(text: string): Uint8Array | undefined {
  const padding = paddingOf(text)
  const letters = new TextEncoder().encode(text)
  const bytes = new Uint8Array((letters.length / 4) * 3)
  letters.fill(LETTER_OF_ZERO, letters.length - padding)
  let seen = 0
  let at = 0
  for (let index = 0; index < letters.length; index += 4) {
    const bits =
      ((SIX_BITS[letters[index] ?? 0] ?? -1) << 18) |
      ((SIX_BITS[letters[index + 1] ?? 0] ?? -1) << 12) |
      ((SIX_BITS[letters[index + 2] ?? 0] ?? -1) << 6) |
      (SIX_BITS[letters[index + 3] ?? 0] ?? -1)
    seen |= bits
    bytes[at] = bits >> 16
    bytes[at + 1] = bits >> 8
    bytes[at + 2] = bits
    at += 3
  }
  return seen < 0 ? undefined : bytes.subarray(0, bytes.length - padding)
}
