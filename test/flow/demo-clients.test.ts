import { spawn } from 'node:child_process'
import { join } from 'node:path'
import {
  createProtobufRpcClient,
  QueryClient,
  StargateClient,
  setupStakingExtension,
} from '@cosmjs/stargate'
import { Comet38Client } from '@cosmjs/tendermint-rpc'
import { ProposalStatus } from 'cosmjs-types/cosmos/gov/v1/gov'
import { QueryClientImpl } from 'cosmjs-types/cosmos/gov/v1/query'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import * as z from 'zod/mini'
import { type ChainEvent, createChainEvents } from '../../src/chain/events.ts'
import {
  NodeShape,
  NonVoterShape,
  ProposalRowShape,
  ProposalShape,
  TallyShape,
  VoteShape,
} from '../../src/cli/skylight/shapes.ts'
import { isDemoChainId } from '../../src/domain/demo-chain.ts'
import { createEventStreams } from '../../src/rpc/event-streams.ts'
import { type LiveDemoNode, startLiveDemoNode } from './live-demo-node.ts'
import { runSkylight } from './run-skylight.ts'

const TIMEOUT_MS = 30_000
/** Long enough for clients to come up, much shorter than the six seconds between blocks. */
const LEAD_MS = 1_500

let node: LiveDemoNode | undefined
const endings: (() => void)[] = []
afterEach(async () => {
  for (const end of endings.splice(0)) end()
  await node?.close()
})

describe("cosmjs's Comet38Client on a demo node", { timeout: TIMEOUT_MS }, () => {
  it.each([
    ['HTTP', 'http'],
    ['WebSocket', 'ws'],
  ])('reads over %s what it reads of any node', async (_, scheme) => {
    const { ledger, client } = await connectClient(scheme)
    const tip = Number(ledger.tip())
    const status = await client.status()
    expect(status.nodeInfo.network).toBe(ledger.chainId)
    expect(status.syncInfo).toMatchObject({ catchingUp: false })
    expect(status.syncInfo.latestBlockHeight).toBeGreaterThanOrEqual(tip)

    const withTxs = Number(
      ledger.eventfulHeights().findLast((height) => ledger.blockAt(height).txs.length > 0),
    )
    const { block } = await client.block(withTxs)
    const results = await client.blockResults(withTxs)
    expect(block.header).toMatchObject({ chainId: ledger.chainId, height: withTxs })
    expect(block.txs.length).toBeGreaterThan(0)
    expect(results.results).toHaveLength(block.txs.length)

    expect((await client.validatorsAll(tip)).validators).toHaveLength(100)
    const { commit } = await client.commit(tip - 1)
    expect(commit.signatures).toHaveLength(100)
    const { blockMetas } = await client.blockchain(tip - 5, tip)
    expect(blockMetas.map(({ header }) => header.height)).toEqual(
      [0, 1, 2, 3, 4, 5].map((back) => tip - back),
    )

    const query = 'proposal_vote.proposal_id EXISTS'
    const found = await client.txSearch({ query, page: 1, per_page: 5, order_by: 'desc' })
    expect(found.txs).toHaveLength(5)
    expect(found.totalCount).toBeGreaterThan(100)
    const [newest] = found.txs
    if (newest === undefined) throw new RangeError('no transaction was found')
    expect(await client.tx({ hash: newest.hash })).toMatchObject({ height: newest.height })

    const params = await client.abciQuery({
      path: '/cosmos.gov.v1.Query/Params',
      data: new Uint8Array(),
    })
    expect([params.code, params.value.length > 100]).toEqual([0, true])
  })

  it('is told of a block, its header and a vote in it as the block comes', async () => {
    const { ledger, nextBlock, client } = await connectClient('ws')
    const heard = {
      blocks: listen(client.subscribeNewBlock()),
      headers: listen(client.subscribeNewBlockHeader()),
      votes: listen(client.subscribeTx('proposal_vote.proposal_id EXISTS')),
    }
    await until(() => Object.values(heard).every((events) => events.length > 0))
    const [block, header, vote] = [heard.blocks[0], heard.headers[0], heard.votes[0]]
    const height = Number(nextBlock)
    expect(block?.header).toMatchObject({ chainId: ledger.chainId, height })
    expect(header).toMatchObject({ chainId: ledger.chainId, height })
    expect(vote?.height).toBe(height)
    expect(vote?.result.events.map(({ type }) => type)).toContain('proposal_vote')
    expect(ledger.now() < ledger.timeOf(nextBlock + 1n)).toBe(true)
  })
})

describe("cosmjs's query clients on a demo node", { timeout: TIMEOUT_MS }, () => {
  it('read chain, height, staking and governance', async () => {
    const { ledger, client } = await connectClient('http')
    const stargate = await StargateClient.create(client)
    expect(await stargate.getChainId()).toBe(ledger.chainId)
    expect(await stargate.getHeight()).toBeGreaterThanOrEqual(Number(ledger.tip()) - 1)

    const queries = QueryClient.withExtensions(client, setupStakingExtension)
    const { pool } = await queries.staking.pool()
    expect(pool).toEqual(ledger.stateAt(ledger.tip()).pool())
    const { validators } = await queries.staking.validators('BOND_STATUS_BONDED')
    expect(validators).toHaveLength(100)
    const operator = validators[0]?.operatorAddress ?? ''
    expect((await queries.staking.validator(operator)).validator).toEqual(validators[0])

    const gov = new QueryClientImpl(createProtobufRpcClient(queries))
    const voting = await gov.Proposals({
      proposalStatus: ProposalStatus.PROPOSAL_STATUS_VOTING_PERIOD,
      voter: '',
      depositor: '',
    })
    expect(voting.proposals.length).toBeGreaterThan(3)
    for (const { id, title } of voting.proposals) {
      const { tally } = await gov.TallyResult({ proposalId: id })
      const { votes } = await gov.Votes({ proposalId: id })
      expect([title !== '', /^\d+$/.test(tally?.yesCount ?? ''), votes.length > 0]).toEqual([
        true,
        true,
        true,
      ])
    }
  })

  it('are refused balances and accounts, of which this chain keeps none, as by a node without the module', async () => {
    const { client } = await connectClient('http')
    const stargate = await StargateClient.create(client)
    const voter = 'akash14jetgtmfup6xeupt6ssamuxntashmmzvgut3r6'
    await expect(stargate.getBalance(voter, 'uakt')).rejects.toThrow(/\(6\): unknown query path/)
    await expect(stargate.getAccount(voter)).rejects.toThrow(/\(6\): unknown query path/)
  })
})

describe('votes on a demo chain', { timeout: TIMEOUT_MS }, () => {
  it('reach the app, which listens for them, within the time of their block', async () => {
    node = await startLiveDemoNode(LEAD_MS)
    const { ledger, nextBlock, url } = node
    const events: { readonly event: ChainEvent; readonly at: Date }[] = []
    for (const open of createEventStreams([{ url }], { WebSocket })) {
      const stream = createChainEvents(open)({
        onEvent: (event) => events.push({ event, at: ledger.now() }),
        onState: () => undefined,
      })
      stream.resume()
      endings.push(() => stream.close())
    }
    const state = ledger.stateAt(ledger.tip())
    const open = state.proposals().find(({ status }) => status === 2)?.id ?? 0n
    const voter = 'akash14jetgtmfup6xeupt6ssamuxntashmmzvgut3r6'
    const height = ledger.submit({
      kind: 'vote',
      proposal: { id: open },
      voter,
      options: [{ option: 3, weight: '1.0' }],
      metadata: '',
      grantee: undefined,
    })
    expect(height).toBe(nextBlock)
    const isOwn = ({ event }: (typeof events)[number]): boolean =>
      event.kind === 'votes' && event.votes.some((vote) => vote.voter === voter)
    await until(() => events.some(isOwn))
    const own = events.find(isOwn)
    expect(own?.event).toEqual({ kind: 'votes', height, votes: [{ proposalId: open, voter }] })
    expect(own !== undefined && own.at >= ledger.timeOf(height)).toBe(true)
    expect(own !== undefined && own.at < ledger.timeOf(height + 1n)).toBe(true)
    // Of the people of the chain somebody votes in this block too.
    expect(events.filter(({ event }) => event.kind === 'votes').length).toBeGreaterThan(1)
    expect(events.filter(({ event }) => event.kind === 'block')).toHaveLength(1)
  })
})

describe('skylight on npm run demo-node', { timeout: TIMEOUT_MS }, () => {
  let command: StartedCommand
  beforeAll(async () => {
    command = await startCommand('--port', '0', '--now', '2026-11-21T01:30:00Z')
  }, TIMEOUT_MS)
  afterAll(() => command.stop())

  it('lists proposals, and tells one with its messages', async () => {
    const rows = await read(z.array(ProposalRowShape), 'proposals')
    expect(new Set(rows.map(({ status }) => status)).size).toBe(5)
    expect(rows.filter(({ unreadable }) => unreadable !== null)).toEqual([])
    expect(rows.some(({ converted }) => converted === true)).toBe(true)
    const open = rows.find(({ status, kinds }) => isOpen(status) && kinds.length > 0)
    const one = await read(ProposalShape, 'proposal', String(open?.id))
    expect(one.title).toBe(open?.title)
    expect(one.messages.length).toBeGreaterThan(0)
    expect(one.deposits?.length).toBeGreaterThan(0)
  })

  it('recounts every open vote as the node counts it, and lists who voted and who did not', async () => {
    const rows = await read(z.array(ProposalRowShape), 'proposals')
    const open = rows.filter(({ status }) => isOpen(status)).map(({ id }) => String(id))
    expect(open.length).toBeGreaterThan(3)
    for (const id of open) {
      const { recomputed, ...tally } = await read(TallyShape, 'tally', id, '--exact')
      expect(tally).toMatchObject(recomputed ?? { recomputed: 'missing' })
    }
    const [first = ''] = open
    const votes = await read(z.array(VoteShape), 'votes', first)
    const nonVoters = await read(z.array(NonVoterShape), 'nonvoters', first)
    const operators = votes.flatMap(({ operatorAddress }) => operatorAddress ?? [])
    expect(operators.length + nonVoters.length).toBe(100)
    expect(nonVoters.filter(({ operatorAddress }) => operators.includes(operatorAddress))).toEqual(
      [],
    )
  })

  it('tells the nodes apart', async () => {
    const nodes = await read(z.array(NodeShape), 'nodes')
    expect(nodes.map(({ state, lag, txIndex }) => [state, lag, txIndex])).toEqual([
      ['ok', 0, 'on'],
      ['ok', 0, 'on'],
      ['ok', 0, 'off'],
    ])
    expect(new Set(nodes.map(({ earliestHeight }) => earliestHeight)).size).toBe(3)
  })

  /** What a command prints, which it has checked itself. */
  async function read<T>(shape: z.ZodMiniType<T>, ...args: string[]): Promise<T> {
    const rpc = command.urls.join(',')
    const ended = await runSkylight(...args, '--rpc', rpc, '--format', 'json')
    expect([ended.exitCode, ended.stderr]).toEqual([0, ''])
    const { provenance, data } = JSON.parse(ended.stdout)
    expect(args[0] === 'nodes' || isDemoChainId(String(provenance.chainId))).toBe(true)
    return shape.parse(data)
  }
})

function isOpen(status: string | null): boolean {
  return status === 'PROPOSAL_STATUS_VOTING_PERIOD'
}

async function connectClient(scheme: string) {
  const started = await startLiveDemoNode(LEAD_MS)
  node = started
  const client = await Comet38Client.connect(started.url.replace(/^http/, scheme))
  endings.push(() => client.disconnect())
  return { ...started, client }
}

interface Listened<T> {
  addListener(listener: Partial<{ next(value: T): void }>): void
}

function listen<T>(stream: Listened<T>): T[] {
  const heard: T[] = []
  stream.addListener({ next: (value) => heard.push(value) })
  return heard
}

async function until(condition: () => boolean): Promise<void> {
  await expect.poll(condition, { timeout: 10_000, interval: 10 }).toBe(true)
}

interface StartedCommand {
  readonly urls: readonly string[]
  stop(): Promise<void>
}

/** `npm run demo-node` as a shell would start it. */
function startCommand(...args: string[]): Promise<StartedCommand> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/demo-node.ts', ...args], {
    cwd: join(import.meta.dirname, '..', '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const stop = (): Promise<void> => {
    child.kill('SIGINT')
    return closed
  }
  let out = ''
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    closed.then(() => reject(new RangeError(`demo-node ended: ${out}`))).catch(reject)
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString('utf8')
      if (!out.includes('Ctrl-C stops')) return
      resolve({ urls: [...out.matchAll(/http:\S+/g)].map(([url]) => url), stop })
    })
  })
}
