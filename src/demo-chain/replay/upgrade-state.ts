import type { Entry } from '../application/entries.ts'
import type { QueryAnswer } from '../application/query-answer.ts'
import type { StoreRange } from '../application/store-queries.ts'
import {
  bigEndian64Value,
  singleRange,
  textEntries,
  wholeRange,
} from '../application/store-queries.ts'
import { APPLIED_PLAN, answerAppliedPlan, appliedEntries } from '../application/upgrade-queries.ts'
import type { WireField } from '../application/wire-fields.ts'
import {
  allBytes,
  lastBytes,
  lastInteger,
  lastText,
  readFields,
} from '../application/wire-fields.ts'
import type { AppliedUpgrade } from '../chain/script.ts'
import { textArgument } from '../server/backend.ts'
import { bigEndian64, decodeUtf8 } from '../server/bytes.ts'
import type { RecordedCall } from './recorded-call.ts'
import type { RecordedQueries } from './recorded-queries.ts'
import { answeredHeight, answeredValue } from './recorded-queries.ts'

const QUERY = '/cosmos.upgrade.v1beta1.Query/'
const SUBSPACE = '/store/upgrade/subspace'
const PLAN = Uint8Array.of(0x00)
const APPLIED = Uint8Array.of(0x01)
const VERSIONS = Uint8Array.of(0x02)

/** x/upgrade: applied plans from the recorded part `01` of its store, and what its queries say as keys of the store. */
export class UpgradeState {
  private readonly queries: RecordedQueries
  private readonly applied: readonly AppliedUpgrade[] | undefined
  private readonly appliedUpTo: bigint

  constructor(calls: readonly RecordedCall[], queries: RecordedQueries, pinned: bigint) {
    this.queries = queries
    const recorded = calls.findLast(
      ({ call }) => textArgument(call.args, 'path') === SUBSPACE && isByte(call.args.data, 0x01),
    )
    const pairs = answeredValue(recorded)
    this.applied = pairs && allBytes(readFields(pairs), 1).map(readApplied)
    const readAt = (recorded && answeredHeight(recorded)) ?? 0n
    // Read at times a little before the pin; no plan was due in between (`resumed`: none at all).
    this.appliedUpTo = readAt > pinned ? readAt : pinned
  }

  /** AppliedPlan. undefined: another question, or what it needs was not recorded. */
  answer(path: string, request: readonly WireField[], height: bigint): QueryAnswer | undefined {
    const applied = path === APPLIED_PLAN ? this.appliedBy(height) : undefined
    return applied && answerAppliedPlan(request, applied, height)
  }

  /** The part of the store a prefix lies in; undefined when it is not known of that height. */
  range(prefix: Uint8Array, height: bigint): StoreRange | undefined {
    switch (prefix[0]) {
      case 0x00:
        return this.planRange(height)
      case 0x01: {
        const applied = this.appliedBy(height)
        return applied && wholeRange(APPLIED, appliedEntries(applied))
      }
      case 0x02:
        return this.versionRange(height)
      default:
        return undefined
    }
  }

  private planRange(height: bigint): StoreRange | undefined {
    const response = this.queries.value(`${QUERY}CurrentPlan`, new Uint8Array(), height)
    return response && singleRange(PLAN, lastBytes(readFields(response), 1))
  }

  private versionRange(height: bigint): StoreRange | undefined {
    const response = this.queries.value(`${QUERY}ModuleVersions`, new Uint8Array(), height)
    return response && wholeRange(VERSIONS, versionEntries(response))
  }

  /** Entries of the store never change once they are there, so that older states follow from a newer one. */
  private appliedBy(height: bigint): readonly AppliedUpgrade[] | undefined {
    if (height > this.appliedUpTo) return undefined
    return this.applied?.filter((one) => one.height <= height)
  }
}

function versionEntries(response: Uint8Array): readonly Entry[] {
  const versions = allBytes(readFields(response), 1).map(readFields)
  return textEntries(
    versions.map((version) => ({
      name: lastText(version, 1),
      item: bigEndian64(lastInteger(version, 2)),
    })),
  )
}

/** A pair of cosmos.store.internal.kv.v1beta1.Pairs: `01 | height BE8 | name` → 01. */
function readApplied(pair: Uint8Array): AppliedUpgrade {
  const key = lastBytes(readFields(pair), 1) ?? new Uint8Array()
  return { height: bigEndian64Value(key.subarray(1, 9)), name: decodeUtf8(key.subarray(9)) }
}

function isByte(value: unknown, byte: number): boolean {
  return value instanceof Uint8Array && value.length === 1 && value[0] === byte
}
