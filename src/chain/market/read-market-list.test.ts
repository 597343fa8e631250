import { describe, expect, it } from 'vitest'
import { abciRefusal, abciValue, createFakeTransport } from '../../../test/fake-transport.ts'
import type { Transport } from '../../rpc/transport.ts'
import { AbciQueryError } from '../abci.ts'
import { UndecodableError } from '../gov.ts'
import { PageOrderError } from '../page-order.ts'
import { leasesOf } from './market-lists.ts'
import { readMarketList } from './read-market-list.ts'
import {
  answerLeases,
  type FakeMarket,
  keyOf,
  leasePage,
  manyLeases,
  pageOf,
  wireLease,
} from './testing/fake-market-node.ts'

const HEIGHT = 100n

async function read(transport: Transport, pageSize = 10) {
  const owners: string[] = []
  const skipped: { readonly name: string; readonly reason: string }[] = []
  let pages = 0
  let error: unknown
  try {
    const query = { ...leasesOf('active', HEIGHT), pageSize }
    for await (const page of readMarketList(transport, query)) {
      pages++
      owners.push(...page.items.map(({ id }) => id.owner))
      skipped.push(...page.skipped.map(({ name, reason }) => ({ name, reason })))
    }
  } catch (thrown) {
    error = thrown
  }
  return { owners, skipped, pages, error }
}

const ownersBut = (count: number, broken: readonly number[] = []) =>
  Array.from({ length: count }, (_, place) => place)
    .filter((place) => !broken.includes(place))
    .map((place) => `owner${place}`)

function market(given: Partial<FakeMarket> & { readonly count: number }) {
  return createFakeTransport(answerLeases({ leases: manyLeases(given.count), ...given }))
}

describe('readMarketList', () => {
  it('follows the keys to the end, with the same filters, height and limit on every page', async () => {
    const transport = market({ count: 25 })
    expect(await read(transport)).toEqual({
      owners: ownersBut(25),
      skipped: [],
      pages: 3,
      error: undefined,
    })
    expect(transport.seen.map(({ request }) => pageOf(request).filters?.state)).toEqual(
      Array(3).fill('active'),
    )
    expect(transport.seen.map(({ request }) => pageOf(request).limit)).toEqual([10n, 10n, 10n])
    expect(transport.seen.map(({ request }) => request.params?.height)).toEqual([
      '100',
      '100',
      '100',
    ])
    expect(transport.seen.every(({ options }) => options?.isBatchable === false)).toBe(true)
  })

  it('reads an empty list as empty', async () => {
    expect(await read(market({ count: 0 }))).toMatchObject({ owners: [], pages: 1 })
  })

  it.each([
    ['the first', [0]],
    ['one in the middle', [4]],
    ['the last of a page', [9]],
    ['the first of a page that began at a key', [10]],
    ['the last', [24]],
    ['two neighbours, the second in a page that began at a place', [12, 13]],
    ['a whole page', [10, 11, 12, 13, 14, 15, 16, 17, 18, 19]],
    ['the ends of pages', [0, 9, 10, 19, 20, 24]],
  ])('leaves out what breaks its page and keeps all else: %s', async (_, broken) => {
    const transport = market({ count: 25, broken })
    const { owners, skipped, error } = await read(transport)
    expect(error).toBeUndefined()
    expect(owners).toEqual(ownersBut(25, broken))
    expect(skipped.map(({ reason }) => reason)).toEqual(
      broken.map(() => 'rpc error: code = Internal desc = payment not found'),
    )
    // By its key where a page begins at it, else by its place.
    const names = broken.map((place) => [
      `owner${place}/9/1/1/provider/0`,
      `number ${place + 1} of the list`,
    ])
    for (const [index, { name }] of skipped.entries()) expect(names[index]).toContain(name)
  })

  it('finds one among a thousand in a few dozen questions', async () => {
    const transport = market({ count: 1_500, broken: [777] })
    const { owners } = await read(transport, 1_000)
    expect(owners).toHaveLength(1_499)
    expect(transport.seen.length).toBeLessThan(25)
  })

  it('gives up once there are too many to be an accident, without asking for each', async () => {
    const broken = Array.from({ length: 900 }, (_, place) => 1_050 + place)
    const transport = market({ count: 3_000, broken })
    const { owners, error } = await read(transport, 1_000)
    expect(owners).toHaveLength(1_000)
    expect(error).toBeInstanceOf(AbciQueryError)
    expect(transport.seen.length).toBeLessThan(100)
  })

  it('narrows what panics too, which is how a node ends a query that takes it too long', async () => {
    const leases = manyLeases(20)
    const answer = answerLeases({ leases })
    const transport = createFakeTransport((request) =>
      pageOf(request).limit > 5n
        ? abciRefusal(111_222, '{ReadFlat}: panic', 'undefined')
        : answer(request),
    )
    expect((await read(transport)).owners).toEqual(ownersBut(20))
  })

  it('goes on at the place where the node refuses the key it gave', async () => {
    expect(await read(market({ count: 25, refusesKeys: true }))).toMatchObject({
      owners: ownersBut(25),
      skipped: [],
      error: undefined,
    })
  })

  it('counts what it skipped when it goes on at a place', async () => {
    const { owners } = await read(market({ count: 25, broken: [3], refusesKeys: true }))
    expect(owners).toEqual(ownersBut(25, [3]))
  })

  it('throws after the pages it had, where the node stops at the third', async () => {
    const instead = (place: number) =>
      place === 20 ? abciRefusal(38, 'version does not exist') : undefined
    const { owners, error } = await read(market({ count: 45, instead }))
    expect(owners).toEqual(ownersBut(20))
    expect(error).toMatchObject({ refusal: 'pruned' })
  })

  it('does not narrow a question nobody knows, as of a chain without the market', async () => {
    const transport = createFakeTransport(() =>
      abciRefusal(6, 'unknown query path: unknown request'),
    )
    expect((await read(transport)).error).toMatchObject({ refusal: 'unknown-path' })
    expect(transport.seen).toHaveLength(1)
  })

  it('takes a record that comes on two pages once', async () => {
    const [a, b] = [manyLeases(6), manyLeases(12).slice(4)]
    const transport = createFakeTransport((request) =>
      pageOf(request).key.length === 0 ? leasePage(a, keyOf(6)) : leasePage(b, undefined),
    )
    expect((await read(transport)).owners).toEqual(ownersBut(12))
  })

  it.each([
    ['lead back to where they began', () => leasePage(manyLeases(3), keyOf(3))],
    ['are empty and lead on', () => leasePage([], keyOf(0))],
  ])('gives up on pages that %s', async (_, answer) => {
    expect((await read(createFakeTransport(answer))).error).toBeInstanceOf(PageOrderError)
  })

  it('leaves out rows that cannot be, each by its neighbour, and keeps names it does not know', async () => {
    const transport = createFakeTransport(() =>
      leasePage(
        [
          wireLease('a', { amount: '1.5' }),
          { lease: undefined, escrowPayment: undefined },
          wireLease('b', { state: 7, reason: 12_345, denom: 'unew', amount: '1' }),
          { ...wireLease('c'), lease: { ...lease(wireLease('c')), id: undefined } },
          wireLease('d', { state: 3 }),
          wireLease('e', { amount: '0' }),
        ],
        undefined,
      ),
    )
    const { owners, skipped } = await read(transport)
    expect(owners).toEqual(['b', 'e'])
    expect(skipped).toEqual([
      { name: 'the first one', reason: 'The record lacks a number for an amount.' },
      { name: 'the first one', reason: 'The record lacks a lease.' },
      { name: 'the one after b/9/1/1/provider/0', reason: 'The record lacks an id.' },
      { name: 'the one after b/9/1/1/provider/0', reason: 'The record is not what was asked for.' },
    ])
  })

  it('does not pass off a list of rows it cannot read as a short one', async () => {
    const leases = manyLeases(40).map((row) => ({ ...row, lease: undefined }))
    const { error } = await read(createFakeTransport(answerLeases({ leases })), 100)
    expect(error).toBeInstanceOf(UndecodableError)
  })

  it.each([
    ['does not decode', abciValue(Uint8Array.of(0xff, 0xff, 0xff))],
    ['is of another height', abciValue(new Uint8Array(), 99n)],
    ['leads nowhere', leasePage([], keyOf(1))],
  ])('asks another node for the page where what one told %s', async (_, bad) => {
    const good = answerLeases({ leases: manyLeases(25) })
    const transport = twoNodes((request, endpoint) => {
      const isSecond = pageOf(request).key.length > 0
      return endpoint === 'http://a.test' && isSecond ? bad : good(request)
    })
    expect((await read(transport)).owners).toEqual(ownersBut(25))
  })
})

function lease({ lease: one }: ReturnType<typeof wireLease>) {
  if (one === undefined) throw new Error('there is one')
  return one
}

/** Asks the first that is not to be avoided. */
function twoNodes(
  answer: (
    request: Parameters<Transport['request']>[0],
    endpoint: string,
  ) => ReturnType<typeof abciValue>,
): Transport {
  const endpoints = ['http://a.test', 'http://b.test']
  return {
    ...createFakeTransport(() => null),
    endpoints,
    async request(request, options) {
      const endpoint = endpoints.find((one) => options?.avoid?.includes(one) !== true) ?? ''
      return { result: answer(request, endpoint), endpoint, receivedAtMs: 0, latencyMs: 1 }
    },
  }
}
