import { BinaryReader, WireType } from '@bufbuild/protobuf/wire'
import { MESSAGE_FIELDS, type WireField } from '../proto/generated/wire-schema.ts'

/** A field the schema does not list, as it stands on the wire (the content alone where it has a length). */
export interface UnknownField {
  readonly number: number
  readonly bytes: Uint8Array
}

/**
 * A message read by its schema, nothing left out. Integers and enums are bigint; a `string` field whose bytes are not
 * UTF-8 keeps its bytes.
 */
export interface WireMessage {
  readonly type: string
  /** By field number; absent fields have no entry. */
  readonly values: ReadonlyMap<number, readonly WireValue[]>
  readonly unknown: readonly UnknownField[]
}

export type WireValue = bigint | number | boolean | string | Uint8Array | WireMessage

/** Bytes that are not a message of the type they claim to be. */
class MalformedMessageError extends Error {
  override readonly name = 'MalformedMessageError'

  constructor(type: string) {
    super(`The bytes are no ${type}.`)
  }
}

/** undefined for a type that is not in the schema (also for names such as `constructor`). */
export function fieldsOf(type: string): readonly WireField[] | undefined {
  return Object.hasOwn(MESSAGE_FIELDS, type) ? MESSAGE_FIELDS[type] : undefined
}

/**
 * Reads bytes as a message of the schema; undefined for bytes the chain's own decoder would refuse (cut short, or with
 * another wire type), and for a type the schema does not have.
 */
export function parseWireMessage(type: string, bytes: Uint8Array): WireMessage | undefined {
  try {
    return readWireMessage(type, bytes)
  } catch {
    return undefined
  }
}

function readWireMessage(type: string, bytes: Uint8Array): WireMessage {
  const fields = fieldsOf(type)
  if (fields === undefined) throw new MalformedMessageError(type)
  return readFields(type, fields, bytes)
}

function readFields(type: string, fields: readonly WireField[], bytes: Uint8Array): WireMessage {
  const reader = new BinaryReader(bytes)
  const values = new Map<number, WireValue[]>()
  const parts = new Map<WireField, Uint8Array[]>()
  const unknown: UnknownField[] = []
  while (reader.pos < reader.len) {
    const [number, wireType] = reader.tag()
    const field = fields.find((candidate) => candidate[0] === number)
    if (field === undefined) {
      unknown.push({ number, bytes: readRaw(reader, number, wireType) })
    } else if (fieldsOf(field[2]) !== undefined) {
      expectWireType(type, wireType, WireType.LengthDelimited)
      append(parts, field, reader.bytes())
    } else {
      const read = readScalars(type, field, reader, wireType)
      // Of a single field that occurs twice the last counts.
      if (field[3] !== 1) values.set(number, read)
      else for (const value of read) append(values, number, value)
    }
  }
  for (const [field, chunks] of parts) {
    // A message that occurs twice without being repeated is merged, which is what reading its joined bytes does.
    const whole = field[3] === 1 ? chunks : [joinBytes(chunks)]
    values.set(
      field[0],
      whole.map((chunk) => readWireMessage(field[2], chunk)),
    )
  }
  return { type, values, unknown }
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let offset = 0
  for (const chunk of chunks) {
    joined.set(chunk, offset)
    offset += chunk.length
  }
  return joined
}

function readRaw(reader: BinaryReader, number: number, wireType: WireType): Uint8Array {
  return wireType === WireType.LengthDelimited ? reader.bytes() : reader.skip(wireType, number)
}

function expectWireType(type: string, found: WireType, wanted: WireType): void {
  if (found !== wanted) throw new MalformedMessageError(type)
}

/** One value, or all of a packed list. */
function readScalars(
  type: string,
  [, , scalar, isRepeated]: WireField,
  reader: BinaryReader,
  wireType: WireType,
): WireValue[] {
  if (scalar === 'string' || scalar === 'bytes') {
    expectWireType(type, wireType, WireType.LengthDelimited)
    const bytes = reader.bytes()
    return [scalar === 'string' ? (decodeText(bytes) ?? bytes) : bytes]
  }
  if (isRepeated === 1 && wireType === WireType.LengthDelimited) {
    const packed = new BinaryReader(reader.bytes())
    const values: WireValue[] = []
    while (packed.pos < packed.len) values.push(readNumber(scalar, packed))
    return values
  }
  expectWireType(type, wireType, scalar === 'double' ? WireType.Bit64 : WireType.Varint)
  return [readNumber(scalar, reader)]
}

function readNumber(scalar: string, reader: BinaryReader): bigint | number | boolean {
  switch (scalar) {
    case 'bool':
      return reader.bool()
    case 'double':
      return reader.double()
    case 'int64':
      return BigInt(reader.int64())
    case 'uint64':
      return BigInt(reader.uint64())
    case 'uint32':
      return BigInt(reader.uint32())
    default:
      // int32 and every enum
      return BigInt(reader.int32())
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** undefined when the bytes are not UTF-8. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes)
  } catch {
    return undefined
  }
}
