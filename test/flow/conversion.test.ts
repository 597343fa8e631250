import { describe, expect, it } from 'vitest'
import type { Proposal } from '../../src/domain/proposal.ts'
import type { Chain } from '../../src/queries/chain.ts'
import { readConversion } from '../../src/queries/conversion.ts'
import { EndpointError, RpcRefusalError } from '../../src/rpc/errors.ts'
import type { Json } from '../../src/rpc/transport.ts'
import { createFakeChain } from '../fake-chain.ts'

const proposal: Proposal = {
  id: 1n,
  status: 'PROPOSAL_STATUS_VOTING_PERIOD',
  title: '',
  summary: '',
  metadata: '',
  proposer: 'akash1x',
  messages: [],
  expedited: false,
  failedReason: '',
  totalDeposit: [],
  submittedAt: undefined,
  depositEndsAt: undefined,
  votingStartsAt: new Date('2026-11-21T03:00:00Z'),
  votingEndsAt: undefined,
  finalTally: { yes: 0n, abstain: 0n, no: 0n, noWithVeto: 0n },
}

/** A chain whose one node answers each method so; methods that are missing fail, and those `failing` names. */
function chainOf(
  answers: Readonly<Record<string, Json>>,
  failing: (method: string) => Error | undefined = () => undefined,
): Chain {
  return createFakeChain({
    endpoints: ['node'],
    execute: () => Promise.reject(new Error('only requests are made')),
    disconnect: () => undefined,
    request: ({ method }) => {
      const failure = failing(method)
      if (failure !== undefined) return Promise.reject(failure)
      const result = answers[method]
      return result === undefined
        ? Promise.reject(new Error(`no ${method}`))
        : Promise.resolve({ result, endpoint: 'node', receivedAtMs: 0, latencyMs: 0 })
    },
  })
}

function refusal(method: string, error: { code: number; message: string; data: string }) {
  return new RpcRefusalError({ error, request: { method }, endpoint: 'http://node.test' })
}

const NOTHING = { blocks: [], total_count: '0' }
const STATUS = {
  node_info: { network: 'test-1', version: '0.38.19', other: { tx_index: 'on' } },
  sync_info: {
    latest_block_height: '900',
    latest_block_time: '2026-11-21T04:00:00Z',
    earliest_block_height: '5',
    catching_up: false,
  },
}
const headerOf = (height: string, time: string) => ({ header: { height, time } })
const earliestAt = (time: string) => headerOf('5', time)

describe('readConversion', () => {
  it('takes nothing found for not converted where the node has every block since the vote began', async () => {
    const report = await readConversion(
      chainOf({
        block_search: NOTHING,
        status: STATUS,
        header: earliestAt('2026-11-21T02:59:59Z'),
      }),
      proposal,
    )
    expect(report.conversion).toBe('not-converted')
  })

  it('cannot tell where the node begins after the vote did: it has not seen its start', async () => {
    const report = await readConversion(
      chainOf({
        block_search: NOTHING,
        status: STATUS,
        header: earliestAt('2026-11-21T03:00:01Z'),
      }),
      proposal,
    )
    expect(report).toMatchObject({ conversion: 'cannot-tell', failure: undefined })
  })

  it('cannot tell, and says why, where the node keeps no index', async () => {
    const error = { code: -32603, message: 'Internal error', data: 'block indexing is disabled' }
    const report = await readConversion(
      chainOf({}, () => refusal('block_search', error)),
      proposal,
    )
    expect(report.conversion).toBe('cannot-tell')
    expect(report.failure?.kind).toBe('no-index')
  })

  it.each(['block_search', 'status', 'header'])(
    'takes a %s that timed out for no answer, so that it can be asked again',
    async (slow) => {
      const answers = {
        block_search: NOTHING,
        status: STATUS,
        header: earliestAt('2026-11-21T02:59:59Z'),
      }
      const timeout = new EndpointError({
        failure: { kind: 'timeout', timeoutMs: 9 },
        endpoint: 'node',
      })
      const chain = chainOf(answers, (method) => (method === slow ? timeout : undefined))
      await expect(readConversion(chain, proposal)).rejects.toBe(timeout)
    },
  )

  it('names the block that ended the failed round', async () => {
    const attribute = (key: string, value: string) => ({ key, value, index: true })
    const report = await readConversion(
      chainOf({
        block_search: { blocks: [{ block: { header: { height: '77' } } }], total_count: '1' },
        block_results: {
          finalize_block_events: [
            {
              type: 'active_proposal',
              attributes: [
                attribute('proposal_id', '1'),
                attribute('proposal_result', 'expedited_proposal_rejected'),
              ],
            },
          ],
        },
        header: headerOf('77', '2026-11-21T03:04:59Z'),
      }),
      proposal,
    )
    expect(report).toMatchObject({ conversion: 'converted', height: 77n, endpoint: 'node' })
    expect(report.time?.getTime()).toBe(Date.UTC(2026, 10, 21, 3, 4, 59))
  })
})
