/** Characters in the order of their values. */
export const CHARSET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]
const CHECKSUM_LENGTH = 6

/** Longest text the chain's decoder takes, beyond BIP 173's 90. */
const MAX_LENGTH = 1023

/** What stands in a bech32 text. `bytes` is undefined where the data are no whole bytes. */
export interface Bech32 {
  readonly prefix: string
  readonly bytes: Uint8Array | undefined
}

/** An address as BIP 173 writes it. */
export function encodeBech32(prefix: string, bytes: Uint8Array): string {
  let data = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    for (bits += 8; bits >= 5; bits -= 5) data += CHARSET[(held >> (bits - 5)) & 31]
  }
  if (bits > 0) data += CHARSET[(held << (5 - bits)) & 31]
  return `${prefix}1${data}${checksumOf(prefix, data)}`
}

/** Undefined when the text is no bech32. */
export function decodeBech32(text: string): Bech32 | undefined {
  const lower = text.toLowerCase()
  const separator = lower.lastIndexOf('1')
  const data = lower.slice(separator + 1, -CHECKSUM_LENGTH)
  if (
    text.length > MAX_LENGTH ||
    (text !== lower && text !== text.toUpperCase()) ||
    !/^[!-~]+1[02-9ac-hj-np-z]{6,}$/.test(lower) ||
    !lower.endsWith(checksumOf(lower.slice(0, separator), data))
  ) {
    return undefined
  }
  return { prefix: lower.slice(0, separator), bytes: toBytes(data) }
}

function toBytes(data: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((data.length * 5) / 8))
  let held = 0
  let bits = 0
  let at = 0
  for (const character of data) {
    held = ((held << 5) | CHARSET.indexOf(character)) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = held >> bits
  }
  // What is left over are fewer bits than a character has, all zero.
  return bits > 4 || (held & ((1 << bits) - 1)) !== 0 ? undefined : bytes
}

/** BIP 173: the checksum of a human-readable part and the characters after the separator. */
export function checksumOf(prefix: string, data: string): string {
  let sum = 1
  const take = (value: number): void => {
    const top = sum >> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    for (let bit = 0; bit < 5; bit++) if ((top >> bit) & 1) sum ^= GENERATOR[bit] ?? 0
  }
  for (let at = 0; at < prefix.length; at++) take(prefix.charCodeAt(at) >> 5)
  take(0)
  for (let at = 0; at < prefix.length; at++) take(prefix.charCodeAt(at) & 31)
  for (let at = 0; at < data.length; at++) take(CHARSET.indexOf(data.charAt(at)))
  for (let at = 0; at < CHECKSUM_LENGTH; at++) take(0)
  let checksum = ''
  for (let at = 25; at >= 0; at -= 5) checksum += CHARSET[((sum ^ 1) >> at) & 31]
  return checksum
}

/** The first character that is none of bech32's. */
export function findForeignCharacter(data: string): string | undefined {
  return [...data].find((character) => !CHARSET.includes(character))
}
