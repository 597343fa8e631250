import type { ChainState } from '../chain/ledger.ts'
import { PLAN } from '../protobuf/change-messages.ts'
import { encodeProto } from '../protobuf/message-writer.ts'
import { SLASHING_PARAMS_MESSAGE } from '../protobuf/staking-messages.ts'
import { bigEndian64 } from '../server/bytes.ts'
import { livingGovRanges } from './gov-ranges.ts'
import { livingStaking } from './living-staking.ts'
import { livingStakingRanges } from './staking-ranges.ts'
import type { StoreRange, StoreSource } from './store-queries.ts'
import { overlaps, singleRange, textEntries, wholeRange } from './store-queries.ts'
import { appliedEntries } from './upgrade-queries.ts'

type Ranges = (state: ChainState, prefix: Uint8Array) => readonly StoreRange[]

/** Stores a living chain can be read from raw; to others it answers that there is no such store. */
const STORES: ReadonlyMap<string, Ranges> = new Map([
  ['gov', livingGovRanges],
  ['staking', livingStakingRanges],
  ['slashing', slashingRanges],
  ['upgrade', upgradeRanges],
])

export function isLivingStore(store: string): boolean {
  return STORES.has(store)
}

/** Raw stores of one state. */
export function livingStores(state: ChainState): StoreSource {
  return { ranges: (store, prefix) => STORES.get(store)?.(state, prefix) }
}

/** x/slashing/types/keys.go; the bitmaps of missed blocks are not kept. */
function slashingRanges(state: ChainState, prefix: Uint8Array): readonly StoreRange[] {
  const params = encodeProto(SLASHING_PARAMS_MESSAGE, state.slashingParams())
  const infos = livingStaking(state).signingInfos() ?? []
  const ranges = [singleRange(Uint8Array.of(0x00), params), wholeRange(Uint8Array.of(0x01), infos)]
  return ranges.filter(({ root }) => overlaps(root, prefix))
}

/** x/upgrade/types/keys.go */
function upgradeRanges(state: ChainState, prefix: Uint8Array): readonly StoreRange[] {
  const plan = state.plan()
  const versions = state
    .moduleVersions()
    .map(({ name, version }) => ({ name, item: bigEndian64(version) }))
  const ranges = [
    singleRange(Uint8Array.of(0x00), plan && encodeProto(PLAN, plan)),
    wholeRange(Uint8Array.of(0x01), appliedEntries(state.appliedUpgrades())),
    wholeRange(Uint8Array.of(0x02), textEntries(versions)),
  ]
  return ranges.filter(({ root }) => overlaps(root, prefix))
}
