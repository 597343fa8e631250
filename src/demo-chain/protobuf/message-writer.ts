/** Writes a field as proto3 does: one that holds its type's zero is left out. */
export type FieldWriter<V> = (number: number, value: V) => void

/** Writes the fields of a message. */
export type MessageWriter<T> = (message: T) => void

/** What is being written; messages are written one at a time, so all share the buffer. */
let buffer = new Uint8Array(4096)
let at = 0

const VARINT_BYTES = 10
const utf8 = new TextEncoder()

/**
 * A message from its members in the order of their field numbers, 1, 2, 3 and so on. A few hundred bytes instead of the
 * generated code's tens of thousands, which also reads what the demo chain never reads.
 * @param numbers the field numbers where some are left out
 */
export function describeMessage<T>(
  fields: { readonly [K in keyof T]: FieldWriter<T[K]> },
  numbers: readonly number[] = [],
): MessageWriter<T> {
  const steps: MessageWriter<T>[] = []
  for (const key in fields) {
    const write = fields[key]
    const number = numbers[steps.length] ?? steps.length + 1
    steps.push((message) => write(number, message[key]))
  }
  return (message) => {
    for (const step of steps) step(message)
  }
}

export function encodeProto<T>(write: MessageWriter<T>, message: T): Uint8Array {
  at = 0
  write(message)
  return buffer.slice(0, at)
}

/** Every kind of varint there is but the zigzag ones; negative numbers take ten bytes. */
export const integer: FieldWriter<bigint | number | boolean> = (number, value) => {
  const small = Number(value)
  if (small === 0) return
  writeVarint(number * 8)
  if (small > 0 && small <= Number.MAX_SAFE_INTEGER) writeVarint(small)
  else writeLarge(BigInt.asUintN(64, BigInt(value)))
}

export const text: FieldWriter<string> = (number, value) => {
  if (value === '') return
  const start = begin(number)
  reserve(value.length * 3)
  at += utf8.encodeInto(value, buffer.subarray(at)).written
  end(start)
}

export const bytes: FieldWriter<Uint8Array> = (number, value) => {
  if (value.length === 0) return
  const start = begin(number)
  reserve(value.length)
  buffer.set(value, at)
  at += value.length
  end(start)
}

/** A message in a field; an empty one is written, a missing one is not. */
export function message<T>(write: MessageWriter<T>): FieldWriter<T | undefined> {
  return (number, value) => {
    if (value === undefined) return
    const start = begin(number)
    write(value)
    end(start)
  }
}

export function list<T>(write: MessageWriter<T>): FieldWriter<readonly T[]> {
  const one = message(write)
  return (number, values) => {
    for (const value of values) one(number, value)
  }
}

/** Numbers one after the other under one tag. */
export const packed: FieldWriter<readonly bigint[]> = (number, values) => {
  if (values.length === 0) return
  const start = begin(number)
  for (const value of values) writeLarge(value)
  end(start)
}

function reserve(count: number): void {
  if (at + count <= buffer.length) return
  const grown = new Uint8Array(2 * (at + count))
  grown.set(buffer)
  buffer = grown
}

function writeVarint(value: number): void {
  reserve(VARINT_BYTES)
  let rest = value
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) buffer[at++] = (rest & 0x7f) | 0x80
  buffer[at++] = rest
}

function writeLarge(value: bigint): void {
  reserve(VARINT_BYTES)
  let rest = value
  for (; rest >= 0x80n; rest >>= 7n) buffer[at++] = Number(rest & 0x7fn) | 0x80
  buffer[at++] = Number(rest)
}

/** Begins a field of a length that is not known yet; most lengths take one byte, which is left free. */
function begin(number: number): number {
  writeVarint(number * 8 + 2)
  reserve(1)
  return ++at
}

function end(start: number): void {
  const length = at - start
  if (length < 0x80) {
    buffer[start - 1] = length
    return
  }
  reserve(VARINT_BYTES)
  const stop = at
  at = start - 1
  let more = 0
  for (let rest = length; rest >= 0x80; rest = Math.floor(rest / 0x80)) more++
  buffer.copyWithin(start + more, start, stop)
  writeVarint(length)
  at = stop + more
}
