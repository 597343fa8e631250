import { ChainTime } from '../domain/chain-time.ts'
import type { Coin } from '../domain/coin.ts'

/** Year 1: how Go's zero time looks on the wire. It means "not set". */
const ZERO_TIME_SECONDS = -62_135_596_800n
/** End of year 9999, where google.protobuf.Timestamp ends. */
const LAST_SECOND = 253_402_300_799n
const LAST_NANOSECOND = 999_999_999

/** A protobuf Timestamp, exactly; undefined where none was set, or none that can be. */
export function toDate(
  time: { readonly seconds: bigint; readonly nanos: number } | undefined,
): Date | undefined {
  if (time === undefined || time.seconds <= ZERO_TIME_SECONDS) return undefined
  const isValid = time.seconds <= LAST_SECOND && time.nanos >= 0 && time.nanos <= LAST_NANOSECOND
  return isValid ? new ChainTime(Number(time.seconds), time.nanos) : undefined
}

/** A protobuf Duration in milliseconds. */
export function toDurationMs(
  duration: { readonly seconds: bigint; readonly nanos: number } | undefined,
): number | undefined {
  if (duration === undefined) return undefined
  return Number(duration.seconds) * 1_000 + Math.trunc(duration.nanos / 1_000_000)
}

/** An `Int` of the SDK; undefined when the text is no integer. */
export function toBigInt(text: string): bigint | undefined {
  return /^-?\d+$/.test(text) ? BigInt(text) : undefined
}

/**
 * Coins as amounts.
 * @throws {RangeError} on an amount that is no integer: dropping it would show less than there is
 */
export function toCoins(
  coins: readonly { readonly denom: string; readonly amount: string }[],
): readonly Coin[] {
  return coins.map(({ denom, amount }) => {
    const value = toBigInt(amount)
    if (value === undefined) throw new RangeError(`an amount of ${denom} is not an integer`)
    return { denom, amount: value }
  })
}
