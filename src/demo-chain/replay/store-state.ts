import type { QueryAnswer } from '../application/query-answer.ts'
import { storeAnswer } from '../application/query-answer.ts'
import type { Entry } from '../application/sdk-paging.ts'
import { encodeBytesField, lastBytes, readFields } from '../application/wire-fields.ts'
import { bigEndian64, compareBytes, concatBytes, startsWithBytes } from '../server/bytes.ts'
import type { GovState } from './gov-state.ts'
import type { RecordedQueries } from './recorded-queries.ts'
import type { StakingState } from './staking-state.ts'
import type { UpgradeState } from './upgrade-state.ts'

const GOV_PARAMS = '/cosmos.gov.v1.Query/Params'

/** Modules whose state a replay can read. */
export interface ModuleStates {
  readonly gov: GovState
  readonly staking: StakingState
  readonly upgrade: UpgradeState
  readonly queries: RecordedQueries
}

/**
 * Raw reads of stores (`/store/<name>/key` and `/store/<name>/subspace`) without proof, where the recorded lists hold
 * what lies there. Keys: protocol.md F.
 */
export class StoreState {
  private readonly modules: ModuleStates

  constructor(modules: ModuleStates) {
    this.modules = modules
  }

  /** The value under a key; undefined when it is not known. */
  answerKey(store: string, key: Uint8Array, height: bigint): QueryAnswer | undefined {
    const value = this.valueAt(store, key, height)
    return value === undefined ? undefined : storeAnswer(key, value ?? undefined, height)
  }

  /**
   * Everything below a prefix. The node reads its latest state here whatever height is asked for, and answers with the
   * height asked for.
   */
  answerSubspace(
    store: string,
    prefix: Uint8Array,
    stateHeight: bigint,
    askedHeight: bigint,
  ): QueryAnswer | undefined {
    const pairs =
      store === 'gov'
        ? this.govPairs(prefix, stateHeight)
        : store === 'upgrade'
          ? this.modules.upgrade.appliedPairs(prefix, stateHeight)
          : undefined
    if (pairs === undefined) return undefined
    const encoded = pairs.map(({ key, item }) =>
      encodeBytesField(1, concatBytes(encodeBytesField(1, key), encodeBytesField(2, item))),
    )
    return storeAnswer(prefix, concatBytes(...encoded), askedHeight)
  }

  private valueAt(store: string, key: Uint8Array, height: bigint): Uint8Array | null | undefined {
    const { upgrade, staking } = this.modules
    if (store === 'upgrade') return upgrade.stored(key, height)
    if (store === 'gov') return this.govValue(key, height)
    if (store === 'staking' && key[0] === 0x21) {
      return findItem(staking.allKnownValidators(height), key.subarray(1))
    }
    if (store === 'slashing' && key[0] === 0x01) {
      const infos = staking.signingInfos(height)
      return infos && (findItem(infos, key.subarray(1)) ?? null)
    }
    return undefined
  }

  private govValue(key: Uint8Array, height: bigint): Uint8Array | null | undefined {
    if (key.length === 1 && key[0] === 0x30) {
      const params = this.modules.queries.value(GOV_PARAMS, new Uint8Array(), height)
      return params && lastBytes(readFields(params), 4)
    }
    const isWhole = key[0] === 0x00 ? key.length === 9 : key.length > 9
    const pairs = isWhole ? this.govPairs(key, height) : undefined
    return pairs && (findItem(pairs, key) ?? null)
  }

  /** Proposals (00), deposits (10) and votes (20) whose keys begin with the prefix, ascending. */
  private govPairs(prefix: Uint8Array, height: bigint): readonly Entry[] | undefined {
    const { gov } = this.modules
    const [part = 0] = prefix
    const proposals = gov.proposals(height)
    if (part === 0x00) return proposals && below(proposals, prefix, prefix.slice(0, 1))
    if (prefix.length < 9) return undefined
    const id = new DataView(prefix.buffer, prefix.byteOffset).getBigUint64(1)
    const entries =
      part === 0x10 ? gov.deposits(id, height) : part === 0x20 ? gov.votes(id, height) : undefined
    return entries && below(entries, prefix, concatBytes(prefix.slice(0, 1), bigEndian64(id)))
  }
}

/** Entries with their whole keys, as far as these begin with `prefix`. */
function below(entries: readonly Entry[], prefix: Uint8Array, root: Uint8Array): Entry[] {
  return entries
    .map(({ key, item }) => ({ key: concatBytes(root, key), item }))
    .filter(({ key }) => startsWithBytes(key, prefix))
}

function findItem(entries: readonly Entry[], key: Uint8Array): Uint8Array | undefined {
  return entries.find((entry) => compareBytes(entry.key, key) === 0)?.item
}

/** Names a store in a path such as `/store/gov/key`; undefined for another path. */
export function parseStorePath(path: string): { store: string; read: string } | undefined {
  const match = /^\/store\/([^/]+)\/([^/]+)$/.exec(path)
  return match ? { store: match[1] ?? '', read: match[2] ?? '' } : undefined
}
