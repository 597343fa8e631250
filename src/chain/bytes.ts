import { decodeBase64ByTable, paddingOf } from './base64-table.ts'

/** Lower-case hex without prefix, as `abci_query` takes its `data` (a `0x` prefix is refused in POST). */
export function encodeHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

/**
 * What `atob` reads, as bytes. Pages of the market are base64 by the megabyte: engines that have a decoder of their own
 * take a tenth of the time of one that is written here, and that a third of what `atob` takes. What is not plain base64
 * throughout is left to `atob`.
 * @throws {TypeError|DOMException} when the text is not base64
 */
export function decodeBase64(text: string): Uint8Array {
  if (text.length % 4 !== 0) return decodeByAtob(text)
  return decodeByEngine(text) ?? decodeBase64ByTable(text) ?? decodeByAtob(text)
}

/** undefined where the engine has no decoder, or finds fault with the text. */
function decodeByEngine(text: string): Uint8Array | undefined {
  if ('fromBase64' in Uint8Array && typeof Uint8Array.fromBase64 === 'function') {
    try {
      const bytes: unknown = Uint8Array.fromBase64(text)
      return bytes instanceof Uint8Array ? bytes : undefined
    } catch {
      return undefined
    }
  }
  // In Node. It passes over what is no base64, which makes fewer bytes, takes the alphabet of URLs too, and of a
  // character beyond ASCII takes the low byte, which may be a letter.
  if (typeof Buffer === 'undefined' || text.includes('-') || text.includes('_')) return undefined
  if (Buffer.byteLength(text) !== text.length) return undefined
  const { buffer, byteOffset, length } = Buffer.from(text, 'base64')
  const isWhole = length === (text.length / 4) * 3 - paddingOf(text)
  return isWhole ? new Uint8Array(buffer, byteOffset, length) : undefined
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
