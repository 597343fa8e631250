import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { bech32 } from '@scure/base'
import { QueryVotesRequest } from '../../chain/proto/generated/cosmos/gov/v1/query.ts'
import { createApplication } from '../../demo-chain/application/living-application.ts'
import { createLedger } from '../../demo-chain/chain/create-ledger.ts'
import type { ChainLedger } from '../../demo-chain/chain/ledger.ts'
import { createDemoScript } from '../../demo-chain/chain/world/create-demo-script.ts'
import { createDemoNode } from '../../demo-chain/node/create-demo-node.ts'
import { encodeHex } from '../../demo-chain/server/bytes.ts'
import type { Json } from '../../demo-chain/server/json.ts'
import { encodeJson } from '../../demo-chain/server/json.ts'
import type { NodeServer } from '../../demo-chain/server/node-server.ts'
import { createNodeServer } from '../../demo-chain/server/node-server.ts'
import { atMost, type Measurement, plain } from './finding.ts'
import { median } from './median.ts'

const VOTES = 5_000
const ROUNDS = 15
const VOTES_PAGE_MS = 30
const NEXT_BLOCKS_MS = 60_000
const START = Date.UTC(2026, 10, 21, 3, 5)

/** How fast the demo chain answers, its clock standing, and what it takes up. */
export function demoEngine(): Measurement {
  return {
    heading: 'Demo chain, in this process',
    async measure() {
      const collect = garbageCollector()
      collect()
      const before = process.memoryUsage().heapUsed
      let nowMs = START
      const script = createDemoScript({ now: new Date(START) })
      const ledger = createLedger(script, () => new Date(nowMs))
      const node = createDemoNode(ledger, { moniker: 'archive' }, createApplication(ledger))
      const server = createNodeServer(node, { now: ledger.now })
      ledger.tip()
      collect()
      const booted = process.memoryUsage().heapUsed
      const query = 'proposal_vote.proposal_id EXISTS'
      const search = (): Promise<number> => ask(server, 'tx_search', { query, per_page: '100' })
      const firstSearchMs = await search()
      const nextSearchMs = await medianOf(search)
      const proposal = fillVote(ledger)
      nowMs += NEXT_BLOCKS_MS
      const data = encodeHex(
        QueryVotesRequest.encode({
          proposalId: proposal,
          pagination: {
            key: new Uint8Array(),
            offset: 0n,
            limit: BigInt(VOTES),
            countTotal: false,
            reverse: false,
          },
        }).finish(),
      )
      const path = '/cosmos.gov.v1.Query/Votes'
      const votesMs = await medianOf(() => ask(server, 'abci_query', { path, data }))
      const blockMs = await medianOf(() => ask(server, 'block_results', {}))
      collect()
      const full = process.memoryUsage().heapUsed
      return [
        atMost('a page of 5,000 votes', votesMs, VOTES_PAGE_MS, 'ms'),
        plain('results of the newest block', blockMs, 'ms'),
        plain('the first search for votes', firstSearchMs, 'ms'),
        plain('a search after it', nextSearchMs, 'ms'),
        plain('heap once booted', (booted - before) / 1e6, 'MB'),
        plain('heap with 5,000 votes more, all searched', (full - before) / 1e6, 'MB'),
      ]
    },
  }
}

/** Has thousands vote on an open proposal. @returns its id */
function fillVote(ledger: ChainLedger): bigint {
  const open = ledger
    .stateAt(ledger.tip())
    .proposals()
    .filter(({ status }) => status === 2)
  const id = open.at(-1)?.id ?? 0n
  for (let at = 0; at < VOTES; at++) {
    const address = new Uint8Array(20)
    new DataView(address.buffer).setUint32(0, at * 858_993)
    ledger.submit({
      kind: 'vote',
      proposal: { id },
      voter: bech32.encodeFromBytes('akash', address),
      options: [{ option: 1, weight: '1.000000000000000000' }],
      metadata: '',
      grantee: undefined,
    })
  }
  return id
}

/** @returns milliseconds until the whole answer is there */
async function ask(
  server: NodeServer,
  method: string,
  params: Record<string, Json>,
): Promise<number> {
  const body = encodeJson({ jsonrpc: '2.0', id: 1, method, params })
  const startedAt = performance.now()
  const request = { httpMethod: 'POST', target: '/', body, header: () => undefined }
  const reply = await server.handle(request)
  const ms = performance.now() - startedAt
  if (!reply.body.includes('"result"')) throw new Error(`${method}: ${reply.body.slice(0, 200)}`)
  return ms
}

async function medianOf(run: () => Promise<number>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) times.push(await run())
  return median(times)
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc')
}
