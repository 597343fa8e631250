import { describe, expect, it, vi } from 'vitest'
import {
  QueryProposalResponse,
  QueryProposalsRequest,
  QueryProposalsResponse,
  QueryTallyResultResponse,
  QueryVotesResponse,
} from '../../chain/proto/generated/cosmos/gov/v1/query.ts'
import type { Arguments, NodeAnswer, Subscriber } from '../server/backend.ts'
import { parseBase64 } from '../server/bytes.ts'
import { withAnswerFaults } from './answer-faults.ts'
import type { Fault } from './fault.ts'
import { createSmallNode, OPEN_VOTE, VOTERS, VOTING_ENDS_S } from './testing/small-node.ts'

const GOV = '/cosmos.gov.v1.Query/'

function faulty(...faults: Fault[]) {
  const die = vi.fn()
  const node = createSmallNode({ moniker: 'small' })
  const backend = withAnswerFaults(node.backend, faults, { die, contestedProposal: OPEN_VOTE })
  const ask = async (method: string, args: Arguments) =>
    backend.answer({ method, args, origin: { kind: 'json', params: undefined } })
  const query = async (name: string, data: Uint8Array = new Uint8Array(), height = 0n) =>
    ask('abci_query', { path: GOV + name, data, height, prove: false })
  return { die, ask, query, backend, subscribers: node.subscribers }
}

function response(answer: NodeAnswer): {
  code: number
  log: string
  value: string
  height: string
} {
  if (answer.kind !== 'result') throw new Error(answer.error.data)
  return JSON.parse(answer.text).response
}

function bytes(answer: NodeAnswer): Uint8Array {
  return parseBase64(response(answer).value) ?? new Uint8Array()
}

function page(limit: bigint, key: Uint8Array = new Uint8Array()): Uint8Array {
  const pagination = { key, offset: 0n, limit, countTotal: false, reverse: false }
  return QueryProposalsRequest.encode({
    proposalStatus: 0,
    voter: '',
    depositor: '',
    pagination,
  }).finish()
}

async function walk(faults: Fault[], limit: bigint, mostPages = 5): Promise<bigint[][]> {
  const { query } = faulty(...faults)
  const pages: bigint[][] = []
  let key = new Uint8Array()
  do {
    const { proposals, pagination } = QueryProposalsResponse.decode(
      bytes(await query('Proposals', page(limit, key))),
    )
    pages.push(proposals.map(({ id }) => id))
    key = new Uint8Array(pagination?.nextKey ?? [])
  } while (key.length > 0 && pages.length < mostPages)
  return pages
}

describe('lists of a faulty node', () => {
  it('are whole without a fault', async () => {
    expect(await walk([], 3n)).toEqual([[1n, 2n, 3n], [4n, 5n, 6n], [7n]])
  })

  it('miss one row of the middle, on every page size the same one', async () => {
    const { query } = faulty({ kind: 'missing-row' })
    const ids = async (limit: bigint) =>
      QueryProposalsResponse.decode(bytes(await query('Proposals', page(limit)))).proposals.map(
        ({ id }) => id,
      )
    expect(await ids(7n)).toEqual([1n, 2n, 3n, 5n, 6n, 7n])
    expect(await ids(5n)).toEqual([1n, 2n, 3n, 5n])
    const { votes } = QueryVotesResponse.decode(bytes(await query('Votes')))
    expect(votes.map(({ voter }) => voter)).toEqual(VOTERS.filter((_, at) => at !== 2))
  })

  it('have the first row of each page twice', async () => {
    expect(await walk([{ kind: 'duplicate-rows' }], 4n)).toEqual([
      [1n, 1n, 2n, 3n, 4n],
      [5n, 5n, 6n, 7n],
    ])
  })

  it('begin again and again, and never end', async () => {
    expect(await walk([{ kind: 'repeating-page' }], 4n, 3)).toEqual(
      Array.from({ length: 3 }, () => [1n, 2n, 3n, 4n]),
    )
  })

  it('are refused behind the first page', async () => {
    const { query } = faulty({ kind: 'next-key-refused' })
    const first = await query('Proposals', page(4n))
    const key = QueryProposalsResponse.decode(bytes(first)).pagination?.nextKey
    const second = response(await query('Proposals', page(4n, key)))
    expect([second.code, second.log, second.value]).toEqual([
      18,
      'rpc error: code = InvalidArgument desc = pagination: invalid key: invalid request',
      null,
    ])
  })

  it('kill the endpoint behind the first page, and a second page of CometBFT does', async () => {
    const { query, ask, die } = faulty({ kind: 'die-mid-page' })
    await query('Proposals', page(4n))
    await ask('tx_search', { page: 1n })
    expect(die).not.toHaveBeenCalled()
    await query('Proposals', page(4n, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 5)))
    await ask('tx_search', { page: 2n })
    expect(die).toHaveBeenCalledTimes(2)
  })
})

describe('facts of a lying node', () => {
  it('move half of the yes votes to no, rounded up, and keep the rest', async () => {
    const { query } = faulty({ kind: 'lying-tally' })
    // 101 yes and 3 no: 51 move.
    expect(QueryTallyResultResponse.decode(bytes(await query('TallyResult'))).tally).toEqual({
      yesCount: '50',
      abstainCount: '7',
      noCount: '54',
      noWithVetoCount: '1',
    })
  })

  it('turn round the votes of some voters', async () => {
    const { query } = faulty({ kind: 'lying-votes' })
    const { votes } = QueryVotesResponse.decode(bytes(await query('Votes')))
    expect(votes.map(({ options }) => options[0]?.option)).toEqual([1, 1, 3, 1, 1])
  })

  it('disagree on the end of one vote, in the list and by itself, and on hashes', async () => {
    const { query, ask } = faulty({ kind: 'disagree' })
    const { proposals } = QueryProposalsResponse.decode(bytes(await query('Proposals', page(9n))))
    const late = proposals.filter(({ votingEndTime }) => votingEndTime?.seconds !== VOTING_ENDS_S)
    expect(late.map(({ id, votingEndTime }) => [id, votingEndTime?.seconds])).toEqual([
      [OPEN_VOTE, VOTING_ENDS_S + 3600n],
    ])
    const single = await query('Proposal', Uint8Array.of(8, Number(OPEN_VOTE)))
    expect(QueryProposalResponse.decode(bytes(single)).proposal).toEqual(late[0])
    const status = await ask('status', {})
    expect(status.kind === 'result' && JSON.parse(status.text).sync_info).toEqual({
      latest_block_height: '1000',
      latest_block_hash: 'AF',
      latest_app_hash: 'BF',
    })
  })

  it('are of ten blocks before the height asked for', async () => {
    const { query } = faulty({ kind: 'wrong-height' })
    expect(response(await query('TallyResult', undefined, 900n)).height).toBe('890')
    expect(response(await query('TallyResult')).height).toBe('1000')
  })

  it('do not exist where governance has no path', async () => {
    const { query } = faulty({ kind: 'no-gov' })
    expect(response(await query('Proposals'))).toMatchObject({
      code: 6,
      log: 'unknown query path: unknown request',
    })
  })

  it('cannot be decoded, and other faults beside that do no harm', async () => {
    const { query } = faulty({ kind: 'undecodable' }, { kind: 'missing-row' })
    const broken = bytes(await query('Proposals'))
    expect(() => QueryProposalsResponse.decode(broken)).toThrow()
  })
})

describe('subscriptions of a faulty node', () => {
  it('are cancelled behind the first event, in the words of a node', () => {
    const { backend, subscribers } = faulty({ kind: 'socket-cancel' })
    const heard: string[] = []
    const subscriber: Subscriber = {
      event: (text) => heard.push(text),
      cancelled: ({ code, data }) => heard.push(`${code} ${data}`),
      disconnected: () => heard.push('disconnected'),
    }
    expect(backend.subscribe("tm.event='NewBlock'", subscriber).kind).toBe('subscribed')
    for (const far of subscribers) far.event('one')
    expect(heard).toEqual([
      'one',
      '-32000 subscription was canceled (reason: internal subscription event buffer is out of capacity)',
    ])
    expect(subscribers.size).toBe(0)
  })
})
