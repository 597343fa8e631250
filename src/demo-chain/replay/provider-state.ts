import { addressKey } from '../application/bech32-bytes.ts'
import type { Entry } from '../application/entries.ts'
import { findEntry } from '../application/entries.ts'
import type { QueryAnswer } from '../application/query-answer.ts'
import { valueAnswer } from '../application/query-answer.ts'
import { answerPage, pageStore } from '../application/sdk-paging.ts'
import type { WireField } from '../application/wire-fields.ts'
import { encodeBytesField, lastText } from '../application/wire-fields.ts'
import type { RecordedLists } from './recorded-lists.ts'
import { byAddress } from './staking-state.ts'

const PROVIDERS = '/akash.provider.v1beta4.Query/Providers'
const PROVIDER = '/akash.provider.v1beta4.Query/Provider'
const AUDITED = '/akash.audit.v1.Query/AllProvidersAttributes'

/** Providers, at heights where all were recorded, and who audited them. */
export class ProviderState {
  private readonly lists: RecordedLists

  constructor(lists: RecordedLists) {
    this.lists = lists
  }

  /** undefined: not such a question, or what it needs was not recorded. */
  answer(path: string, request: readonly WireField[], height: bigint): QueryAnswer | undefined {
    if (path === PROVIDERS) return answerList(this.providers(height), request, height)
    if (path === AUDITED) return answerList(this.audited(height), request, height)
    return path === PROVIDER ? this.answerProvider(lastText(request, 1), height) : undefined
  }

  private answerProvider(owner: string, height: bigint): QueryAnswer | undefined {
    const key = addressKey(owner)
    const found = key && findEntry(this.providers(height) ?? [], key)
    return found && valueAnswer(encodeBytesField(1, found.item), height)
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

function answerList(
  entries: readonly Entry[] | undefined,
  request: readonly WireField[],
  height: bigint,
): QueryAnswer | undefined {
  return entries && answerPage({ entries, pager: pageStore, pageField: 1 }, request, height)
}
