import type { Timestamp } from '../../chain/proto/generated/google/protobuf/timestamp.ts'
import type { ChainState } from '../chain/ledger.ts'
import { GOV_PARAMS_MESSAGE } from '../protobuf/gov-messages.ts'
import { encodeProto } from '../protobuf/message-writer.ts'
import { bigEndian64, compareBytes, concatBytes, encodeUtf8 } from '../server/bytes.ts'
import type { Entry } from './entries.ts'
import { livingGov } from './living-gov.ts'
import type { StoreRange } from './store-queries.ts'
import { govRanges, overlaps, singleRange, wholeRange } from './store-queries.ts'

const DEPOSIT_PERIOD = 1
const VOTING_PERIOD = 2

/** The store of x/gov below a prefix: all of SDK 0.53 x/gov/types/keys.go. */
export function livingGovRanges(state: ChainState, prefix: Uint8Array): readonly StoreRange[] {
  const others: readonly (readonly [root: number, make: (root: Uint8Array) => StoreRange])[] = [
    [0x01, (root) => wholeRange(root, queueEntries(state, VOTING_PERIOD))],
    [0x02, (root) => wholeRange(root, queueEntries(state, DEPOSIT_PERIOD))],
    [0x03, (root) => singleRange(root, bigEndian64(state.nextProposalId()))],
    [0x04, (root) => wholeRange(root, openEntries(state))],
    [0x30, (root) => singleRange(root, encodeProto(GOV_PARAMS_MESSAGE, state.govParams()))],
    [0x31, (root) => singleRange(root, encodeUtf8(state.constitution()))],
  ]
  const made = others
    .map(([part, make]) => ({ root: Uint8Array.of(part), make }))
    .filter(({ root }) => overlaps(root, prefix))
    .map(({ root, make }) => make(root))
  const ranges = [...(govRanges(livingGov(state), prefix) ?? []), ...made]
  return ranges.sort((a, b) => compareBytes(a.root, b.root))
}

/** Proposals whose deposit or vote is still to end, under that time and their id. */
function queueEntries(state: ChainState, status: number): readonly Entry[] {
  return state
    .proposals()
    .filter((proposal) => proposal.status === status)
    .flatMap(({ id, votingEndTime, depositEndTime }) => {
      const end = status === VOTING_PERIOD ? votingEndTime : depositEndTime
      const item = bigEndian64(id)
      return end === undefined ? [] : [{ key: concatBytes(timeKey(end), item), item }]
    })
    .sort((a, b) => compareBytes(a.key, b.key))
}

/** Proposals in their voting period. */
function openEntries(state: ChainState): readonly Entry[] {
  return state
    .proposals()
    .filter((proposal) => proposal.status === VOTING_PERIOD)
    .map(({ id }) => ({ key: bigEndian64(id), item: Uint8Array.of(1) }))
}

/** types/utils.go SortableTimeFormat: `2006-01-02T15:04:05.000000000`, UTC. */
function timeKey({ seconds, nanos }: Timestamp): Uint8Array {
  const upToSeconds = new Date(Number(seconds) * 1000).toISOString().slice(0, 19)
  return encodeUtf8(`${upToSeconds}.${String(nanos).padStart(9, '0')}`)
}
