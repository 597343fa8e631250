import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { QueryClient } from '@tanstack/react-query'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { fetchPastVotes } from '../../src/chain/accounts.ts'
import { fetchTransactionHeight } from '../../src/chain/blocks.ts'
import { readRegistry } from '../../src/data/registry/registry.ts'
import { type ReplayNode, startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { consensusHexOf } from '../../src/domain/account.ts'
import { computeSigning } from '../../src/domain/block.ts'
import { findResults, keyOfTarget } from '../../src/domain/search/find-results.ts'
import type { SearchGround } from '../../src/domain/search/search-results.ts'
import {
  accountDepositsQuery,
  accountStakesQuery,
  accountValidatorQuery,
  accountVotesQuery,
} from '../../src/queries/account.ts'
import { readBlock } from '../../src/queries/block.ts'
import type { Chain } from '../../src/queries/chain.ts'
import { type SearchStanding, searchStandingQuery } from '../../src/queries/search-standing.ts'
import { createFakeTransport } from '../fake-transport.ts'
import { connectTo, readWholeList } from './reading.ts'
import { RECORDINGS } from './recorded-proposals.ts'

const OPERATOR_ACCOUNT = 'akash1q9qu4vcwjrfdzv5pk0kkl6450328h63nntrate'
const OPERATOR = 'akashvaloper1q9qu4vcwjrfdzv5pk0kkl6450328h63nefdmmn'
/** Of steady/095: a voter without a vote on 353. */
const SILENT = 'akash1q7wnym3tr3nsm48mk7fvk5nccvchat9ujyxtg0'

const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
let archive: ReplayNode
let pruned: ReplayNode
let noIndex: ReplayNode
let chain: Chain
let standing: SearchStanding
let ground: SearchGround
beforeAll(async () => {
  const scene = join(RECORDINGS, 'steady')
  archive = await startReplayNode({ scene })
  pruned = await startReplayNode({ scene, as: 'pruned' })
  noIndex = await startReplayNode({ scene, as: 'noindex' })
  chain = connectTo(archive.url)
  standing = await client.fetchQuery(searchStandingQuery(chain))
  const list = await readWholeList(chain)
  ground = {
    prefix: 'akash',
    proposals: list.rows,
    validators: standing.validators.kind === 'known' ? standing.validators.value : undefined,
    registry: readRegistry(),
    market: undefined,
    chainId: list.source.chainId,
    latestHeight: standing.latestHeight,
    earliestHeight: standing.earliestHeight,
  }
})
afterAll(() => Promise.all([archive.close(), pruned.close(), noIndex.close()]))

const found = (text: string) =>
  findResults(text, ground).groups.flatMap(({ results }) => results.map(keyOfTarget))

describe('a search over what a node told', () => {
  it('knows where the chain stands and who validates it, at one height', () => {
    expect(standing.latestHeight).toBe(27_400_496n)
    expect(standing.earliestHeight).toBe(27_400_000n)
    expect(standing.source).toMatchObject({ chainId: 'skydev-1', height: 27_400_494n })
    expect(ground.validators).toHaveLength(100)
  })

  it('finds proposals by number, words, plan and proposer', () => {
    expect(found('353')).toEqual(['proposal 353', 'block 353'])
    expect(found('confidential compute')).toContain('proposal 353')
    expect(found('v2.2.0').slice(0, 2)).toEqual(['upgrade v2.2.0', 'proposal 342'])
    expect(found('27,400,494')).toEqual(['block 27400494'])
  })

  it('finds AEPs by number and title, groups and upgrades by every name they have', () => {
    for (const text of ['aep-76', 'AEP 76', 'aep76', 'AEP-76', 'AEP #76']) {
      expect([text, found(text)[0]]).toEqual([text, 'aep 76'])
    }
    expect(found('burn mint equilibrium')).toContain('aep 76')
    expect(found('sig-chain')[0]).toBe('group sig-chain')
    expect(found('SIG Chain')[0]).toBe('group sig-chain')
    expect(found('Mainnet 14')).toContain('upgrade v1.0.0')
    expect(found('v0.22.0')).not.toContain('upgrade v0.22.0')
    expect(found('aep-871')[0]).toBe('aep 871')
  })

  it('finds a validator by its moniker and by each of its three addresses', () => {
    const own = ground.validators?.find(({ operatorAddress }) => operatorAddress === OPERATOR)
    expect(own?.accountAddress).toBe(OPERATOR_ACCOUNT)
    const key = `account ${OPERATOR}`
    expect(found('deep harbor')).toEqual([key])
    expect(found(OPERATOR)).toEqual([key])
    expect(found(own?.consensusAddress ?? 'none')).toEqual([key])
    expect(found(OPERATOR_ACCOUNT).slice(0, 2)).toEqual([`account ${OPERATOR_ACCOUNT}`, key])
  })

  it('derives every consensus address as the node does', async () => {
    const report = await readBlock(chain, 27_400_495n)
    if (report.kind !== 'found' || report.members.kind !== 'known') throw new Error('no set')
    const told = new Set(report.members.value.map(({ address }) => address))
    const derived = ground.validators?.map(({ consensusAddress }) =>
      consensusHexOf(consensusAddress ?? ''),
    )
    expect(derived?.filter((hex) => hex === undefined || !told.has(hex))).toEqual([])
  })

  it('leads from a transaction to its block, where the node has an index', async () => {
    const hash = '0B93482C9A57F49C3B7019F26B9FDA6FD0FDC4CE2BCF85443B7C5E8F6354AAED'
    const { value } = await fetchTransactionHeight(chain.transport, hash)
    expect(value).toBe(27_400_200n)
    await expect(fetchTransactionHeight(connectTo(noIndex.url).transport, hash)).rejects.toThrow(
      /keeps no transaction index/,
    )
    await expect(fetchTransactionHeight(chain.transport, '01'.repeat(32))).rejects.toThrow(
      /does not know this transaction/,
    )
  })
})

describe('a block', () => {
  it('is its header, its commit and its validator set, one counted against the other', async () => {
    const report = await readBlock(chain, 27_400_495n)
    if (report.kind !== 'found') throw new Error(report.kind)
    const { header, commit, members, source, latestHeight } = report
    expect(header).toMatchObject({
      height: 27_400_495n,
      chainId: 'skydev-1',
      proposer: '290164CAE91D6970AE94AFA9D047D6EA1EA9609F',
      previousHash: '1AE8658E7AA76B3940822295659CE2719701577A31658904DB08A3FEC216E791',
    })
    expect(source.query).toBe('header height=27400495')
    expect(latestHeight).toBe(27_400_496n)
    if (commit.kind !== 'known' || members.kind !== 'known') throw new Error('a part is missing')
    expect(commit.value).toMatchObject({ round: 1, isCanonical: true })
    const signing = computeSigning(commit.value.flags, members.value)
    expect([signing?.signedCount, signing?.totalCount, signing?.absent.length]).toEqual([
      6, 100, 94,
    ])
    // 36.96 + 29.04 + 19.8 + 13.2 + 7.92 + 5.28 M, by the powers in steady/021, which sum up to the other.
    expect(signing?.signedPower).toBe(112_200_000n)
    expect(signing?.totalPower).toBe(131_999_998n)
  })

  it('loses a part and not the page: the recording has no commit of this one', async () => {
    const report = await readBlock(chain, 27_400_494n)
    if (report.kind !== 'found') throw new Error(report.kind)
    expect(report.commit).toMatchObject({ kind: 'failed', failure: { kind: 'not-recorded' } })
    expect(report.meta).toMatchObject({
      kind: 'known',
      value: {
        hash: '1AE8658E7AA76B3940822295659CE2719701577A31658904DB08A3FEC216E791',
        transactionCount: 0,
      },
    })
  })

  it('that is not there yet, or dropped, is told apart from a node that fails', async () => {
    expect(await readBlock(chain, 27_500_494n)).toMatchObject({ kind: 'not-reached' })
    expect(await readBlock(chain, 23_939_793n)).toMatchObject({
      kind: 'dropped',
      earliestHeight: 27_400_000n,
    })
    expect(await readBlock(connectTo(pruned.url), 27_400_001n)).toMatchObject({
      kind: 'dropped',
      earliestHeight: 27_400_301n,
    })
    await expect(readBlock(connectTo('http://127.0.0.1:1'), 27_400_494n)).rejects.toThrow()
  })
})

describe('an account', () => {
  const at = () => ({ chainId: 'skydev-1', height: 27_400_494n, time: undefined })

  it('votes on open proposals; no vote is an answer, and a failed question is none', async () => {
    const votes = await client.fetchQuery(
      accountVotesQuery(chain, OPERATOR_ACCOUNT, at(), [353n, 352n]),
    )
    expect(votes.get('353')).toMatchObject({
      kind: 'known',
      value: { options: [{ option: 'VOTE_OPTION_YES' }, { option: 'VOTE_OPTION_ABSTAIN' }] },
      source: { height: 27_400_494n, query: '/cosmos.gov.v1.Query/Vote' },
    })
    expect(votes.get('352')).toMatchObject({ kind: 'known', value: undefined })
    const silent = await client.fetchQuery(accountVotesQuery(chain, SILENT, at(), [353n]))
    expect(silent.get('353')).toMatchObject({ kind: 'known', value: undefined })
    const gone = await client.fetchQuery(
      accountVotesQuery(connectTo('http://127.0.0.1:1'), SILENT, at(), [353n]),
    )
    expect(gone.get('353')?.kind).toBe('failed')
  })

  it('has deposits on what is not closed', async () => {
    const list = await readWholeList(chain)
    const inDeposit = list.rows.find(
      (row) => row.kind === 'proposal' && row.proposal.status === 'PROPOSAL_STATUS_DEPOSIT_PERIOD',
    )
    if (inDeposit?.kind !== 'proposal') throw new Error('no proposal collects its deposit')
    const { id, proposer, totalDeposit } = inDeposit.proposal
    const deposits = await client.fetchQuery(accountDepositsQuery(chain, proposer, at(), [id]))
    expect(deposits.get(id.toString())).toMatchObject({
      kind: 'known',
      value: { depositor: proposer, coins: [{ denom: 'uakt', amount: 260_000_000n }] },
    })
    // The rest of it is another's.
    expect(totalDeposit).toEqual([{ denom: 'uakt', amount: 383_000_000n }])
    const others = await client.fetchQuery(accountDepositsQuery(chain, SILENT, at(), [id]))
    expect(others.get(id.toString())).toMatchObject({ kind: 'known', value: undefined })
  })

  it('has delegations, with their worth to the base unit', async () => {
    const { value, source } = await client.fetchQuery(
      accountStakesQuery(chain, OPERATOR_ACCOUNT, at()),
    )
    expect(value).toEqual([
      { operatorAddress: OPERATOR, balance: { denom: 'uakt', amount: 437_679_020_905n } },
    ])
    expect(source.query).toBe('/cosmos.staking.v1beta1.Query/DelegatorDelegations')
  })

  it('may run a validator, whose facts are those of its record', async () => {
    const { value } = await client.fetchQuery(accountValidatorQuery(chain, OPERATOR, at()))
    expect(value).toMatchObject({
      operatorAddress: OPERATOR,
      status: 'BOND_STATUS_BONDED',
      tokens: 19_800_000_945_714n,
      commissionRate: 50_000_000_000_000_000n,
      maxCommissionRate: 250_000_000_000_000_000n,
    })
  })

  it('has votes in the index, newest first, of itself alone', async () => {
    const transactions = ['197-txsearch-vote-of', '195-txsearch-votes-ended'].flatMap(readTxs)
    const transport = createFakeTransport(() => ({ txs: transactions, total_count: '61' }))
    const page = await fetchPastVotes(transport, OPERATOR_ACCOUNT, 1)
    expect(page.casts.length).toBeGreaterThan(1)
    expect(new Set(page.casts.map(({ voter }) => voter))).toEqual(new Set([OPERATOR_ACCOUNT]))
    expect(new Set(page.casts.map(({ proposalId }) => proposalId))).toEqual(new Set([353n, 342n]))
    expect([page.total, page.hasMore]).toEqual([61, true])
    expect(transport.seen[0]?.request.params).toMatchObject({
      query: `proposal_vote.voter='${OPERATOR_ACCOUNT}'`,
      order_by: 'desc',
      page: '1',
    })
    const last = await fetchPastVotes(transport, OPERATOR_ACCOUNT, 3)
    expect(last.hasMore).toBe(false)
  })
})

const Recorded = z.object({
  response: z.object({ result: z.object({ txs: z.array(z.json()) }) }),
})

function readTxs(name: string) {
  const file = join(RECORDINGS, 'steady', `${name}.json.gz`)
  const json: unknown = JSON.parse(gunzipSync(readFileSync(file)).toString())
  return Recorded.parse(json).response.result.txs
}
