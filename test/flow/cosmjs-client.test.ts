import { join } from 'node:path'
import {
  QueryClient,
  setupBankExtension,
  setupDistributionExtension,
  setupMintExtension,
  setupSlashingExtension,
  setupStakingExtension,
} from '@cosmjs/stargate'
import { Comet38Client } from '@cosmjs/tendermint-rpc'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ReplayNode, startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { createConnection } from '../../src/rpc/connection.ts'
import type { Transport } from '../../src/rpc/transport.ts'

const RECORDINGS = join(import.meta.dirname, '..', 'recordings')
/** State the scene `steady` was read at (chain skydev-1, 2026-11-21). */
const PINNED = 27_400_494

let steady: ReplayNode
let halt: ReplayNode
beforeAll(async () => {
  steady = await startReplayNode({ scene: join(RECORDINGS, 'steady') })
  halt = await startReplayNode({ scene: join(RECORDINGS, 'halt') })
})
afterAll(() => Promise.all([steady.close(), halt.close()]))

describe("cosmjs's Comet38Client over the transport", () => {
  it('reads status, abci_info and health', async () => {
    const client = setup(steady)
    const status = await client.status()
    expect(status.nodeInfo).toMatchObject({ network: 'skydev-1', moniker: 'overlook-archive' })
    expect(status.syncInfo).toMatchObject({ latestBlockHeight: 27_400_496, catchingUp: false })
    expect(await client.abciInfo()).toMatchObject({ data: 'akash', lastBlockHeight: 27_400_496 })
    expect(await client.health()).toBeNull()
  })

  it('reads a block with its transactions and its results', async () => {
    const client = setup(steady)
    const { block } = await client.block(27_400_200)
    const results = await client.blockResults(27_400_200)
    expect(block.header).toMatchObject({ chainId: 'skydev-1', height: 27_400_200 })
    expect(block.txs.length).toBeGreaterThan(0)
    expect(results.results).toHaveLength(block.txs.length)
  })

  it('reads a range of headers, a commit at a height and the latest one', async () => {
    const client = setup(steady)
    const { blockMetas } = await client.blockchain(PINNED - 5, PINNED)
    expect(blockMetas.map(({ header }) => header.height)).toEqual([
      27_400_494, 27_400_493, 27_400_492, 27_400_491, 27_400_490, 27_400_489,
    ])
    expect((await client.commit(PINNED + 1)).header.height).toBe(PINNED + 1)
    expect((await client.commit()).canonical).toBe(false)
  })

  it('reads the validators of a height, a page and all of them', async () => {
    const client = setup(steady)
    const page = await client.validators({ height: PINNED, page: 4, per_page: 30 })
    expect(page).toMatchObject({ blockHeight: PINNED, count: 10, total: 100 })
    expect((await client.validatorsAll(PINNED + 1)).validators).toHaveLength(100)
  })

  it('reads a transaction, with its proof, and searches for others', async () => {
    const client = setup(steady)
    const hash = Buffer.from('C5NILJpX9Jw7cBnya5/ab9D9xM4rz4VEO3xej2NUqu0=', 'base64')
    const tx = await client.tx({ hash, prove: true })
    expect(Buffer.from(tx.hash).equals(hash)).toBe(true)
    expect(tx.proof?.proof.total).toBeGreaterThan(0)
    const query = "proposal_vote.proposal_id='353'"
    const page = await client.txSearch({
      query,
      page: 1,
      per_page: 30,
      order_by: 'asc',
      prove: false,
    })
    expect(page.txs).toHaveLength(30)
    const all = await client.txSearchAll({ query, per_page: 30, order_by: 'asc', prove: false })
    expect(all.txs).toHaveLength(page.totalCount)
  })

  it('searches for blocks', async () => {
    const client = setup(steady)
    const query = "active_proposal.proposal_id='342'"
    const found = await client.blockSearch({ query, page: 1, per_page: 1, order_by: 'asc' })
    expect(found.totalCount).toBe(1)
    expect(await client.blockSearchAll({ query, per_page: 1, order_by: 'asc' })).toEqual(found)
    expect(found.blocks.map(({ block }) => block.header.height)).toEqual([27_400_258])
  })

  it('queries the application, also with a proof, and passes its refusal through', async () => {
    const client = setup(steady)
    const path = '/cosmos.gov.v1.Query/Params'
    const params = await client.abciQuery({ path, data: new Uint8Array(), height: PINNED })
    expect(params).toMatchObject({ code: 0, height: PINNED })
    expect(params.value.length).toBeGreaterThan(100)
    const key = Buffer.from('000000000000000161', 'hex')
    const proven = await client.abciQuery({
      path: '/store/gov/key',
      data: key,
      height: PINNED,
      prove: true,
    })
    expect(proven.proof?.ops.map(({ type }) => type)).toEqual(['ics23:iavl', 'ics23:simple'])
    const unknown = await client.abciQuery({
      path: '/no.such.Query/Thing',
      data: new Uint8Array(),
      height: PINNED,
    })
    expect(unknown).toMatchObject({ code: 6, codespace: 'sdk' })
  })

  it('reads the mempool of the halted chain and has a broken transaction refused by it', async () => {
    const client = setup(halt)
    expect(await client.numUnconfirmedTxs()).toMatchObject({ total: 2, totalBytes: 610 })
    const sent = await client.broadcastTxSync({ tx: Uint8Array.from([0, 1, 2]) })
    expect(sent).toMatchObject({ code: 2, codespace: 'sdk' })
  })

  it('gives the refusals of the node as errors that say what was refused', async () => {
    const client = setup(steady)
    await expect(client.block(27_500_494)).rejects.toMatchObject({
      name: 'RpcRefusalError',
      refusal: { kind: 'height-in-future', highest: 27_400_497n },
    })
    await expect(client.tx({ hash: new Uint8Array(32).fill(1) })).rejects.toMatchObject({
      refusal: { kind: 'tx-not-found' },
    })
    await expect(
      client.validators({ height: PINNED, page: 9, per_page: 30 }),
    ).rejects.toMatchObject({ refusal: { kind: 'page-out-of-range', pages: 4 } })
    await expect(client.genesis()).rejects.toMatchObject({ refusal: { kind: 'not-recorded' } })
  })

  it('has calls of one turn sent as one batch', async () => {
    const client = setup(steady)
    steady.requests.reset()
    await Promise.all([client.status(), client.health(), client.abciInfo()])
    expect(steady.requests.httpRequests).toBe(1)
    expect(steady.requests.calls).toBe(3)
  })
})

describe("cosmjs's QueryClient over the transport", () => {
  it('reads staking: pool, parameters, all validators and one of them', async () => {
    const { staking } = setupQueries(steady)
    const { pool } = await staking.pool()
    // truth.json: bonded_tokens and not_bonded_tokens at 27,400,494
    expect(pool).toEqual({ bondedTokens: '132000049293268', notBondedTokens: '7500740736' })
    expect((await staking.params()).params).toMatchObject({
      bondDenom: 'uakt',
      maxValidators: 100,
    })
    const { validators } = await staking.validators('BOND_STATUS_BONDED')
    expect(validators).toHaveLength(100)
    const [first] = validators
    const { validator } = await staking.validator(first?.operatorAddress ?? '')
    expect(validator).toEqual(first)
  })

  it('reads any other path at a height of its own', async () => {
    const client = setupQueries(steady)
    const path = '/cosmos.gov.v1.Query/Proposal'
    // QueryProposalRequest {proposal_id: 2}
    const answer = await client.queryAbci(path, Uint8Array.from([8, 2]), PINNED)
    expect(answer.height).toBe(PINNED)
    expect(answer.value.length).toBeGreaterThan(100)
    // QueryProposalRequest {proposal_id: 99999}
    const absent = client.queryAbci(path, Uint8Array.from([8, 0x9f, 0x8d, 6]), PINNED)
    await expect(absent).rejects.toThrow(
      "Query failed with (22): rpc error: code = NotFound desc = proposal 99999 doesn't exist",
    )
  })

  it('reads bank, distribution, mint and slashing', async () => {
    const { bank, distribution, mint, slashing } = setupQueries(steady)
    const uact = { denom: 'uact', amount: '3392210924570' }
    expect(await bank.supplyOf('uact')).toEqual(uact)
    const { pool } = await distribution.communityPool()
    expect(pool.map(({ denom }) => denom)).toContain('uakt')
    expect((await mint.inflation()).toString()).toBe('0.129996389506017175')
    expect((await slashing.params()).params.signedBlocksWindow).toBe(1_000_000n)
  })
})

function connect(node: ReplayNode): Transport {
  return createConnection([{ url: node.url }]).transport
}

function setup(node: ReplayNode): Comet38Client {
  return Comet38Client.create(connect(node))
}

function setupQueries(node: ReplayNode) {
  return QueryClient.withExtensions(
    setup(node),
    setupStakingExtension,
    setupBankExtension,
    setupDistributionExtension,
    setupMintExtension,
    setupSlashingExtension,
  )
}
