/** Lower-case hex without prefix, as `abci_query` takes its `data` (a `0x` prefix is refused in POST). */
export function encodeHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

/** @throws {TypeError|DOMException} when the text is not base64 */
export function decodeBase64(text: string): Uint8Array {
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
