import { addressKey } from '../application/bech32-bytes.ts'
import type { Entry } from '../application/entries.ts'
import type { QueryAnswer } from '../application/query-answer.ts'
import type { SlashingSource } from '../application/slashing-queries.ts'
import { answerSlashing } from '../application/slashing-queries.ts'
import type { StakingSource, ValidatorEntry } from '../application/staking-queries.ts'
import { answerStaking, BOND_STATUSES } from '../application/staking-queries.ts'
import type { WireField } from '../application/wire-fields.ts'
import {
  encodeBytesField,
  lastBytes,
  lastInteger,
  lastText,
  readFields,
} from '../application/wire-fields.ts'
import { compareBytes, encodeUtf8 } from '../server/bytes.ts'
import type { RecordedLists } from './recorded-lists.ts'

const STAKING = '/cosmos.staking.v1beta1.Query/'
const SIGNING_INFOS = '/cosmos.slashing.v1beta1.Query/SigningInfos'

/**
 * x/staking and x/slashing at heights where validators of a status, the delegations of a delegator or all signing infos
 * were recorded in full.
 */
export class StakingState {
  private readonly lists: RecordedLists

  constructor(lists: RecordedLists) {
    this.lists = lists
  }

  /** undefined: not such a question, or what it needs was not recorded. */
  answer(path: string, request: readonly WireField[], height: bigint): QueryAnswer | undefined {
    const source = this.at(height)
    return (
      answerStaking(path, request, source, height) ?? answerSlashing(path, request, source, height)
    )
  }

  /** What is known of one height. */
  at(height: bigint): StakingSource & SlashingSource {
    return {
      validators: () => this.knownValidators(height),
      hasAllValidators: (status) =>
        [...BOND_STATUSES].every(
          ([name, one]) =>
            (status !== undefined && one !== status) || this.ofStatus(name, height) !== undefined,
        ),
      delegationsOf: (delegator) => this.delegations(delegator, height),
      // Asked for once and only to count them (steady/133).
      delegationsTo: () => undefined,
      signingInfos: () => this.lists.items(SIGNING_INFOS, new Uint8Array(), height)?.map(byAddress),
    }
  }

  private knownValidators(height: bigint): readonly ValidatorEntry[] {
    return [...BOND_STATUSES.keys()]
      .flatMap((name) => this.ofStatus(name, height) ?? [])
      .map((item) => ({ ...byAddress(item), status: lastInteger(readFields(item), 4) }))
      .sort((a, b) => compareBytes(a.key, b.key))
  }

  private ofStatus(name: string, height: bigint): readonly Uint8Array[] | undefined {
    const filter = encodeBytesField(1, encodeUtf8(name))
    return this.lists.items(`${STAKING}Validators`, filter, height)
  }

  private delegations(delegator: string, height: bigint): readonly Entry[] | undefined {
    const filter = encodeBytesField(1, encodeUtf8(delegator))
    const items = this.lists.items(`${STAKING}DelegatorDelegations`, filter, height)
    return items?.map((item) => {
      const delegation = lastBytes(readFields(item), 1) ?? new Uint8Array()
      return { key: addressKey(lastText(readFields(delegation), 2)) ?? new Uint8Array(), item }
    })
  }
}

/** A message whose field 1 is the address it is kept under. */
export function byAddress(item: Uint8Array): Entry {
  return { key: addressKey(lastText(readFields(item), 1)) ?? new Uint8Array(), item }
}
