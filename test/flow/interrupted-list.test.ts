import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ProposalList, proposalListQuery } from '../../src/queries/proposal-list.ts'
import { type MisbehavingNode, queryPath, startMisbehavingNode } from './misbehaving-node.ts'
import { connectTo } from './reading.ts'

const PROPOSALS = '/cosmos.gov.v1.Query/Proposals'
const TALLY = '/cosmos.gov.v1.Query/TallyResult'

let node: MisbehavingNode
beforeAll(async () => {
  node = await startMisbehavingNode()
})
beforeEach(() => node.misbehave(() => undefined))
afterAll(() => node.close())

describe('a list whose screen was left while it was read', () => {
  it('is read on by the next screen at once, for a part of it is not fresh', async () => {
    const { client, query, look } = setup()
    const isHeld = holdPagesFrom(2)
    const leave = look((list) => list.rows.length > 0)
    await leave.whenSeen
    await isHeld
    leave.stop()
    const held = client.getQueryData<ProposalList>(query.queryKey)
    expect(held?.isComplete).toBe(false)
    node.misbehave(() => undefined)
    const next = look((list) => list.isComplete)
    expect((await next.whenSeen).rows.length).toBeGreaterThan(held?.rows.length ?? 0)
    next.stop()
  })

  it('takes no tally for refused that nobody waited for any more', async () => {
    const { client, query, look } = setup()
    const isHeld = hold((path) => path === TALLY)
    const leave = look((list) => list.tallies.size > 0)
    await leave.whenSeen
    await isHeld
    leave.stop()
    await new Promise((resolve) => setTimeout(resolve, 50))
    const kinds = [...(client.getQueryData<ProposalList>(query.queryKey)?.tallies.values() ?? [])]
    expect(kinds.map(({ kind }) => kind)).not.toContain('failed')
    node.misbehave(() => undefined)
    const next = look(({ isComplete, tallies }) => isComplete && isCounted(tallies))
    expect([...(await next.whenSeen).tallies.values()].map(({ kind }) => kind)).not.toContain(
      'failed',
    )
    next.stop()
  })

  it('that was whole is not read again for half a minute', async () => {
    const { look } = setup()
    const first = look(({ isComplete, tallies }) => isComplete && isCounted(tallies))
    await first.whenSeen
    await first.whenIdle()
    first.stop()
    node.misbehave(() => undefined)
    const second = look((list) => list.isComplete)
    await second.whenSeen
    expect(node.requests.httpRequests).toBe(0)
    second.stop()
  })
})

function isCounted(tallies: ProposalList['tallies']): boolean {
  return [...tallies.values()].every(({ kind }) => kind !== 'loading')
}

/** Answers nothing to such a call from now on; resolves with the first of them. */
function hold(isHeld: (path: string | undefined) => boolean): Promise<void> {
  return new Promise((resolve) => {
    node.misbehave((call) => {
      if (!isHeld(queryPath(call))) return undefined
      resolve()
      return new Promise(() => undefined)
    })
  })
}

function holdPagesFrom(first: number): Promise<void> {
  let pages = 0
  return hold((path) => path === PROPOSALS && ++pages >= first)
}

function setup() {
  const chain = connectTo(node.url)
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const query = proposalListQuery(chain)
  return {
    client,
    query,
    /** Shows the list as a screen does, until `stop`. */
    look(isAwaited: (list: ProposalList) => boolean) {
      const observer = new QueryObserver(client, query)
      let stop: () => void = () => undefined
      const whenSeen = new Promise<ProposalList>((resolve, reject) => {
        stop = observer.subscribe(({ data, error }) => {
          if (error !== null) reject(error)
          else if (data !== undefined && isAwaited(data)) resolve(data)
        })
        const { data } = observer.getCurrentResult()
        if (data !== undefined && isAwaited(data)) resolve(data)
      })
      return {
        whenSeen,
        stop: () => stop(),
        async whenIdle() {
          while (client.isFetching() > 0) await new Promise((resolve) => setTimeout(resolve, 5))
        },
      }
    },
  }
}
