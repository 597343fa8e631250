import type { QueryAnswer } from '../application/query-answer.ts'
import { valueAnswer } from '../application/query-answer.ts'
import type { Entry } from '../application/sdk-paging.ts'
import type { WireField } from '../application/wire-fields.ts'
import {
  allBytes,
  encodeIntegerField,
  lastBytes,
  lastInteger,
  lastText,
  readFields,
} from '../application/wire-fields.ts'
import { textArgument } from '../server/backend.ts'
import {
  bigEndian64,
  concatBytes,
  decodeUtf8,
  encodeUtf8,
  startsWithBytes,
} from '../server/bytes.ts'
import type { RecordedCall } from './recorded-call.ts'
import type { RecordedQueries } from './recorded-queries.ts'
import { answeredHeight, answeredValue } from './recorded-queries.ts'

const QUERY = '/cosmos.upgrade.v1beta1.Query/'
const SUBSPACE = '/store/upgrade/subspace'

interface AppliedUpgrade {
  readonly name: string
  readonly height: bigint
}

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
    if (path !== `${QUERY}AppliedPlan`) return undefined
    const applied = this.appliedBy(height)
    if (applied === undefined) return undefined
    const found = applied.find(({ name }) => name === lastText(request, 1))
    // Not applied is an empty message and no error (steady/140).
    const value = found === undefined ? new Uint8Array() : encodeIntegerField(1, found.height)
    return valueAnswer(value, height)
  }

  /** Applied plans as pairs of the store, in its order; undefined when they are not known of that height. */
  appliedPairs(prefix: Uint8Array, height: bigint): readonly Entry[] | undefined {
    if (prefix[0] !== 0x01) return undefined
    return this.appliedBy(height)
      ?.map(({ name, height: at }) => ({
        key: concatBytes(Uint8Array.of(0x01), bigEndian64(at), encodeUtf8(name)),
        item: Uint8Array.of(1),
      }))
      .filter(({ key }) => startsWithBytes(key, prefix))
  }

  /** What lies under a key of the store; undefined when that is not known, null when nothing does. */
  stored(key: Uint8Array, height: bigint): Uint8Array | null | undefined {
    if (isByte(key, 0x00)) return this.storedPlan(height)
    if (key[0] === 0x01) {
      const name = decodeUtf8(key.subarray(9))
      const atHeight = bigEndian64Value(key.subarray(1, 9))
      const applied = this.appliedBy(height)
      if (applied === undefined || key.length < 9) return undefined
      const isThere = applied.some((one) => one.name === name && one.height === atHeight)
      return isThere ? Uint8Array.of(1) : null
    }
    if (key[0] === 0x02) return this.storedVersion(decodeUtf8(key.subarray(1)), height)
    return undefined
  }

  private storedPlan(height: bigint): Uint8Array | null | undefined {
    const response = this.queries.value(`${QUERY}CurrentPlan`, new Uint8Array(), height)
    return response === undefined ? undefined : (lastBytes(readFields(response), 1) ?? null)
  }

  private storedVersion(module: string, height: bigint): Uint8Array | null | undefined {
    const response = this.queries.value(`${QUERY}ModuleVersions`, new Uint8Array(), height)
    if (response === undefined) return undefined
    const versions = allBytes(readFields(response), 1).map(readFields)
    const found = versions.find((version) => lastText(version, 1) === module)
    return found === undefined ? null : bigEndian64(lastInteger(found, 2))
  }

  /** Entries of the store never change once they are there, so that older states follow from a newer one. */
  private appliedBy(height: bigint): readonly AppliedUpgrade[] | undefined {
    if (height > this.appliedUpTo) return undefined
    return this.applied?.filter((one) => one.height <= height)
  }
}

/** A pair of cosmos.store.internal.kv.v1beta1.Pairs: `01 | height BE8 | name` → 01. */
function readApplied(pair: Uint8Array): AppliedUpgrade {
  const key = lastBytes(readFields(pair), 1) ?? new Uint8Array()
  return { height: bigEndian64Value(key.subarray(1, 9)), name: decodeUtf8(key.subarray(9)) }
}

function bigEndian64Value(bytes: Uint8Array): bigint {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)
}

function isByte(value: unknown, byte: number): boolean {
  return value instanceof Uint8Array && value.length === 1 && value[0] === byte
}
