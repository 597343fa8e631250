import { ChainTime } from '../../domain/chain-time.ts'
import { formatDec, parseDec, parseScaledDec } from '../../domain/decimal.ts'
import type { FieldValue } from '../../domain/message.ts'
import { ENUM_NAMES } from '../proto/generated/wire-schema.ts'
import { toDate } from '../proto-values.ts'
import type { FieldKind } from './field-kinds.ts'
import { decodeText, type WireMessage, type WireValue } from './wire-message.ts'
import { integerOf, isWireMessage, textOf } from './wire-value.ts'

/** bech32 of 20 to 32 bytes, which is what accounts, validators and contracts have. */
const ADDRESS = /^[a-z]{1,30}1[02-9ac-hj-np-z]{38,58}$/
const LINK = /^(https?|ipfs):\/\/\S+$/i
const JSON_LIKE = /^\s*[{[]/
const LONG = 120

/**
 * A scalar or enum as a screen draws it. `kind` is what is known of the field beyond its protobuf type; a text that does
 * not fit its kind is shown as the text it is.
 */
export function toScalarValue(
  type: string,
  kind: FieldKind | undefined,
  value: Exclude<WireValue, WireMessage>,
): FieldValue {
  switch (typeof value) {
    case 'boolean':
      return { kind: 'flag', value }
    case 'number':
      return { kind: 'decimal', text: value.toString() }
    case 'bigint':
      return toIntegerValue(type, kind, value)
    case 'string':
      return toTextValue(kind, value)
    default: {
      const text = kind === undefined ? undefined : decodeText(value)
      return text === undefined ? { kind: 'bytes', bytes: value } : toTextValue(kind, text)
    }
  }
}

function toIntegerValue(type: string, kind: FieldKind | undefined, value: bigint): FieldValue {
  const names = Object.hasOwn(ENUM_NAMES, type) ? ENUM_NAMES[type] : undefined
  // A number no official name exists for is shown as the number.
  if (names !== undefined) return { kind: 'text', text: names[Number(value)] ?? value.toString() }
  if (kind === 'height') return { kind: 'height', height: value }
  if ((kind === 'seconds' || kind === 'nanoseconds') && value !== 0n) {
    const perSecond = kind === 'seconds' ? 1n : 1_000_000_000n
    const time = new ChainTime(Number(value / perSecond), Number(value % perSecond))
    if (!Number.isNaN(time.getTime())) return { kind: 'time', time }
  }
  return { kind: 'integer', value }
}

function toTextValue(kind: FieldKind | undefined, text: string): FieldValue {
  if (kind === 'scaled' || kind === 'decimal') {
    const decimal = kind === 'scaled' ? parseScaledDec(text) : parseDec(text)
    if (decimal !== undefined) return { kind: 'decimal', text: trimZeros(formatDec(decimal)) }
  }
  if (kind === 'number' && /^-?\d+$/.test(text)) return { kind: 'integer', value: BigInt(text) }
  if (ADDRESS.test(text)) return { kind: 'address', address: text }
  if (LINK.test(text)) return { kind: 'link', text }
  if (text.length > LONG || text.includes('\n') || JSON_LIKE.test(text)) {
    return { kind: 'block', text }
  }
  return { kind: 'text', text }
}

function trimZeros(decimal: string): string {
  return decimal.replace(/\.?0+$/, '')
}

/**
 * Embedded messages that are one value to a reader: coins, times, durations. Several coins are one value too. undefined
 * for any other message, and where a part would be lost.
 */
export function toWholeValue(type: string, values: readonly WireValue[]): FieldValue | undefined {
  const messages = values.filter(isWireMessage)
  if (messages.some(hasSurprise)) return undefined
  switch (type) {
    case 'cosmos.base.v1beta1.Coin':
      return toCoinsValue(messages)
    case 'cosmos.base.v1beta1.DecCoin':
      return toDecCoinsValue(messages)
    case 'google.protobuf.Timestamp':
      return messages.length === 1 ? toTimeValue(messages[0]) : undefined
    case 'google.protobuf.Duration':
      return messages.length === 1 ? toDurationValue(messages[0]) : undefined
    default:
      return undefined
  }
}

/** Unknown fields, or text that is no text. */
function hasSurprise({ unknown, values }: WireMessage): boolean {
  return (
    unknown.length > 0 || [...values.values()].flat().some((part) => part instanceof Uint8Array)
  )
}

function toCoinsValue(messages: readonly WireMessage[]): FieldValue | undefined {
  const coins = messages.map((coin) => ({
    denom: textOf(coin, 'denom'),
    amount: textOf(coin, 'amount'),
  }))
  if (coins.some(({ amount }) => !/^-?\d+$/.test(amount))) return undefined
  return {
    kind: 'coins',
    coins: coins.map(({ denom, amount }) => ({ denom, amount: BigInt(amount) })),
  }
}

function toDecCoinsValue(messages: readonly WireMessage[]): FieldValue | undefined {
  const coins: { denom: string; amount: string }[] = []
  for (const coin of messages) {
    const amount = parseScaledDec(textOf(coin, 'amount'))
    if (amount === undefined) return undefined
    coins.push({ denom: textOf(coin, 'denom'), amount: trimZeros(formatDec(amount)) })
  }
  return { kind: 'decimal-coins', coins }
}

function toTimeValue(message: WireMessage | undefined): FieldValue | undefined {
  if (message === undefined) return undefined
  const seconds = integerOf(message, 'seconds')
  const nanos = Number(integerOf(message, 'nanos'))
  const time = toDate({ seconds, nanos })
  if (time !== undefined) return { kind: 'time', time }
  // Go's zero time is year 1; anything else a Date cannot hold is shown in parts.
  return seconds < 0n && nanos === 0 ? { kind: 'absent', text: 'not set' } : undefined
}

function toDurationValue(message: WireMessage | undefined): FieldValue | undefined {
  if (message === undefined) return undefined
  const ms =
    Number(integerOf(message, 'seconds')) * 1_000 + Number(integerOf(message, 'nanos')) / 1_000_000
  return { kind: 'duration', durationMs: ms }
}
