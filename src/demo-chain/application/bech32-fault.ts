import { checksumOf, findForeignCharacter } from '../server/bech32.ts'
import { encodeUtf8 } from '../server/bytes.ts'

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
  const foreign = findForeignCharacter(data)
  if (foreign !== undefined) {
    return `invalid character not part of charset: ${foreign.charCodeAt(0)}`
  }
  const payload = data.slice(0, -CHECKSUM_LENGTH)
  const expected = checksumOf(lower.slice(0, separator), payload)
  return `invalid checksum (expected ${expected} got ${data.slice(-CHECKSUM_LENGTH)})`
}
