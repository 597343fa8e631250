import { fieldsOf, type WireMessage, type WireValue } from './wire-message.ts'

/** What protobuf reads where nothing was written; undefined for messages and lists, whose absence can be told. */
const DEFAULTS: Readonly<Record<string, WireValue>> = {
  string: '',
  bytes: new Uint8Array(),
  bool: false,
  double: 0,
}

/** All values of a field by its official name, in order; empty where the message has none or no such field. */
export function valuesOf(message: WireMessage, name: string): readonly WireValue[] {
  const field = fieldsOf(message.type)?.find((candidate) => candidate[1] === name)
  return field === undefined ? [] : (message.values.get(field[0]) ?? [])
}

/** The default of a scalar or enum type. */
export function defaultOf(type: string): WireValue | undefined {
  if (fieldsOf(type) !== undefined) return undefined
  return Object.hasOwn(DEFAULTS, type) ? DEFAULTS[type] : 0n
}

export function isWireMessage(value: WireValue | undefined): value is WireMessage {
  return typeof value === 'object' && !(value instanceof Uint8Array)
}

/** A text field; empty where it is not set or is not UTF-8. */
export function textOf(message: WireMessage, name: string): string {
  const [value] = valuesOf(message, name)
  return typeof value === 'string' ? value : ''
}

/** An integer field; zero where it is not set, as protobuf has it. */
export function integerOf(message: WireMessage, name: string): bigint {
  const [value] = valuesOf(message, name)
  return typeof value === 'bigint' ? value : 0n
}

export function bytesOf(message: WireMessage, name: string): Uint8Array {
  const [value] = valuesOf(message, name)
  return value instanceof Uint8Array ? value : new Uint8Array()
}

/** An embedded message; undefined where it is not set. */
export function messageOf(message: WireMessage, name: string): WireMessage | undefined {
  const [value] = valuesOf(message, name)
  return isWireMessage(value) ? value : undefined
}
