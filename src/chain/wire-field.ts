import { BinaryReader } from '@bufbuild/protobuf/wire'

/**
 * The bytes of one length-delimited field of a protobuf message; undefined when it is not there. A field that came more
 * than once counts with its last value, as in any decoder. For the first visit, which a whole decoder would weigh on.
 * @throws {Error} on bytes that are no protobuf message
 */
export function lastBytesOf(message: Uint8Array, field: number): Uint8Array | undefined {
  const reader = new BinaryReader(message)
  let bytes: Uint8Array | undefined
  while (reader.pos < reader.len) {
    const [number, wireType] = reader.tag()
    if (number === field && wireType === 2) bytes = reader.bytes()
    else reader.skip(wireType)
  }
  return bytes
}
