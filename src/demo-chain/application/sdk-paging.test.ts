import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bigEndian64, compareBytes, encodeHex } from '../server/bytes.ts'
import type { Entry } from './entries.ts'
import type { Page, PageRequest, Pager } from './sdk-paging.ts'
import { answerPage, encodePage, pageCollection, pageStore, readPageRequest } from './sdk-paging.ts'
import { encodeBytesField, encodeIntegerField, readFields } from './wire-fields.ts'

const PAGERS: readonly (readonly [string, Pager])[] = [
  ['a collection', pageCollection],
  ['a plain store', pageStore],
]

/** Entries under distinct keys of unequal length, ascending; each item is its key. */
const lists = fc
  .uniqueArray(fc.uint8Array({ minLength: 1, maxLength: 3 }), {
    selector: encodeHex,
    maxLength: 40,
  })
  .map((keys): Entry[] => keys.sort(compareBytes).map((key) => ({ key, item: key })))

const NO_PAGE: PageRequest = {
  key: undefined,
  offset: 0,
  limit: 100,
  countTotal: false,
  reverse: false,
}

function names(items: readonly Uint8Array[]): string[] {
  return items.map(encodeHex)
}

/** Every page from the first on, by `next_key`. */
function followKeys(page: (request: PageRequest) => Page, request: PageRequest): string[] {
  const seen: string[] = []
  let next: PageRequest | undefined = request
  while (next !== undefined) {
    const { items, nextKey }: Page = page(next)
    seen.push(...names(items))
    next = nextKey === undefined ? undefined : { ...request, key: nextKey }
  }
  return seen
}

/** Every page from the first on, by offset. */
function followOffsets(page: (request: PageRequest) => Page, request: PageRequest, end: number) {
  const seen: string[] = []
  for (let offset = 0; offset < end; offset += request.limit) {
    seen.push(...names(page({ ...request, offset }).items))
  }
  return seen
}

/** Prefixes of one another would be walked twice backwards; keys of one list never are such. */
function isPrefixFree(entries: readonly Entry[]): boolean {
  return entries.every(({ key }, at) => {
    const after = entries[at + 1]?.key
    return after === undefined || !key.every((byte, index) => after[index] === byte)
  })
}

describe.each(PAGERS)('pages of %s', (name, pager) => {
  it('put together are the whole list, whatever their size, forwards and backwards, by key and by offset', () => {
    fc.assert(
      fc.property(
        lists,
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        (entries, limit, reverse) => {
          fc.pre(name !== 'a collection' || !reverse || isPrefixFree(entries))
          const request = { ...NO_PAGE, limit, reverse }
          const whole = names(entries.map(({ item }) => item))
          if (reverse) whole.reverse()
          const page = (one: PageRequest): Page => pager(entries, one)
          expect(followKeys(page, request)).toEqual(whole)
          expect(followOffsets(page, request, entries.length)).toEqual(whole)
        },
      ),
    )
  })

  it('put together are the list that passes a filter, each record once', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 9 }), (entries, limit) => {
        const accepts = ({ key }: Entry): boolean => (key[0] ?? 0) % 2 === 0
        const page = (one: PageRequest): Page => pager(entries, one, accepts)
        const whole = names(entries.filter(accepts).map(({ item }) => item))
        expect(followKeys(page, { ...NO_PAGE, limit })).toEqual(whole)
      }),
    )
  })

  it('count the whole list when asked to, and only without a key', () => {
    const entries = [1, 2, 3, 4].map((byte) => ({
      key: Uint8Array.of(byte),
      item: Uint8Array.of(byte),
    }))
    const counted = { ...NO_PAGE, limit: 2, countTotal: true }
    expect(pager(entries, counted)).toMatchObject({ total: 4, nextKey: Uint8Array.of(3) })
    expect(pager(entries, { ...counted, key: Uint8Array.of(2) })).toMatchObject({ total: 0 })
  })
})

describe('an offset beyond the end', () => {
  const entries = [{ key: Uint8Array.of(1), item: Uint8Array.of(1) }]
  const beyond = { ...NO_PAGE, offset: 5, countTotal: true }

  it('is an empty answer of a collection, and still counts a plain store', () => {
    expect(pageCollection(entries, beyond)).toEqual({ items: [], nextKey: undefined, total: 0 })
    expect(pageStore(entries, beyond)).toEqual({ items: [], nextKey: undefined, total: 1 })
  })
})

describe('readPageRequest', () => {
  it('takes no limit for a hundred, counted', () => {
    expect(readPageRequest([], 1)).toEqual({ ...NO_PAGE, countTotal: true })
  })
})

describe('answerPage', () => {
  const both = encodeBytesField(
    2,
    Uint8Array.from([...encodeBytesField(1, Uint8Array.of(1)), ...encodeIntegerField(2, 1n)]),
  )

  it('refuses key and offset together as the module reports it', () => {
    const list = { entries: [], pager: pageCollection<Entry>, pageField: 2 }
    expect(answerPage(list, readFields(both), 9n)).toMatchObject({
      code: 6,
      log: 'rpc error: code = Internal desc = invalid request, either offset or key is expected, got both: unknown request',
      height: 9n,
    })
  })
})

describe('encodePage', () => {
  it('is an empty PageResponse and no error where nothing is left, as of an ended vote (steady/085)', () => {
    const page = encodePage({ items: [], nextKey: undefined, total: 0 })
    expect([...page]).toEqual([0x12, 0x00])
  })

  it('frames items of any length as one by one', () => {
    const items = [0, 1, 127, 128, 16_383, 16_384].map((length) => new Uint8Array(length))
    const fields = readFields(encodePage({ items, nextKey: bigEndian64(7n), total: 3 }))
    expect(fields.slice(0, -1).map(({ bytes }) => bytes?.length)).toEqual(
      items.map((i) => i.length),
    )
    expect(fields.at(-1)?.number).toBe(2)
  })
})
