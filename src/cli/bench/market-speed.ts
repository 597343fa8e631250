import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { decodeBase64 } from '../../chain/bytes.ts'
import { bidsOf, deploymentsOf, leasesOf, ordersOf } from '../../chain/market/market-lists.ts'
import { type MarketQuery, readMarketList } from '../../chain/market/read-market-list.ts'
import { createConnection } from '../../rpc/connection.ts'
import { atLeast, type Finding, type Measurement, plain } from './finding.ts'
import { median } from './median.ts'
import { startNodeProcess } from './node-process.ts'

const ROUNDS = 9
const HEIGHT = 27_400_494n
/** How fast the node that was recorded gave out leases (test/recordings/README.md). */
const DELIVERED_A_SECOND = 12_800
/** Of an answer, in base64, for each lease (protocol D4). */
const BYTES_A_LEASE = 538
const PACED_ROUNDS = 3

/** One list of the market to its end; returns how many records it has. */
type ReadList = (transport: ReturnType<typeof connect>) => Promise<number>

const listReader =
  <Wire, Item>(query: MarketQuery<Wire, Item>): ReadList =>
  async (transport) => {
    let records = 0
    for await (const page of readMarketList(transport, query)) records += page.items.length
    return records
  }

/** Every list that scene `market` holds whole. */
const LISTS: readonly ReadList[] = [
  ...(['active', 'reclaiming', 'insufficient_funds', 'closed'] as const).map((state) =>
    listReader(leasesOf(state, HEIGHT)),
  ),
  ...(['open', 'active', 'lost', 'closed'] as const).map((state) =>
    listReader(bidsOf(state, HEIGHT)),
  ),
  ...(['open', 'active', 'closed'] as const).map((state) => listReader(ordersOf(state, HEIGHT))),
  listReader(deploymentsOf('active', HEIGHT)),
]

/**
 * The whole recorded market, read and decoded, against nothing but the same pages fetched as text, the lists side by side
 * both times, of a node in another process, as nodes are. Rounds alternate, so that both see the same machine.
 */
export function marketSpeed(scene: string): Measurement {
  return {
    heading: 'Speed of reading the market',
    async measure() {
      const node = await startNodeProcess(scene)
      try {
        return await measureNode(node.url)
      } finally {
        await node.close()
      }
    },
  }
}

async function measureNode(url: string): Promise<readonly Finding[]> {
  const bodies: string[][] = []
  const answers: string[] = []
  let records = 0
  for (const read of LISTS) {
    const kept: string[] = []
    records += await read(connect(url, kept, answers))
    bodies.push(kept)
  }
  const plainMs: number[] = []
  const bytesMs: number[] = []
  const ownMs: number[] = []
  for (let round = -2; round < ROUNDS; round++) {
    const plainRound = await timeOf(() => fetchPages(url, bodies))
    const bytesRound = await timeOf(() => fetchPages(url, bodies, { read: readBytes }))
    const ownRound = await timeOf(() => readLists(connect(url)))
    // The first rounds warm both up.
    if (round < 0) continue
    plainMs.push(plainRound)
    bytesMs.push(bytesRound)
    ownMs.push(ownRound)
  }
  const pacedRatios: number[] = []
  for (let round = 0; round < PACED_ROUNDS; round++) {
    const plainRound = await timeOf(() => fetchPages(url, bodies, { by: createPacedFetch() }))
    const ownRound = await timeOf(() => readLists(connectBy(url, createPacedFetch())))
    pacedRatios.push(plainRound / ownRound)
  }
  const decodeMs = await timeToDecode(answers)
  return [
    plain('records, in pages of a thousand', records),
    plain('plain fetches of the same pages', median(plainMs), 'ms'),
    plain('all lists, decoded', median(ownMs), 'ms'),
    // Round by round, because the machine may have had other things to do in some of them.
    atLeast('speed against plain fetches', median(plainMs.map(ratioTo(ownMs))), 0.8),
    // The most there could be to it: what every reader of these answers does before the first record.
    plain(
      'speed of JSON and base64 alone, against the same',
      median(plainMs.map(ratioTo(bytesMs))),
    ),
    plain('speed of all, of a node as fast as the recorded one was', median(pacedRatios)),
    atLeast(
      'records decoded a second of the processor, of ten times what a node delivers',
      (records / decodeMs) * 1_000,
      10 * DELIVERED_A_SECOND,
    ),
  ]
}

function ratioTo(others: readonly number[]) {
  return (value: number, index: number) => value / (others[index] ?? Number.NaN)
}

/** A connection of its own, as a page opened anew has; it can note what it asks and what it is answered. */
function connect(url: string, bodies?: string[], answers?: string[]) {
  const noted: typeof globalThis.fetch = async (input, init) => {
    if (typeof init?.body === 'string') bodies?.push(init.body)
    const text = await (await fetch(input, init)).text()
    answers?.push(text)
    return new Response(text, { headers: { 'Content-Type': 'application/json' } })
  }
  return connectBy(url, bodies === undefined ? fetch : noted)
}

function connectBy(url: string, by: typeof globalThis.fetch) {
  return createConnection([{ url }], { http: { fetch: by } }).transport
}

/** Answers come one after the other, at the pace of the node that was recorded: the local one is ten times as fast. */
function createPacedFetch(): typeof globalThis.fetch {
  let isFreeAt = 0
  return async (input, init) => {
    const text = await (await fetch(input, init)).text()
    isFreeAt = Math.max(isFreeAt, performance.now())
    isFreeAt += (text.length / (DELIVERED_A_SECOND * BYTES_A_LEASE)) * 1_000
    await sleep(isFreeAt - performance.now())
    return new Response(text, { headers: { 'Content-Type': 'application/json' } })
  }
}

async function readLists(transport: ReturnType<typeof connect>): Promise<void> {
  await Promise.all(LISTS.map((read) => read(transport)))
}

/** Pages of a list one after the other, lists side by side, as their keys make it. */
async function fetchPages(
  url: string,
  lists: readonly (readonly string[])[],
  { by = fetch, read = String }: { by?: typeof fetch; read?: (text: string) => unknown } = {},
): Promise<void> {
  await Promise.all(
    lists.map(async (bodies) => {
      for (const body of bodies) {
        const response = await by(url, { method: 'POST', body })
        read(await response.text())
      }
    }),
  )
}

/** The bytes of an answer, of whose records nothing is read. */
function readBytes(text: string): Uint8Array {
  return decodeBase64(JSON.parse(text).result.response.value ?? '')
}

/** Milliseconds of the processor in which all lists are read from answers that are there already. */
async function timeToDecode(answers: readonly string[]): Promise<number> {
  const times: number[] = []
  for (let round = -2; round < ROUNDS; round++) {
    let next = 0
    const told = answers.map((text) => JSON.parse(text).result)
    const transport = { ...connect('http://127.0.0.1'), request: replay }
    async function replay() {
      return { result: told[next++], endpoint: '', receivedAtMs: 0, latencyMs: 0 }
    }
    const before = process.cpuUsage()
    for (const read of LISTS) await read(transport)
    const { user, system } = process.cpuUsage(before)
    if (round >= 0) times.push((user + system) / 1_000)
  }
  return median(times)
}

async function timeOf(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await run()
  return performance.now() - startedAt
}
