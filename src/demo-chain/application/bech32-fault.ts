import { encodeUtf8 } from '../server/bytes.ts'

const CHARSET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]
const CHECKSUM_LENGTH = 6

/** Why a text is not bech32, in the words of the chain's decoder (cosmos/btcutil 1.0.5 bech32). */
export function describeBech32Fault(text: string): string {
  const bytes = encodeUtf8(text)
  if (bytes.length < 8 || bytes.length > 1023) return `invalid bech32 string length ${bytes.length}`
  const unprintable = bytes.find((byte) => byte < 33 || byte > 126)
  if (unprintable !== undefined) {
    return `invalid character in string: '${String.fromCharCode(unprintable)}'`
  }
  if (/[a-z]/.test(text) && /[A-Z]/.test(text)) return 'string not all lowercase or all uppercase'
  const lower = text.toLowerCase()
  const separator = lower.lastIndexOf('1')
  if (separator < 1 || separator + CHECKSUM_LENGTH + 1 > lower.length) {
    return `invalid separator index ${separator}`
  }
  const data = lower.slice(separator + 1)
  const foreign = [...data].find((character) => !CHARSET.includes(character))
  if (foreign !== undefined) {
    return `invalid character not part of charset: ${foreign.charCodeAt(0)}`
  }
  const payload = data.slice(0, -CHECKSUM_LENGTH)
  const expected = checksumOf(lower.slice(0, separator), payload)
  return `invalid checksum (expected ${expected} got ${data.slice(-CHECKSUM_LENGTH)})`
}

/** BIP 173: the checksum of a human-readable part and the characters after the separator. */
function checksumOf(prefix: string, payload: string): string {
  const codes = [...prefix].map((character) => character.charCodeAt(0))
  const values = [...payload].map((character) => CHARSET.indexOf(character))
  const zeros = Array.from({ length: CHECKSUM_LENGTH }, () => 0)
  const high = codes.map((code) => code >> 5)
  const low = codes.map((code) => code & 31)
  const sum = polymod([...high, 0, ...low, ...values, ...zeros]) ^ 1
  return zeros.map((_, at) => CHARSET[(sum >> (5 * (5 - at))) & 31]).join('')
}

function polymod(values: readonly number[]): number {
  let sum = 1
  for (const value of values) {
    const top = sum >> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    for (const [bit, part] of GENERATOR.entries()) if ((top >> bit) & 1) sum ^= part
  }
  return sum
}
