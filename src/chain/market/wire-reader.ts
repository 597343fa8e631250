/** Texts that came lately, by what their bytes add up to: the same addresses come by the thousand. */
const SLOTS = 4_096
const recent: (string | undefined)[] = new Array(SLOTS)
/** Longer texts are no addresses, and are not kept. */
const LONGEST_KEPT = 64
/** Longer messages hardly come twice, and are not kept. */
const LONGEST_MESSAGE_KEPT = 512

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true })

const VARINT = 0
const EIGHT_BYTES = 1
const BYTES = 2
const FOUR_BYTES = 5
const MOST_VARINT_BYTES = 10
/** Bytes of a varint that a double holds all numbers of. */
const BYTES_AT_ONCE = 7
/** Digits that a double holds all numbers of. */
const DIGITS_AT_ONCE = 15
const AT_ONCE = 10n ** BigInt(DIGITS_AT_ONCE)
/** The largest LegacyDec has 95. */
const MOST_DIGITS = 100

const ZERO = 0x30
const MINUS = 0x2d

/** Bytes that are no protobuf message of the kind that was expected. */
export class WireError extends Error {
  override readonly name = 'WireError'
}

interface RecentMessage<T> {
  readonly bytes: Uint8Array
  readonly value: T
}

/** What messages of one kind were read as lately, by what their bytes add up to. */
export type RecentMessages<T> = (RecentMessage<T> | undefined)[]

export function createRecentMessages<T>(): RecentMessages<T> {
  return new Array<RecentMessage<T> | undefined>(SLOTS)
}

/**
 * Reads one protobuf message field by field, for decoders that go straight to the domain: those that are generated make
 * ten objects for each that is kept, which for a market of 60,000 leases is most of the time. A field of another kind
 * than is asked for is an error.
 */
export class WireReader {
  private readonly bytes: Uint8Array
  private at = 0
  private end: number
  private kind = VARINT
  private goesOn = false

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.end = bytes.length
  }

  /** The number of the next field of this message; 0 at its end. @throws {WireError} */
  next(): number {
    if (this.at >= this.end) return 0
    const tag = this.varint()
    this.kind = tag & 7
    const field = tag >>> 3
    if (field === 0) throw new WireError('A field has no number.')
    return field
  }

  /** Goes on behind the field. @throws {WireError} */
  skip(): void {
    if (this.kind === VARINT) this.varint()
    else if (this.kind === BYTES) this.moveTo(this.endOfBytes())
    else if (this.kind === EIGHT_BYTES) this.moveTo(this.at + 8)
    else if (this.kind === FOUR_BYTES) this.moveTo(this.at + 4)
    else throw new WireError('A field is of a kind that nobody writes.')
  }

  /** A message within this one; `read` takes it to its end. @throws {WireError} */
  message<T>(read: (wire: WireReader) => T): T {
    return this.readTo(this.endOfBytes(), read)
  }

  /**
   * The same of a message of a kind that comes again and again with the same bytes: what it was read as is given again, so
   * nobody may change it.
   * @throws {WireError}
   */
  recurring<T>(recent: RecentMessages<T>, read: (wire: WireReader) => T): T {
    const end = this.endOfBytes()
    const { bytes, at: start } = this
    if (end - start > LONGEST_MESSAGE_KEPT) return this.readTo(end, read)
    const slot = slotOf(bytes, start, end)
    const known = recent[slot]
    if (known !== undefined && isSame(known.bytes, bytes, start, end)) {
      this.at = end
      return known.value
    }
    const value = this.readTo(end, read)
    recent[slot] = { bytes: bytes.slice(start, end), value }
    return value
  }

  /** `string`. @throws {WireError} */
  text(): string {
    const end = this.endOfBytes()
    const start = this.at
    this.at = end
    const { bytes } = this
    const length = end - start
    if (length > LONGEST_KEPT) return UTF8.decode(bytes.subarray(start, end))
    const slot = slotOf(bytes, start, end)
    const known = recent[slot]
    if (known !== undefined && isText(known, bytes, start, length)) return known
    const text = UTF8.decode(bytes.subarray(start, end))
    recent[slot] = text
    return text
  }

  /**
   * A whole number in ASCII digits; undefined where it reads otherwise.
   * @param ofNothing what no digits at all stand for
   * @throws {WireError}
   */
  decimal(ofNothing?: bigint): bigint | undefined {
    const end = this.endOfBytes()
    const { bytes } = this
    const isNegative = this.at < end && bytes[this.at] === MINUS
    let index = isNegative ? this.at + 1 : this.at
    this.at = end
    const digits = end - index
    if (digits === 0) return isNegative ? undefined : ofNothing
    if (digits > MOST_DIGITS) return undefined
    let value = 0n
    // First what is more than whole groups, so that every other group is worth the same.
    let groupEnd = index + (digits % DIGITS_AT_ONCE || DIGITS_AT_ONCE)
    for (;;) {
      let group = 0
      for (; index < groupEnd; index++) {
        const digit = (bytes[index] ?? 0) - ZERO
        if (digit < 0 || digit > 9) return undefined
        group = group * 10 + digit
      }
      value = value === 0n ? BigInt(group) : value * AT_ONCE + BigInt(group)
      if (index === end) return isNegative ? -value : value
      groupEnd += DIGITS_AT_ONCE
    }
  }

  /** `uint32`: of more bits the lower ones, as any decoder takes them. @throws {WireError} */
  uint32(): number {
    this.expect(VARINT)
    return this.varint()
  }

  /** `int32` and enums. @throws {WireError} */
  int32(): number {
    return this.uint32() | 0
  }

  /** `uint64`. @throws {WireError} */
  uint64(): bigint {
    this.expect(VARINT)
    const low = this.part(BYTES_AT_ONCE)
    if (!this.goesOn) return BigInt(low)
    const high = this.part(MOST_VARINT_BYTES - BYTES_AT_ONCE)
    if (this.goesOn) throw new WireError('A number does not end.')
    return BigInt.asUintN(64, (BigInt(high) << BigInt(7 * BYTES_AT_ONCE)) | BigInt(low))
  }

  /** `int64`. @throws {WireError} */
  int64(): bigint {
    return BigInt.asIntN(64, this.uint64())
  }

  private readTo<T>(end: number, read: (wire: WireReader) => T): T {
    const outer = this.end
    this.end = end
    const value = read(this)
    this.end = outer
    return value
  }

  /** Up to so many bytes of a varint as a number; whether there are more is in `goesOn`. */
  private part(most: number): number {
    let value = 0
    let worth = 1
    for (let count = 0; count < most; count++) {
      const byte = this.byte()
      value += (byte & 0x7f) * worth
      this.goesOn = byte >= 0x80
      if (!this.goesOn) return value
      worth *= 0x80
    }
    return value
  }

  /** The lower 32 bits of a varint. */
  private varint(): number {
    let value = 0
    for (let shift = 0; shift < 7 * MOST_VARINT_BYTES; shift += 7) {
      const byte = this.byte()
      if (shift < 32) value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value >>> 0
    }
    throw new WireError('A number does not end.')
  }

  private byte(): number {
    if (this.at >= this.end) throw new WireError('The message ends too early.')
    return this.bytes[this.at++] ?? 0
  }

  private expect(kind: number): void {
    if (this.kind !== kind) throw new WireError('A field is of another kind than it should be.')
  }

  /** Where a field with a length ends, whose length is read here. */
  private endOfBytes(): number {
    this.expect(BYTES)
    const length = this.varint()
    const end = this.at + length
    if (end > this.end) throw new WireError('The message ends too early.')
    return end
  }

  private moveTo(at: number): void {
    if (at > this.end) throw new WireError('The message ends too early.')
    this.at = at
  }
}

function slotOf(bytes: Uint8Array, start: number, end: number): number {
  let sum = end - start
  for (let index = start; index < end; index++) {
    sum = (Math.imul(sum, 31) + (bytes[index] ?? 0)) | 0
  }
  return (sum >>> 7) % SLOTS
}

function isSame(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start) return false
  for (let index = 0; index < known.length; index++) {
    if (known[index] !== bytes[start + index]) return false
  }
  return true
}

function isText(text: string, bytes: Uint8Array, start: number, length: number): boolean {
  if (text.length !== length) return false
  for (let index = 0; index < length; index++) {
    if (text.charCodeAt(index) !== bytes[start + index]) return false
  }
  return true
}
