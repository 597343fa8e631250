import type { WireField } from '../application/wire-fields.ts'
import {
  allBytes,
  encodeBytesField,
  encodeIntegerField,
  lastBytes,
  lastInteger,
  lastMessage,
  readFields,
} from '../application/wire-fields.ts'
import { bytesArgument, integerArgument, textArgument } from '../server/backend.ts'
import { encodeHex, parseBase64 } from '../server/bytes.ts'
import { jsonAt } from '../server/json.ts'
import type { RecordedCall } from './recorded-call.ts'

/** Queries that answer a list in field 1 and a PageResponse in field 2, and the field of their PageRequest. */
const PAGE_REQUEST_FIELDS: ReadonlyMap<string, number> = new Map([
  ['/cosmos.gov.v1.Query/Proposals', 4],
  ['/cosmos.gov.v1.Query/Votes', 2],
  ['/cosmos.gov.v1.Query/Deposits', 2],
  ['/cosmos.staking.v1beta1.Query/Validators', 2],
  ['/cosmos.staking.v1beta1.Query/DelegatorDelegations', 2],
  ['/cosmos.slashing.v1beta1.Query/SigningInfos', 1],
  ['/akash.market.v1beta5.Query/Leases', 2],
  ['/akash.market.v1beta5.Query/Bids', 2],
  ['/akash.market.v1beta5.Query/Orders', 2],
  ['/akash.deployment.v1beta4.Query/Deployments', 2],
  ['/akash.provider.v1beta4.Query/Providers', 1],
  ['/akash.audit.v1.Query/AllProvidersAttributes', 1],
])

interface RecordedPage {
  readonly key: string
  readonly offset: bigint
  readonly reverse: boolean
  readonly base64: string
}

/** Lists that were recorded from the first page to the last, put together again. */
export class RecordedLists {
  private readonly pages = new Map<string, RecordedPage[]>()
  private readonly complete = new Map<string, readonly Uint8Array[] | undefined>()

  constructor(calls: readonly RecordedCall[]) {
    for (const recorded of calls) this.add(recorded)
  }

  private add({ call, result }: RecordedCall): void {
    const path = textArgument(call.args, 'path')
    const pageField = call.method === 'abci_query' ? PAGE_REQUEST_FIELDS.get(path) : undefined
    const response = jsonAt(result, 'response')
    const value = jsonAt(response, 'value')
    const isGood = jsonAt(response, 'code') === 0 && typeof value === 'string'
    if (pageField === undefined || !isGood) return
    const request = readFields(bytesArgument(call.args, 'data'))
    const page = lastMessage(request, pageField)
    const height = jsonAt(response, 'height') ?? String(integerArgument(call.args, 'height') ?? 0n)
    const name = listName(path, filterOf(request, pageField), String(height))
    const pages = this.pages.get(name) ?? []
    pages.push({
      key: encodeHex(lastBytes(page, 1) ?? new Uint8Array()),
      offset: lastInteger(page, 2),
      reverse: lastInteger(page, 5) !== 0n,
      base64: value,
    })
    this.pages.set(name, pages)
  }

  /**
   * Items of a list in ascending order; undefined when a page of it is missing. `filter`: the request without its
   * PageRequest.
   */
  items(path: string, filter: Uint8Array, height: bigint): readonly Uint8Array[] | undefined {
    const name = listName(path, filter, String(height))
    if (!this.complete.has(name)) this.complete.set(name, assemble(this.pages.get(name) ?? []))
    return this.complete.get(name)
  }
}

function listName(path: string, filter: Uint8Array, height: string): string {
  return `${path} ${encodeHex(filter)} ${height}`
}

function filterOf(request: readonly WireField[], pageField: number): Uint8Array {
  const parts = request
    .filter((field) => field.number !== pageField)
    .flatMap(({ number, bytes, integer }) => [
      ...(bytes === undefined
        ? encodeIntegerField(number, integer)
        : encodeBytesField(number, bytes)),
    ])
  return Uint8Array.from(parts)
}

function assemble(pages: readonly RecordedPage[]): Uint8Array[] | undefined {
  for (const first of pages.filter((page) => page.key === '' && page.offset === 0n)) {
    const items = followFrom(first, pages)
    if (items !== undefined) return first.reverse ? items.reverse() : items
  }
  return undefined
}

/** Follows `next_key` up to the page without one. */
function followFrom(first: RecordedPage, pages: readonly RecordedPage[]): Uint8Array[] | undefined {
  const items: Uint8Array[] = []
  let page: RecordedPage | undefined = first
  for (let steps = 0; steps <= pages.length && page !== undefined; steps++) {
    const value = parseBase64(page.base64)
    if (value === undefined) return undefined
    const fields = readFields(value)
    items.push(...allBytes(fields, 1))
    const nextKey = encodeHex(lastBytes(lastMessage(fields, 2), 1) ?? new Uint8Array())
    if (nextKey === '') return items
    page = pages.find((one) => one.key === nextKey && one.reverse === first.reverse)
  }
  return undefined
}
