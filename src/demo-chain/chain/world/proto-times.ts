import type { Duration } from '../../../chain/proto/generated/google/protobuf/duration.ts'
import type { Timestamp } from '../../../chain/proto/generated/google/protobuf/timestamp.ts'

/** Go's zero time, which is what an unset time is on the wire: year 1. */
export const ZERO_TIME: Timestamp = { seconds: -62_135_596_800n, nanos: 0 }

export const UNIX_EPOCH: Timestamp = { seconds: 0n, nanos: 0 }

export function toTimestamp(timeMs: number): Timestamp {
  const whole = Math.floor(timeMs / 1000)
  return { seconds: BigInt(whole), nanos: Math.round(timeMs - whole * 1000) * 1_000_000 }
}

export function seconds(amount: number): Duration {
  return { seconds: BigInt(amount), nanos: 0 }
}
