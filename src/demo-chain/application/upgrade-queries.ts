import type { AppliedUpgrade } from '../chain/script.ts'
import { bigEndian64, concatBytes, encodeUtf8 } from '../server/bytes.ts'
import type { Entry } from './entries.ts'
import type { QueryAnswer } from './query-answer.ts'
import { valueAnswer } from './query-answer.ts'
import type { WireField } from './wire-fields.ts'
import { encodeIntegerField, lastText } from './wire-fields.ts'

/** Path of `AppliedPlan`. */
export const APPLIED_PLAN = '/cosmos.upgrade.v1beta1.Query/AppliedPlan'

/** `AppliedPlan` (x/upgrade 0.2 keeper/grpc_query.go). `applied` ascend by height. */
export function answerAppliedPlan(
  request: readonly WireField[],
  applied: readonly AppliedUpgrade[],
  height: bigint,
): QueryAnswer {
  const found = applied.find(({ name }) => name === lastText(request, 1))
  // Not applied is an empty message and no error (steady/140).
  const value = found === undefined ? new Uint8Array() : encodeIntegerField(1, found.height)
  return valueAnswer(value, height)
}

/** Applied plans as they lie under `01` of the store: `height BE8 | name` → 01. */
export function appliedEntries(applied: readonly AppliedUpgrade[]): readonly Entry[] {
  return applied.map(({ name, height }) => ({
    key: concatBytes(bigEndian64(height), encodeUtf8(name)),
    item: Uint8Array.of(1),
  }))
}
