import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  allBytes,
  encodeBytesField,
  encodeIntegerField,
  lastBytes,
  lastInteger,
  lastMessage,
  readFields,
} from '../../src/demo-chain/application/wire-fields.ts'
import { replayOf } from '../../src/demo-chain/http/replay-node.ts'
import { loadScene } from '../../src/demo-chain/replay/load-scene.ts'
import type { NodeBackend } from '../../src/demo-chain/server/backend.ts'
import {
  bigEndian64,
  concatBytes,
  encodeHex,
  encodeUtf8,
  parseBase64,
} from '../../src/demo-chain/server/bytes.ts'

const RECORDINGS = join(import.meta.dirname, '..', 'recordings')
const PROPOSALS = '/cosmos.gov.v1.Query/Proposals'
const LEASES = '/akash.market.v1beta5.Query/Leases'
const PIN = 27_400_494n

interface PageAsked {
  readonly key?: Uint8Array
  readonly offset?: number
  readonly limit?: number
  readonly countTotal?: boolean
  readonly reverse?: boolean
}

interface PageGot {
  readonly items: readonly Uint8Array[]
  readonly nextKey: Uint8Array | undefined
  readonly total: number
}

function encodePageRequest(page: PageAsked): Uint8Array {
  return concatBytes(
    page.key ? encodeBytesField(1, page.key) : new Uint8Array(),
    page.offset ? encodeIntegerField(2, BigInt(page.offset)) : new Uint8Array(),
    page.limit ? encodeIntegerField(3, BigInt(page.limit)) : new Uint8Array(),
    page.countTotal ? encodeIntegerField(4, 1n) : new Uint8Array(),
    page.reverse ? encodeIntegerField(5, 1n) : new Uint8Array(),
  )
}

async function query(
  node: NodeBackend,
  path: string,
  data: Uint8Array,
): Promise<{ code: number; log: string; value: Uint8Array }> {
  const args = { path, data, height: PIN, prove: false }
  // A literal of its own, so that only the meaning can match a recorded page.
  const params = { path, data: encodeHex(data), height: String(PIN), prove: false, walk: true }
  const answer = await node.answer({ method: 'abci_query', args, origin: { kind: 'json', params } })
  if (answer.kind === 'error') throw new Error(answer.error.data)
  const { code, log, value } = JSON.parse(answer.text).response
  return { code, log, value: parseBase64(value ?? '') ?? new Uint8Array() }
}

async function page(
  node: NodeBackend,
  path: string,
  filter: Uint8Array,
  pageField: number,
  asked: PageAsked,
): Promise<PageGot> {
  const data = concatBytes(filter, encodeBytesField(pageField, encodePageRequest(asked)))
  const { value } = await query(node, path, data)
  const fields = readFields(value)
  const response = lastMessage(fields, 2)
  return {
    items: allBytes(fields, 1),
    nextKey: lastBytes(response, 1),
    total: Number(lastInteger(response, 2)),
  }
}

function idOf(proposal: Uint8Array): number {
  return Number(lastInteger(readFields(proposal), 1))
}

const NO_FILTER = new Uint8Array()

// Another try would be another choice of pages.
describe('paging of recorded proposals', { retry: 0 }, () => {
  let node: NodeBackend
  let ids: readonly number[]
  let votingIds: readonly number[]

  beforeAll(async () => {
    const replay = replayOf(await loadScene(join(RECORDINGS, 'steady')))
    node = replay.createBackend('archive')
    const truth = JSON.parse(readFileSync(join(RECORDINGS, 'truth.json'), 'utf8'))
    ids = truth.steady.proposal_ids
    votingIds = truth.steady.voting.map((one: { id: number }) => one.id)
    expect([ids.length, votingIds.length]).toEqual([196, 8])
  })

  it('gives the same list by next_key whatever the page size and direction', async () => {
    const sizes = fc.record({ limit: fc.integer({ min: 1, max: 250 }), reverse: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(sizes, async ({ limit, reverse }) => {
        const walked: number[] = []
        let key: Uint8Array | undefined
        do {
          const got = await page(node, PROPOSALS, NO_FILTER, 4, {
            limit,
            reverse,
            ...(key && { key }),
          })
          expect(got.items.length).toBeLessThanOrEqual(limit)
          walked.push(...got.items.map(idOf))
          key = got.nextKey
        } while (key !== undefined)
        expect(reverse ? walked.reverse() : walked).toEqual(ids)
      }),
      { numRuns: 25 },
    )
  })

  it('cuts the same list by offset, and counts it only without a key', async () => {
    const cuts = fc.record({
      offset: fc.integer({ min: 0, max: 220 }),
      limit: fc.integer({ min: 1, max: 60 }),
      reverse: fc.boolean(),
      countTotal: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(cuts, async (asked) => {
        const got = await page(node, PROPOSALS, NO_FILTER, 4, asked)
        const ordered = asked.reverse ? [...ids].reverse() : ids
        const expected = ordered.slice(asked.offset, asked.offset + asked.limit)
        expect(got.items.map(idOf)).toEqual(expected)
        const isWithin = asked.offset <= ids.length
        expect(got.total).toBe(asked.countTotal && isWithin ? ids.length : 0)
      }),
      { numRuns: 60 },
    )
  })

  it('starts anywhere on a forged key, forwards at it or after and backwards at it or before', async () => {
    const starts = fc.record({ id: fc.integer({ min: 0, max: 400 }), reverse: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(starts, async ({ id, reverse }) => {
        const key = bigEndian64(BigInt(id))
        const got = await page(node, PROPOSALS, NO_FILTER, 4, {
          key,
          limit: 3,
          reverse,
          countTotal: true,
        })
        const near = reverse
          ? [...ids].reverse().filter((one) => one <= id)
          : ids.filter((one) => one >= id)
        expect(got.items.map(idOf)).toEqual(near.slice(0, 3))
        expect(got.total).toBe(0)
      }),
      { numRuns: 60 },
    )
  })

  it('filters by status and still walks every proposal that passes, a last page being empty at times', async () => {
    const status = encodeIntegerField(1, 2n)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), fc.boolean(), async (limit, reverse) => {
        const walked: number[] = []
        let key: Uint8Array | undefined
        do {
          const got = await page(node, PROPOSALS, status, 4, {
            limit,
            reverse,
            ...(key && { key }),
          })
          walked.push(...got.items.map(idOf))
          key = got.nextKey
        } while (key !== undefined)
        expect(reverse ? walked.reverse() : walked).toEqual(votingIds)
      }),
      { numRuns: 24 },
    )
    const counted = await page(node, PROPOSALS, status, 4, { limit: 3, countTotal: true })
    expect(counted.total).toBe(votingIds.length)
  })

  it('gives 100 and the total when no limit is named, as the SDK does', async () => {
    const got = await page(node, PROPOSALS, NO_FILTER, 4, {})
    expect(got.items.map(idOf)).toEqual(ids.slice(0, 100))
    expect(got.total).toBe(ids.length)
    expect(got.nextKey).toEqual(bigEndian64(BigInt(ids[100] ?? 0)))
  })

  it('refuses key and offset together in the recorded words', async () => {
    const both = encodeBytesField(
      4,
      encodePageRequest({ key: bigEndian64(300n), offset: 2, limit: 5 }),
    )
    expect(await query(node, PROPOSALS, both)).toMatchObject({
      code: 6,
      log: 'rpc error: code = Internal desc = invalid request, either offset or key is expected, got both: unknown request',
    })
  })
})

describe('paging of the recorded market', () => {
  let node: NodeBackend

  beforeAll(async () => {
    const replay = replayOf(await loadScene(join(RECORDINGS, 'market')))
    node = replay.createBackend('archive')
  })

  function leaseFilter(fields: { owner?: string; state?: string; provider?: string }): Uint8Array {
    const text = (field: number, value: string | undefined): Uint8Array =>
      value === undefined ? new Uint8Array() : encodeBytesField(field, encodeUtf8(value))
    const filter = concatBytes(
      text(1, fields.owner),
      text(5, fields.provider),
      text(6, fields.state),
    )
    return encodeBytesField(1, filter)
  }

  async function walk(filter: Uint8Array, asked: PageAsked): Promise<string[]> {
    const walked: string[] = []
    let key: Uint8Array | undefined
    do {
      const got = await page(node, LEASES, filter, 2, { ...asked, ...(key && { key }) })
      expect(got.total).toBe(got.items.length)
      walked.push(...got.items.map(encodeHex))
      key = got.nextKey
    } while (key !== undefined)
    return walked
  }

  it('gives every lease of a state once, whatever the page size and direction', async () => {
    const whole = await walk(leaseFilter({ state: 'active' }), { limit: 5000 })
    expect(whole).toHaveLength(1421)
    for (const limit of [97, 500, 1421]) {
      expect(await walk(leaseFilter({ state: 'active' }), { limit })).toEqual(whole)
      const backwards = await walk(leaseFilter({ state: 'active' }), { limit, reverse: true })
      expect(backwards.reverse()).toEqual(whole)
    }
  })

  it('walks all states one after the other when none is named: 7,506 leases', async () => {
    const whole = await walk(leaseFilter({}), { limit: 2000 })
    expect(whole).toHaveLength(7506)
    expect(new Set(whole).size).toBe(7506)
  })

  it('finds the leases of one owner and of one provider, across states and pages', async () => {
    const whole = await walk(leaseFilter({}), { limit: 10_000 })
    for (const [field, path] of [
      [1, 'owner'],
      [5, 'provider'],
    ] as const) {
      const address = nameOf(whole[4000] ?? '', field)
      const expected = whole.filter((item) => nameOf(item, field) === address)
      expect(expected.length).toBeGreaterThan(5)
      const found = await walk(leaseFilter({ [path]: address }), { limit: 7 })
      expect([...found].sort()).toEqual([...expected].sort())
    }
  })

  it('refuses an offset without a state, an unknown state and a damaged key in the recorded words', async () => {
    const asked = encodeBytesField(2, encodePageRequest({ offset: 3, limit: 5 }))
    expect((await query(node, LEASES, asked)).log).toBe(
      'rpc error: code = InvalidArgument desc = invalid request parameters. if offset is set, filter.state must be provided: invalid request',
    )
    expect((await query(node, LEASES, leaseFilter({ state: 'bogus' }))).log).toBe(
      'rpc error: code = InvalidArgument desc = invalid state value: invalid request',
    )
    const key = encodeBytesField(2, encodePageRequest({ key: Uint8Array.of(1, 2, 3), limit: 5 }))
    expect((await query(node, LEASES, key)).log).toBe(
      'rpc error: code = InvalidArgument desc = pagination: invalid key: invalid key length: invalid request',
    )
  })
})

/** Owner (1) or provider (5) of a lease as it stands in a list. */
function nameOf(item: string, field: number): string {
  const bytes = Uint8Array.from(item.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const lease = readFields(lastBytes(readFields(bytes), 1) ?? new Uint8Array())
  const id = readFields(lastBytes(lease, 1) ?? new Uint8Array())
  return new TextDecoder().decode(lastBytes(id, field))
}
