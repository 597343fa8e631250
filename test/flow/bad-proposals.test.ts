import 'fake-indexeddb/auto'
import { Proposal as RecordedProposal } from 'cosmjs-types/cosmos/gov/v1/gov'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProposalArchive } from '../../src/archive/proposal-archive.ts'
import { describeFailure } from '../../src/chain/failure.ts'
import type { RpcCall } from '../../src/demo-chain/server/backend.ts'
import { readProposalDetail } from '../../src/queries/proposal-detail.ts'
import type { ProposalList } from '../../src/queries/proposal-list.ts'
import {
  bytesIn,
  idOf,
  joinPage,
  type MisbehavingNode,
  queryData,
  queryHeight,
  queryPath,
  refusal,
  splitPage,
  startMisbehavingNode,
  valueAnswer,
  type WirePage,
} from './misbehaving-node.ts'
import { connectTo, readPictures, readWholeList } from './reading.ts'
import { readRecordedProposals, textsOfRecorded, textsOfRow } from './recorded-proposals.ts'
import { runSkylight } from './run-skylight.ts'

const PROPOSALS = '/cosmos.gov.v1.Query/Proposals'
const PROPOSAL = '/cosmos.gov.v1.Query/Proposal'
const STORE = '/store/gov/key'
const UNKNOWN_TYPE =
  'collections: encoding error: value decode: no concrete type registered for type URL /akash.take.v1.MsgUpdateParams against interface *types.Msg'

const recorded = readRecordedProposals('steady').map(textsOfRecorded).toReversed()

let node: MisbehavingNode
beforeAll(async () => {
  node = await startMisbehavingNode()
})
afterAll(() => node.close())

describe('a node that cannot unpack one proposal and so refuses its whole page', () => {
  it.each([
    [18, `${UNKNOWN_TYPE}: invalid request`],
    [6, `rpc error: code = Internal desc = ${UNKNOWN_TYPE}: unknown request`],
    [18, 'type URL /akash.take.v1.MsgUpdateParams: proto: not found: invalid request'],
  ])('is read proposal by proposal, that one from the store (code %i, %s)', async (code, log) => {
    node.misbehave((call) => {
      if (queryPath(call) === PROPOSALS) return refusal(code, log)
      return isSingleRead(call, 342n) ? refusal(code, log) : undefined
    })
    const { rows, isComplete } = await readWholeList(connectTo(node.url))
    expect(rows.filter((row) => row.kind === 'proposal').map(textsOfRow)).toEqual(recorded)
    expect(rows.filter((row) => row.kind === 'unreadable')).toEqual([])
    expect(isComplete).toBe(true)
  })

  it('loses that row and no other where the store will not give it either', async () => {
    node.misbehave((call) => {
      if (queryPath(call) === PROPOSALS || isSingleRead(call, 342n)) return refusal(6, UNKNOWN_TYPE)
      return isStoreRead(call, 342n) ? refusal(4, 'no such store', 'store') : undefined
    })
    const { rows } = await readWholeList(connectTo(node.url))
    expect(rows.filter((row) => row.kind === 'unreadable')).toEqual([
      {
        kind: 'unreadable',
        id: 342n,
        reason: 'The node refused /cosmos.gov.v1.Query/Proposal (sdk 6).',
        bytes: undefined,
      },
    ])
    expect(rows.filter((row) => row.kind === 'proposal').map(textsOfRow)).toEqual(
      recorded.filter(({ id }) => id !== '342'),
    )
  })

  it('fails with what it said, where nothing can be read in its place', async () => {
    node.misbehave((call) => {
      if (queryPath(call) === PROPOSALS) return refusal(6, UNKNOWN_TYPE)
      return queryPath(call)?.startsWith('/store/gov/')
        ? refusal(4, 'no such store', 'store')
        : undefined
    })
    await expect(failureOf(readWholeList(connectTo(node.url)))).resolves.toEqual({
      kind: 'undecodable',
      sentence: `${node.url} could not answer ${PROPOSALS}; try another endpoint.`,
      endpoint: node.url,
      detail: UNKNOWN_TYPE,
    })
  })

  it('still shows the proposal on its own page, from the store', async () => {
    node.misbehave((call) => (isSingleRead(call, 342n) ? refusal(18, UNKNOWN_TYPE) : undefined))
    const detail = await readProposalDetail(connectTo(node.url), 342n)
    if (detail.kind !== 'found') throw new Error(`the proposal is ${detail.kind}`)
    expect(textsOfRow({ kind: 'proposal', id: 342n, proposal: detail.proposal })).toEqual(
      recorded.find(({ id }) => id === '342'),
    )
  })
})

describe('a page with bytes that are no proposal', () => {
  const GARBAGE = Uint8Array.from([0xff, 0xff, 0xff, 0xff, 0x07])
  /** Starts as #341 does, then breaks off inside a field. */
  const CUT = Uint8Array.from([0x08, 0xd5, 0x02, 0x12, 0x7f, 0x01])

  it('has that row read on its own', async () => {
    corrupt(341n, GARBAGE)
    const { rows } = await readWholeList(connectTo(node.url))
    expect(rows.filter((row) => row.kind === 'proposal').map(textsOfRow)).toEqual(recorded)
    expect(rows.filter((row) => row.kind === 'unreadable')).toEqual([])
  })

  it.each([
    ['garbage', GARBAGE],
    ['a proposal cut off', CUT],
  ])(
    'keeps the 23 others and shows one unreadable row with its bytes, when it is %s everywhere',
    async (_, bytes) => {
      corrupt(341n, bytes, { everywhere: true })
      const [first] = await readPictures(connectTo(node.url))
      expect(ids(first, 'proposal')).toHaveLength(23)
      expect(first?.rows.filter((row) => row.kind === 'unreadable')).toEqual([
        { kind: 'unreadable', id: 341n, reason: expect.stringMatching(/./), bytes },
      ])
    },
  )

  it.each(['links', 'upgrades'])('is missing in skylight %s, which says so', async (command) => {
    corrupt(341n, CUT, { everywhere: true })
    const { exitCode, stderr } = await runSkylight(command, '--rpc', node.url)
    expect(exitCode).toBe(0)
    expect(stderr).toContain('Proposal 341 could not be read: whether an AEP or a group is named')
  })

  it('says so on the page of that proposal, and shows the bytes', async () => {
    corrupt(341n, CUT, { everywhere: true })
    await expect(readProposalDetail(connectTo(node.url), 341n)).resolves.toMatchObject({
      kind: 'unreadable',
      id: 341n,
      bytes: CUT,
    })
  })

  it('is read again at the next visit, because an unreadable row is not kept', async () => {
    corrupt(100n, CUT, { everywhere: true })
    corrupt(99n, CUT, { everywhere: true })
    const archive = createProposalArchive('unreadable')
    await readWholeList(connectTo(node.url, { archive }))
    node.misbehave(() => undefined)
    const { rows } = await readWholeList(connectTo(node.url, { archive }))
    expect(rows.filter((row) => row.kind === 'proposal').map(textsOfRow)).toEqual(recorded)
  })
})

describe('a node that answers for another proposal than the one asked for', () => {
  it('is not believed: the proposal comes from the store', async () => {
    node.misbehave((call, ask) =>
      isSingleRead(call, 353n)
        ? ask({ ...call, args: { ...call.args, data: Uint8Array.of(0x08, 0x06) } })
        : undefined,
    )
    await expect(readProposalDetail(connectTo(node.url), 353n)).resolves.toMatchObject({
      kind: 'found',
      proposal: { id: 353n },
    })
  })
})

describe('paging that repeats or runs backwards', () => {
  it.each<[string, (page: WirePage, fromKey: boolean) => WirePage | undefined]>([
    ['gives the first page whatever is asked for', (_, isFromKey) => (isFromKey ? undefined : _)],
    [
      'leads back to where the page began',
      (page) => ({ ...page, nextKey: keyOf(page.proposals[0]) }),
    ],
    ['leads upwards', (page) => ({ ...page, nextKey: key(1_000n) })],
    ['turns the order around', (page) => ({ ...page, proposals: page.proposals.toReversed() })],
    ['names a key of a form no id has', (page) => ({ ...page, nextKey: Uint8Array.of(1, 2, 3) })],
  ])('ends, with every proposal there, where a node %s', async (_, edit) => {
    editPages(edit)
    const { rows, isComplete } = await readWholeList(connectTo(node.url))
    expect(rows.filter((row) => row.kind === 'proposal').map(textsOfRow)).toEqual(recorded)
    expect(isComplete).toBe(true)
  })

  it('fails with its own sentence where single reads are not answered either, and keeps nothing', async () => {
    editPages((page) => ({ ...page, nextKey: keyOf(page.proposals[0]) }), { storeIsShut: true })
    const archive = createProposalArchive('backwards')
    await expect(failureOf(readWholeList(connectTo(node.url, { archive })))).resolves.toEqual({
      kind: 'undecodable',
      sentence: `${node.url} repeats what it listed or runs backwards, so the list cannot be read to its end; try another endpoint.`,
      endpoint: node.url,
    })
    await expect(archive.load()).resolves.toEqual({ proposals: [], completeBelow: undefined })
  })
})

describe('a chain without proposals', () => {
  it('has an empty list, whole and without gaps', async () => {
    node.misbehave((call) =>
      queryPath(call) === PROPOSALS
        ? valueAnswer(joinPage({ proposals: [], nextKey: new Uint8Array() }), queryHeight(call))
        : undefined,
    )
    const archive = createProposalArchive('empty')
    const list = await readWholeList(connectTo(node.url, { archive }))
    expect(list).toMatchObject({ rows: [], isComplete: true, params: { kind: 'known' } })
    expect(list.tallies.size).toBe(0)
    node.misbehave(() => undefined)
    await expect(readWholeList(connectTo(node.url, { archive }))).resolves.toMatchObject({
      keptCount: 0,
    })
  })
})

describe('texts of strangers', () => {
  it('survive byte for byte: 20 kB of summary, text from right to left, and zero bytes', async () => {
    const summary = `${'Ж'.repeat(10_000)}\u202e${'\u0000'.repeat(3)}`
    const title = '\u202eלהצבעה\u202c مرحبا \u2066x\u2069 \ud83c\udff4\udb40\udc67'
    expect(Buffer.byteLength(summary)).toBeGreaterThan(20_000)
    editPages((page) => ({
      ...page,
      proposals: page.proposals.map((bytes) =>
        idOf(bytes) === 353n
          ? RecordedProposal.encode({
              ...RecordedProposal.decode(bytes),
              title,
              summary,
            }).finish()
          : bytes,
      ),
    }))
    const { rows } = await readWholeList(connectTo(node.url))
    const row = rows.find(({ id }) => id === 353n)
    expect(row).toMatchObject({
      kind: 'proposal',
      proposal: { title, summary },
    })
  })

  it('survive as they were recorded, the longest of them too', async () => {
    node.misbehave(() => undefined)
    const { rows } = await readWholeList(connectTo(node.url))
    const longest = rows.flatMap((row) => (row.kind === 'proposal' ? [row.proposal.summary] : []))
    const expected = recorded.map(({ summary }) => summary)
    expect(longest).toEqual(expected)
    expect(Math.max(...expected.map((text) => Buffer.byteLength(text)))).toBeGreaterThan(15_000)
    expect(expected.some((text) => /[\u0590-\u06ff\u202e]/.test(text))).toBe(true)
  })
})

describe('times no chain can have', () => {
  it('are not known, rather than breaking the row', async () => {
    editPages((page) => ({
      ...page,
      proposals: page.proposals.map((bytes) => {
        const proposal = RecordedProposal.decode(bytes)
        return proposal.id === 353n
          ? RecordedProposal.encode({
              ...proposal,
              votingEndTime: { seconds: 9_000_000_000_000n, nanos: 0 },
              votingStartTime: { seconds: 1_795_230_320n, nanos: -5 },
            }).finish()
          : bytes
      }),
    }))
    const { rows } = await readWholeList(connectTo(node.url))
    expect(rows.find(({ id }) => id === 353n)).toMatchObject({
      kind: 'proposal',
      proposal: { votingEndsAt: undefined, votingStartsAt: undefined },
    })
  })
})

function ids(list: ProposalList | undefined, kind: 'proposal' | 'unreadable'): readonly bigint[] {
  return list?.rows.flatMap((row) => (row.kind === kind ? [row.id] : [])) ?? []
}

async function failureOf(reading: Promise<unknown>) {
  return describeFailure(
    await reading.then(
      () => new Error('it was read'),
      (cause: unknown) => cause,
    ),
  )
}

function isSingleRead(call: RpcCall, id: bigint): boolean {
  return queryPath(call) === PROPOSAL && idOf(queryData(call)) === id
}

function isStoreRead(call: RpcCall, id: bigint): boolean {
  const expected = Buffer.concat([Uint8Array.of(0), key(id)])
  return queryPath(call) === STORE && expected.equals(queryData(call))
}

function key(id: bigint): Uint8Array {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(id)
  return bytes
}

function keyOf(proposal: Uint8Array | undefined): Uint8Array {
  return proposal === undefined ? new Uint8Array() : key(idOf(proposal))
}

/** Exchanges the bytes of one proposal in every page; `everywhere`: in single and store reads too. */
function corrupt(id: bigint, bytes: Uint8Array, where: { readonly everywhere?: boolean } = {}) {
  node.misbehave((call, ask) => {
    if (queryPath(call) === PROPOSALS) {
      return ask(call).then((answer) => {
        const { proposals, nextKey } = splitPage(bytesIn(answer))
        const edited = proposals.map((own) => (idOf(own) === id ? bytes : own))
        return valueAnswer(joinPage({ proposals: edited, nextKey }), queryHeight(call))
      })
    }
    if (where.everywhere !== true) return undefined
    if (isStoreRead(call, id)) return valueAnswer(bytes, queryHeight(call))
    if (!isSingleRead(call, id)) return undefined
    return valueAnswer(
      joinPage({ proposals: [bytes], nextKey: new Uint8Array() }),
      queryHeight(call),
    )
  })
}

/** Has every page answered as `edit` leaves it; undefined stands for the first page again. */
function editPages(
  edit: (page: WirePage, isFromKey: boolean) => WirePage | undefined,
  options: { readonly storeIsShut?: boolean } = {},
): void {
  node.misbehave((call, ask) => {
    if (options.storeIsShut === true && queryPath(call)?.startsWith('/store/gov/')) {
      return refusal(4, 'no such store', 'store')
    }
    if (queryPath(call) !== PROPOSALS) return undefined
    const data = queryData(call)
    const isFromKey = data.length > 8
    // Reverse, 24 a page: what the app asks first.
    const first = {
      ...call,
      args: { ...call.args, data: Uint8Array.from([0x22, 4, 0x18, 24, 0x28, 1]) },
    }
    return ask(call).then(async (answer) => {
      const page =
        edit(splitPage(bytesIn(answer)), isFromKey) ?? splitPage(bytesIn(await ask(first)))
      return valueAnswer(joinPage(page), queryHeight(call))
    })
  })
}
