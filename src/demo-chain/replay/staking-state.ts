import { addressKey } from '../application/bech32-bytes.ts'
import type { QueryAnswer } from '../application/query-answer.ts'
import { internalFailure, valueAnswer } from '../application/query-answer.ts'
import type { Entry, Page, PageRequest } from '../application/sdk-paging.ts'
import {
  encodePage,
  KEY_AND_OFFSET,
  pageCollection,
  pageStore,
  readPageRequest,
} from '../application/sdk-paging.ts'
import type { WireField } from '../application/wire-fields.ts'
import { encodeBytesField, lastInteger, lastText, readFields } from '../application/wire-fields.ts'
import { compareBytes, encodeUtf8 } from '../server/bytes.ts'
import type { RecordedLists } from './recorded-lists.ts'

const STAKING = '/cosmos.staking.v1beta1.Query/'
const SLASHING = '/cosmos.slashing.v1beta1.Query/'
const PROVIDERS = '/akash.provider.v1beta4.Query/Providers'
const PROVIDER = '/akash.provider.v1beta4.Query/Provider'
const AUDITED = '/akash.audit.v1.Query/AllProvidersAttributes'

/** x/staking BondStatus by the name a request filters by. */
const BOND_STATUSES: ReadonlyMap<string, bigint> = new Map([
  ['BOND_STATUS_UNBONDED', 1n],
  ['BOND_STATUS_UNBONDING', 2n],
  ['BOND_STATUS_BONDED', 3n],
])

type Pager = typeof pageStore

/**
 * Lists kept under one address each: validators, delegations, signing infos, providers; at heights where they were
 * recorded in full.
 */
export class StakingState {
  private readonly lists: RecordedLists

  constructor(lists: RecordedLists) {
    this.lists = lists
  }

  /** undefined: not such a question, or what it needs was not recorded. */
  answer(path: string, request: readonly WireField[], height: bigint): QueryAnswer | undefined {
    switch (path) {
      case `${STAKING}Validators`:
        return this.answerValidators(request, height)
      case `${STAKING}Validator`:
        return single(this.allKnownValidators(height), lastText(request, 1), height)
      case `${STAKING}DelegatorDelegations`:
        return page(
          pageCollection,
          this.delegations(lastText(request, 1), height),
          request,
          2,
          height,
        )
      case `${STAKING}Delegation`:
        return single(this.delegations(lastText(request, 1), height), lastText(request, 2), height)
      case `${SLASHING}SigningInfos`:
        return page(pageCollection, this.signingInfos(height), request, 1, height)
      case `${SLASHING}SigningInfo`:
        return single(this.signingInfos(height), lastText(request, 1), height)
      case PROVIDERS:
        return page(pageStore, this.providers(height), request, 1, height)
      case PROVIDER:
        return single(this.providers(height), lastText(request, 1), height)
      case AUDITED:
        return page(pageStore, this.audited(height), request, 1, height)
      default:
        return undefined
    }
  }

  /** Validators of every status that was recorded; others may exist. */
  allKnownValidators(height: bigint): readonly Entry[] {
    return [...BOND_STATUSES.keys()]
      .flatMap((status) => this.validatorsOf(status, height) ?? [])
      .sort((a, b) => compareBytes(a.key, b.key))
  }

  signingInfos(height: bigint): readonly Entry[] | undefined {
    return this.lists.items(`${SLASHING}SigningInfos`, new Uint8Array(), height)?.map(byAddress)
  }

  private validatorsOf(status: string, height: bigint): readonly Entry[] | undefined {
    const filter = encodeBytesField(1, encodeUtf8(status))
    return this.lists.items(`${STAKING}Validators`, filter, height)?.map(byAddress)
  }

  private answerValidators(request: readonly WireField[], height: bigint): QueryAnswer | undefined {
    const name = lastText(request, 1)
    const status = BOND_STATUSES.get(name)
    if (status === undefined || this.validatorsOf(name, height) === undefined) return undefined
    // Keyed pages may end on a validator of another status, so the walk takes all that are known.
    const all = this.allKnownValidators(height)
    const accepted = new Set(all.filter(({ item }) => lastInteger(readFields(item), 4) === status))
    const walk = (entries: readonly Entry[], pageRequest: PageRequest): Page =>
      pageStore(entries, pageRequest, (entry) => accepted.has(entry))
    return page(walk, all, request, 2, height)
  }

  private delegations(delegator: string, height: bigint): readonly Entry[] | undefined {
    const filter = encodeBytesField(1, encodeUtf8(delegator))
    const items = this.lists.items(`${STAKING}DelegatorDelegations`, filter, height)
    return items?.map((item) => {
      const delegation = readFields(item).find((field) => field.number === 1)?.bytes
      const validator = lastText(readFields(delegation ?? new Uint8Array()), 2)
      return { key: addressKey(validator) ?? new Uint8Array(), item }
    })
  }

  private providers(height: bigint): readonly Entry[] | undefined {
    return this.lists.items(PROVIDERS, new Uint8Array(), height)?.map(byAddress)
  }

  /** Known only where nobody is audited: the key of an audited provider was never seen. */
  private audited(height: bigint): readonly Entry[] | undefined {
    const items = this.lists.items(AUDITED, new Uint8Array(), height)
    return items?.length === 0 ? [] : undefined
  }
}

/** A message whose field 1 is the address it is kept under. */
function byAddress(item: Uint8Array): Entry {
  return { key: addressKey(lastText(readFields(item), 1)) ?? new Uint8Array(), item }
}

/** One record in field 1 of a response; undefined when it is not among the known, which is no proof of absence. */
function single(
  entries: readonly Entry[] | undefined,
  address: string,
  height: bigint,
): QueryAnswer | undefined {
  const key = addressKey(address)
  const found = key && entries?.find((entry) => compareBytes(entry.key, key) === 0)
  return found && valueAnswer(encodeBytesField(1, found.item), height)
}

function page(
  pager: Pager,
  entries: readonly Entry[] | undefined,
  request: readonly WireField[],
  pageField: number,
  height: bigint,
): QueryAnswer | undefined {
  if (entries === undefined) return undefined
  const pageRequest = readPageRequest(request, pageField)
  if (pageRequest.key !== undefined && pageRequest.offset > 0) {
    return internalFailure(KEY_AND_OFFSET, height)
  }
  return valueAnswer(encodePage(pager(entries, pageRequest)), height)
}
