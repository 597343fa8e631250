import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { replayOf } from '../../src/demo-chain/http/replay-node.ts'
import { loadScene } from '../../src/demo-chain/replay/load-scene.ts'
import { createNodeServer } from '../../src/demo-chain/server/node-server.ts'

const RECORDINGS = join(import.meta.dirname, '..', 'recordings')

interface Reply {
  readonly result?: { readonly response?: Record<string, unknown> } & Record<string, unknown>
  readonly error?: { readonly code: number; readonly data?: string }
}

async function ask(
  scene: string,
  endpoint: string,
  method: string,
  params: Record<string, unknown> = {},
): Promise<Reply> {
  const replay = replayOf(await loadedScene(scene))
  const server = createNodeServer(replay.createBackend(endpoint), { now: () => replay.now })
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
  const reply = await server.handle({
    httpMethod: 'POST',
    target: '/',
    body,
    header: () => undefined,
  })
  return JSON.parse(reply.body)
}

const loaded = new Map<string, ReturnType<typeof loadScene>>()

function loadedScene(name: string): ReturnType<typeof loadScene> {
  const known = loaded.get(name) ?? loadScene(join(RECORDINGS, name))
  loaded.set(name, known)
  return known
}

async function query(
  scene: string,
  endpoint: string,
  path: string,
  data: string,
  height: string | undefined,
  prove = false,
): Promise<Record<string, unknown> | string | undefined> {
  const params = { path, data, prove, ...(height !== undefined && { height }) }
  const reply = await ask(scene, endpoint, 'abci_query', params)
  return reply.error?.data ?? reply.result?.response
}

const PARAMS = '/cosmos.gov.v1.Query/Params'
const PROPOSAL = '/cosmos.gov.v1.Query/Proposal'

describe('what was not recorded', () => {
  it.each([
    ['a state between the recorded ones', PARAMS, '', '27400300'],
    [
      'a delegator nobody asked for',
      '/cosmos.staking.v1beta1.Query/DelegatorDelegations',
      '0a0161',
      '27400494',
    ],
    ['a live count of another height', '/cosmos.gov.v1.Query/TallyResult', '08e102', '27400495'],
    ['a module nobody asked', '/cosmos.mint.v1beta1.Query/Params', '', '27400494'],
    ['a service that may exist', '/cosmos.feegrant.v1beta1.Query/Allowances', '', '27400494'],
  ])('is an error and never an empty answer: %s', async (_, path, data, height) => {
    const reply = await ask('steady', 'archive', 'abci_query', { path, data, height })
    expect(reply.error?.code).toBe(-32603)
    expect(reply.error?.data).toBe(`not in this recording: abci_query ${path} at ${height}`)
  })

  it('is an error for blocks, too, and for searches', async () => {
    const block = await ask('steady', 'archive', 'block', { height: '27400300' })
    expect(block.error?.data).toBe('not in this recording: block at 27400300')
    const search = await ask('steady', 'archive', 'tx_search', { query: "tx.height='5'" })
    expect(search.error?.data).toBe('not in this recording: tx_search')
    const proof = await query(
      'steady',
      'archive',
      '/store/gov/key',
      '000000000000000001',
      '27400494',
      true,
    )
    expect(proof).toBe('not in this recording: abci_query /store/gov/key at 27400494')
  })
})

describe('single records of complete lists', () => {
  it('finds a proposal nobody asked for, and knows the ones that do not exist', async () => {
    const found = await query('steady', 'archive', PROPOSAL, '08f401', '27400494')
    expect(found).toMatchObject({ code: 0, height: '27400494', codespace: '' })
    expect(JSON.stringify(found)).toMatch(/"value":"CuoFCPQB/)
    expect(await query('steady', 'archive', PROPOSAL, '0805', '27400494')).toMatchObject({
      code: 22,
      log: "rpc error: code = NotFound desc = proposal 5 doesn't exist: key not found",
      value: null,
      height: '27400494',
      codespace: 'sdk',
    })
  })

  it('answers for the latest state with the height it stands at', async () => {
    expect(await query('steady', 'archive', PROPOSAL, '08f401', undefined)).toMatchObject({
      code: 0,
      height: '27400494',
    })
    expect(await query('resumed', 'noindex', PROPOSAL, '08f401', '0')).toMatchObject({
      code: 0,
      height: '27400731',
    })
  })

  it('gives the stored count of an ended proposal and nothing in the deposit period', async () => {
    const tally = '/cosmos.gov.v1.Query/TallyResult'
    expect(await query('steady', 'v4', tally, '08de02', '27400494')).toMatchObject({
      value: 'CgwKATASATAaATAiATA=',
    })
    const ended = await query('steady', 'v4', tally, '08c802', '27400494')
    expect(ended).toMatchObject({ code: 0 })
  })

  it('has no votes on a proposal whose voting ended, as the chain deletes them', async () => {
    const votes = '/cosmos.gov.v1.Query/Votes'
    expect(await query('steady', 'archive', votes, '08c802', '27400494')).toMatchObject({
      value: 'EgA=',
    })
  })

  it('tells applied upgrades of any state from the newest list: not before they were applied', async () => {
    const applied = '/cosmos.upgrade.v1beta1.Query/AppliedPlan'
    const v220 = '0a0676322e322e30'
    expect(await query('resumed', 'archive', applied, v220, '27400731')).toMatchObject({
      value: 'CJ2ziA0=',
    })
    expect(await query('resumed', 'archive', applied, v220, '27400604')).toMatchObject({
      value: '',
    })
    expect(await query('resumed', 'v4', applied, v220, '0')).toMatchObject({
      value: '',
      height: '27400604',
    })
  })

  it('hands out a header that was only seen inside a block', async () => {
    const header = await ask('steady', 'v5', 'header', { height: '27400200' })
    expect(header.result).toMatchObject({ header: { height: '27400200', chain_id: 'skydev-1' } })
  })

  it('pages a recorded validator set and recorded searches anew', async () => {
    const set = await ask('steady', 'archive', 'validators', {
      height: '27400495',
      page: '4',
      per_page: '30',
    })
    expect(set.result).toMatchObject({ count: '10', total: '100', block_height: '27400495' })
    const search = { query: "proposal_vote.proposal_id='353'", per_page: '100', order_by: 'desc' }
    const votes = await ask('steady', 'archive', 'tx_search', search)
    const first = await ask('steady', 'archive', 'tx_search', {
      ...search,
      per_page: '3',
      page: '1',
      prove: false,
    })
    expect(votes.result).toMatchObject({ total_count: '79' })
    expect(
      JSON.stringify(votes.result?.txs).startsWith(JSON.stringify(first.result?.txs).slice(0, -1)),
    ).toBe(true)
  })
})

describe('limits of endpoints', () => {
  it('pruned has dropped old states and old blocks, and says so as it was recorded to', async () => {
    expect(await query('steady', 'pruned', PARAMS, '', '27400257')).toMatchObject({
      code: 38,
      log: 'failed to load state at height 27400257; version mismatch on immutable IAVL tree; version does not exist. Version has either been pruned, or is for a future block height (latest height: 27400496): not found',
      height: '0',
    })
    expect(await query('steady', 'pruned', PARAMS, '', '27400480')).toMatchObject({ code: 0 })
    expect((await ask('steady', 'pruned', 'block', { height: '27400200' })).error?.data).toBe(
      'height 27400200 is not available, lowest height is 27400301',
    )
    expect(await query('steady', 'pruned', '/store/gov/key', '30', '27400100', true)).toMatchObject(
      {
        code: 7,
        codespace: 'store',
      },
    )
    const search = { query: "active_proposal.proposal_id='343'", per_page: '1' }
    const blocks = await ask('steady', 'pruned', 'block_search', search)
    const kept = await ask('steady', 'archive', 'block_search', search)
    expect(kept.result?.total_count).toBe(blocks.result?.total_count)
  })

  it('noindex searches neither transactions nor blocks', async () => {
    const search = { query: "proposal_vote.proposal_id='342'" }
    expect((await ask('steady', 'noindex', 'tx_search', search)).error?.data).toBe(
      'transaction indexing is disabled',
    )
    expect((await ask('steady', 'noindex', 'block_search', search)).error?.data).toBe(
      'block indexing is disabled',
    )
    const hash = 'Ms6LKTVXOHxZ68mfkOLebwf/weu5rUkRoSZ+liQ2uCk='
    expect((await ask('steady', 'noindex', 'tx', { hash })).error?.data).toBe(
      'transaction indexing is disabled',
    )
  })

  it('knows neither the future nor what was before the chain', async () => {
    expect(await query('steady', 'v4', PARAMS, '', '27500000')).toMatchObject({
      code: 26,
      height: '0',
    })
    expect((await ask('steady', 'v4', 'header', { height: '27500000' })).error?.data).toBe(
      'height 27500000 must be less than or equal to the current blockchain height 27400496',
    )
    expect(await query('steady', 'v4', PARAMS, '', '5')).toMatchObject({ code: 38 })
    expect((await ask('steady', 'v4', 'commit', { height: '5' })).error?.data).toBe(
      'height 5 is not available, lowest height is 27400000',
    )
    expect(await query('steady', 'v4', PARAMS, '', '-3')).toMatchObject({ code: 18 })
  })

  it('has no route for what modules do not answer, at any height', async () => {
    for (const path of [
      '/akash.market.v1beta4.Query/Leases',
      '/akash.take.v1.Query/Params',
      '/cosmos.gov.v1.Query/Nothing',
      '/custom/gov/params',
    ]) {
      expect(await query('steady', 'v4', path, '', '99999999')).toMatchObject({
        code: 6,
        log: 'unknown query path: unknown request',
        height: '0',
      })
    }
  })

  it('an old node serves no state above the halt, nor results of the block it could not run', async () => {
    for (const scene of ['halt-partial', 'resumed']) {
      expect(await query(scene, 'v5', PARAMS, '', '27400605')).toMatchObject({ code: 26 })
      expect((await ask(scene, 'v5', 'block_results', {})).error?.data).toBe(
        'could not find results for height #27400605',
      )
      expect((await ask(scene, 'v5', 'consensus_params', {})).error?.data).toBe(
        'could not find consensus params for height #27400606: value retrieved from db is empty',
      )
      expect((await ask(scene, 'v5', 'header', { height: '27400606' })).error?.data).toBe(
        'height 27400606 must be less than or equal to the current blockchain height 27400605',
      )
    }
    expect(await query('halt-partial', 'v5', '/app/version', '', '0')).toMatchObject({
      value: 'djIuMS4w',
    })
    expect(await query('halt-partial', 'archive', '/app/version', '', '0')).toMatchObject({
      value: 'djIuMi4w',
    })
    expect(await query('halt-partial', 'v5', PROPOSAL, '08f401', '0')).toMatchObject({
      height: '27400604',
    })
    expect(await query('resumed', 'v5', PROPOSAL, '08f401', '0')).toBe(
      'not in this recording: abci_query /cosmos.gov.v1.Query/Proposal',
    )
    expect((await ask('resumed', 'v5', 'net_info')).error?.data).toBe(
      'not in this recording: net_info',
    )
  })

  it('the halted nodes answer for the state before the block they could not run', async () => {
    expect(await query('halt', 'v4', PROPOSAL, '08f401', '27400605')).toMatchObject({ code: 26 })
    expect(await query('halt', 'v4', PROPOSAL, '08f401', '27400604')).toMatchObject({ code: 0 })
    expect((await ask('halt', 'v4', 'validators', {})).result).toMatchObject({
      block_height: '27400606',
    })
  })

  it('an endpoint that was not running, or that nobody recorded, cannot be replayed', async () => {
    const halted = replayOf(await loadedScene('halt-partial'))
    expect(() => halted.createBackend('noindex')).toThrow(
      'noindex was not running in scene halt-partial',
    )
    expect(() => halted.createBackend('v9')).toThrow(
      'scene halt-partial has no endpoint v9, it has archive, pruned, nocors, v4, v5',
    )
  })
})

describe('the time a scene stands still at', () => {
  it.each([
    ['steady', '2026-11-21T03:05:28.058Z', 27_400_494n],
    ['market', '2026-11-21T03:05:26.593Z', 27_400_494n],
    ['halt', '2026-11-21T03:08:47.310Z', 27_400_604n],
    ['halt-partial', '2026-11-21T03:08:47.310Z', 27_400_604n],
    ['resumed', '2026-11-21T03:15:50.151Z', 27_400_731n],
  ])(
    'is 2 s after the newest block of %s, and the pin is the one of its README',
    async (name, now, pin) => {
      const replay = replayOf(await loadedScene(name))
      expect([replay.now.toISOString(), replay.pinnedHeight]).toEqual([now, pin])
    },
  )
})
