import type { QueryAnswer } from '../application/query-answer.ts'
import type { StoreRange, StoreSource } from '../application/store-queries.ts'
import {
  answerStoreKey,
  answerSubspace,
  govRanges,
  singleRange,
  wholeRange,
} from '../application/store-queries.ts'
import { lastBytes, readFields } from '../application/wire-fields.ts'
import type { GovState } from './gov-state.ts'
import type { RecordedQueries } from './recorded-queries.ts'
import type { StakingState } from './staking-state.ts'
import type { UpgradeState } from './upgrade-state.ts'

const GOV_PARAMS = '/cosmos.gov.v1.Query/Params'
const PARAMS = Uint8Array.of(0x30)
const VALIDATORS = Uint8Array.of(0x21)
const SIGNING_INFOS = Uint8Array.of(0x01)

/** Modules whose state a replay can read. */
export interface ModuleStates {
  readonly gov: GovState
  readonly staking: StakingState
  readonly upgrade: UpgradeState
  readonly queries: RecordedQueries
}

/**
 * Raw reads of stores (`/store/<name>/key` and `/store/<name>/subspace`) without proof, where the recorded lists hold
 * what lies there.
 */
export class StoreState {
  private readonly modules: ModuleStates

  constructor(modules: ModuleStates) {
    this.modules = modules
  }

  /** The value under a key; undefined when it is not known. */
  answerKey(store: string, key: Uint8Array, height: bigint): QueryAnswer | undefined {
    return answerStoreKey(this.at(height), store, key, height)
  }

  /** Everything below a prefix, of the state at `stateHeight`; undefined when it is not known as a whole. */
  answerSubspace(
    store: string,
    prefix: Uint8Array,
    stateHeight: bigint,
    shownHeight: bigint,
  ): QueryAnswer | undefined {
    return answerSubspace(this.at(stateHeight), store, prefix, shownHeight)
  }

  private at(height: bigint): StoreSource {
    return {
      ranges: (store, prefix) => {
        if (store === 'gov') return this.govRanges(prefix, height)
        const range =
          store === 'upgrade'
            ? this.modules.upgrade.range(prefix, height)
            : this.addressRange(store, prefix, height)
        return range && [range]
      },
    }
  }

  private govRanges(prefix: Uint8Array, height: bigint): readonly StoreRange[] | undefined {
    const [part] = prefix
    if (part === 0x00 || part === 0x10 || part === 0x20) {
      return govRanges(this.modules.gov.at(height), prefix)
    }
    if (part !== 0x30) return undefined
    const params = this.modules.queries.value(GOV_PARAMS, new Uint8Array(), height)
    return params && [singleRange(PARAMS, lastBytes(readFields(params), 4))]
  }

  /** Validators and signing infos, under their addresses. */
  private addressRange(store: string, prefix: Uint8Array, height: bigint): StoreRange | undefined {
    const staking = this.modules.staking.at(height)
    if (store === 'staking' && prefix[0] === 0x21) {
      const isWhole = staking.hasAllValidators()
      return { root: VALIDATORS, entries: staking.validators(), isWhole }
    }
    if (store !== 'slashing' || prefix[0] !== 0x01) return undefined
    const infos = staking.signingInfos()
    return infos && wholeRange(SIGNING_INFOS, infos)
  }
}
