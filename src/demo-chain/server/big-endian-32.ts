/** Unsigned, big endian, 4 bytes. Keys of the marketplace alone have them, so the demo chain's worker loads it with that. */
export function bigEndian32(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}
