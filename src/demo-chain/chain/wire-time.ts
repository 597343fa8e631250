import type { Duration } from '../../chain/proto/generated/google/protobuf/duration.ts'
import type { Timestamp } from '../../chain/proto/generated/google/protobuf/timestamp.ts'

export function writeTimestamp(timeMs: number): Timestamp {
  const seconds = Math.floor(timeMs / 1000)
  return { seconds: BigInt(seconds), nanos: (timeMs - seconds * 1000) * 1_000_000 }
}

/** Milliseconds since 1970, rounded up, so that a deadline is never met before its time. */
export function readTimestamp({ seconds, nanos }: Timestamp): number {
  return Number(seconds) * 1000 + Math.ceil(nanos / 1_000_000)
}

/** Milliseconds; 0 of a missing one. */
export function readDuration(duration: Duration | undefined): number {
  return duration === undefined ? 0 : Number(duration.seconds) * 1000 + duration.nanos / 1_000_000
}
