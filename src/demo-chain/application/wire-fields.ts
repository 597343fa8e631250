import { concatBytes, decodeUtf8 } from '../server/bytes.ts'

/**
 * One field of a protobuf message as it stands on the wire. Recorded messages are taken apart and put together again
 * this way and not through generated types, so that every byte of the real node survives.
 */
export interface WireField {
  readonly number: number
  /** A varint, or a fixed number, little endian. */
  readonly integer: bigint
  /** Of a length-delimited field; undefined for the other kinds. */
  readonly bytes: Uint8Array | undefined
}

/** Bytes that end in the middle of a field (`isTruncated`), or are no message. Speaks as gogoproto's decoder does. */
export class WireFieldError extends Error {
  override readonly name = 'WireFieldError'
  readonly isTruncated: boolean

  constructor(message: string, isTruncated = false) {
    super(message)
    this.isTruncated = isTruncated
  }
}

function truncated(): WireFieldError {
  return new WireFieldError('unexpected EOF', true)
}

/** @throws {WireFieldError} */
export function readFields(bytes: Uint8Array): WireField[] {
  const fields: WireField[] = []
  let at = 0

  function varint(): bigint {
    let value = 0n
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at++]
      if (byte === undefined) throw truncated()
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return BigInt.asUintN(64, value)
    }
    throw new WireFieldError('proto: integer overflow')
  }

  function take(length: number): Uint8Array {
    if (at + length > bytes.length) throw truncated()
    at += length
    return bytes.subarray(at - length, at)
  }

  while (at < bytes.length) {
    const tag = varint()
    const number = Number(tag >> 3n)
    const kind = tag & 7n
    if (number === 0) throw new WireFieldError(`proto: illegal tag 0 (wire type ${kind})`)
    if (kind === 0n) fields.push({ number, integer: varint(), bytes: undefined })
    else if (kind === 2n) fields.push({ number, integer: 0n, bytes: take(Number(varint())) })
    else if (kind === 1n) fields.push({ number, integer: littleEndian(take(8)), bytes: undefined })
    else if (kind === 5n) fields.push({ number, integer: littleEndian(take(4)), bytes: undefined })
    else throw new WireFieldError(`proto: illegal wireType ${kind}`)
  }
  return fields
}

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n)
}

/** Every length-delimited field of this number, in order. */
export function allBytes(fields: readonly WireField[], number: number): Uint8Array[] {
  return fields.flatMap((field) => (field.number === number && field.bytes ? [field.bytes] : []))
}

/** The last one of this number, as protobuf has it; undefined when absent. */
export function lastBytes(fields: readonly WireField[], number: number): Uint8Array | undefined {
  return allBytes(fields, number).at(-1)
}

/** Empty when absent. */
export function lastText(fields: readonly WireField[], number: number): string {
  return decodeUtf8(lastBytes(fields, number) ?? new Uint8Array())
}

/** Zero when absent. */
export function lastInteger(fields: readonly WireField[], number: number): bigint {
  return fields.findLast((field) => field.number === number)?.integer ?? 0n
}

/** Fields of the message in field `number`; none when absent. @throws {WireFieldError} */
export function lastMessage(fields: readonly WireField[], number: number): WireField[] {
  return readFields(lastBytes(fields, number) ?? new Uint8Array())
}

function encodeVarint(value: bigint): Uint8Array {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, value)
  while (rest >= 0x80n) {
    bytes.push(Number(rest & 0x7fn) | 0x80)
    rest >>= 7n
  }
  bytes.push(Number(rest))
  return Uint8Array.from(bytes)
}

export function encodeIntegerField(number: number, value: bigint): Uint8Array {
  return concatBytes(encodeVarint(BigInt(number << 3)), encodeVarint(value))
}

/** A field of length-delimited items, each under its own tag. Made for pages of thousands. */
export function encodeRepeatedField(number: number, items: readonly Uint8Array[]): Uint8Array {
  const tag = encodeVarint(BigInt((number << 3) | 2))
  const size = items.reduce((sum, { length }) => sum + tag.length + varintSize(length) + length, 0)
  const bytes = new Uint8Array(size)
  let at = 0
  for (const item of items) {
    bytes.set(tag, at)
    at += tag.length
    for (let rest = item.length; ; rest >>>= 7) {
      bytes[at++] = rest < 0x80 ? rest : (rest & 0x7f) | 0x80
      if (rest < 0x80) break
    }
    bytes.set(item, at)
    at += item.length
  }
  return bytes
}

function varintSize(value: number): number {
  let size = 1
  for (let rest = value; rest >= 0x80; rest >>>= 7) size += 1
  return size
}

export function encodeBytesField(number: number, value: Uint8Array): Uint8Array {
  return concatBytes(
    encodeVarint(BigInt((number << 3) | 2)),
    encodeVarint(BigInt(value.length)),
    value,
  )
}
