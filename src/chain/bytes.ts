/** Lower-case hex without prefix, as `abci_query` takes its `data` (a `0x` prefix is refused in POST). */
export function encodeHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

const LETTER_OF_ZERO = 'A'.charCodeAt(0)

/** The six bits that an ASCII character stands for; -1 where it stands for none. */
const SIX_BITS = new Int8Array(256).fill(-1)
for (const [value, letter] of [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
].entries()) {
  SIX_BITS[letter.charCodeAt(0)] = value
}

/**
 * What `atob` reads, as bytes. Pages of the market are base64 by the megabyte, of which a table makes bytes in a third of
 * the time; what is not plain base64 throughout is left to `atob`.
 * @throws {TypeError|DOMException} when the text is not base64
 */
export function decodeBase64(text: string): Uint8Array {
  return text.length % 4 === 0 ? (decodeByTable(text) ?? decodeByAtob(text)) : decodeByAtob(text)
}

/** undefined where a character is no base64, padding in the wrong place included. */
function decodeByTable(text: string): Uint8Array | undefined {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
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

function decodeByAtob(text: string): Uint8Array {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}

/** Eight bytes, big endian: how the SDK's collections encode a uint64 key. */
export function encodeUint64(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, value)
  return bytes
}

export function decodeUint64(bytes: Uint8Array): bigint | undefined {
  if (bytes.length !== 8) return undefined
  return new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0)
}
