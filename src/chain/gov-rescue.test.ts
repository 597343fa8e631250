import { Proposal } from 'cosmjs-types/cosmos/gov/v1/gov'
import { describe, expect, it } from 'vitest'
import { abciRefusal, abciValue, createFakeTransport, pathOf } from '../../test/fake-transport.ts'
import { EndpointError } from '../rpc/errors.ts'
import type { Json, RpcRequest } from '../rpc/transport.ts'
import { fetchProposalOrStored, isAbsence, rescueProposalPage } from './gov-rescue.ts'

const INTERNAL = abciRefusal(6, 'rpc error: code = Internal desc = encoding')
const ABSENT = abciRefusal(22, "proposal 7 doesn't exist: key not found")

describe('fetchProposalOrStored', () => {
  it('does not ask the store where the query answers', async () => {
    const transport = setup({ query: queryAnswer(7n) })
    await expect(fetchProposalOrStored(transport, 7n, 100n)).resolves.toMatchObject({
      value: { row: { kind: 'proposal', id: 7n } },
    })
    expect(transport.seen).toHaveLength(1)
  })

  it('asks the store where the query fails over what is in the proposal', async () => {
    const transport = setup({ query: INTERNAL, store: abciValue(proposal(7n)) })
    await expect(fetchProposalOrStored(transport, 7n, 100n)).resolves.toMatchObject({
      value: { row: { kind: 'proposal', id: 7n } },
    })
    expect(transport.seen[1]?.request.params).toMatchObject({
      path: '/store/gov/key',
      data: '000000000000000007',
      height: '100',
    })
  })

  it('takes code 22 alone for absence, since an empty store proves nothing', async () => {
    const absent = await fetchProposalOrStored(setup({ query: ABSENT }), 7n, 100n).catch(
      (error: unknown) => error,
    )
    expect(isAbsence(absent)).toBe(true)
    const empty = setup({ query: INTERNAL, store: abciValue(new Uint8Array()) })
    const refused = await fetchProposalOrStored(empty, 7n, 100n).catch((error: unknown) => error)
    expect(isAbsence(refused)).toBe(false)
  })

  it('leaves a pruned height to whoever can choose another', async () => {
    const transport = setup({ query: abciRefusal(38, 'failed to load state') })
    await expect(fetchProposalOrStored(transport, 7n, 100n)).rejects.toMatchObject({
      refusal: 'pruned',
    })
    expect(transport.seen).toHaveLength(1)
  })
})

describe('rescueProposalPage', () => {
  const request = { height: 100n, limit: 3n, isReverse: true, fromId: undefined }
  const pageError = new Error('the page')

  it('reads the ids the page would have held and leads on below them', async () => {
    const transport = setup({ query: (id) => (id === 8n ? ABSENT : queryAnswer(id)), nextId: 10 })
    const page = await rescueProposalPage(transport, request, pageError, {})
    expect(page.proposals.map(({ row }) => row.id)).toEqual([9n, 7n])
    expect(page.nextId).toBe(6n)
  })

  it('reads upwards too, and ends at the newest', async () => {
    const transport = setup({ query: queryAnswer, nextId: 10 })
    const upwards = { ...request, isReverse: false, fromId: 8n }
    const page = await rescueProposalPage(transport, upwards, pageError, {})
    expect(page.proposals.map(({ row }) => row.id)).toEqual([8n, 9n])
    expect(page.nextId).toBeUndefined()
  })

  it("fails with the page's own error where the newest id cannot be learnt", async () => {
    const transport = setup({ query: queryAnswer })
    await expect(rescueProposalPage(transport, request, pageError, {})).rejects.toBe(pageError)
  })

  it('is given up where the endpoint breaks: that is not the fault of a row', async () => {
    const broken = new EndpointError({ failure: { kind: 'rate-limited' }, endpoint: 'x' })
    const transport = setup({
      query: () => {
        throw broken
      },
      nextId: 10,
    })
    await expect(rescueProposalPage(transport, request, pageError, {})).rejects.toBe(broken)
  })
})

function setup(answers: {
  readonly query: Json | ((id: bigint) => Json)
  readonly store?: Json
  readonly nextId?: number
}) {
  return createFakeTransport((request) => {
    const path = pathOf(request)
    if (path === '/store/gov/subspace' && answers.nextId !== undefined) {
      const pair = [0x0a, 1, 3, 0x12, 8, 0, 0, 0, 0, 0, 0, 0, answers.nextId]
      return abciValue(Uint8Array.of(0x0a, pair.length, ...pair))
    }
    if (path.startsWith('/store/')) return answers.store ?? abciRefusal(4, 'no', 'store')
    return typeof answers.query === 'function' ? answers.query(idOf(request)) : answers.query
  })
}

/** The id a `Proposal` query asks for: field 1, small enough for one byte. */
function idOf({ params }: RpcRequest): bigint {
  return BigInt(Buffer.from(String(params?.data), 'hex')[1] ?? 0)
}

function proposal(id: bigint): Uint8Array {
  return Proposal.encode(Proposal.fromPartial({ id })).finish()
}

function queryAnswer(id: bigint): Json {
  const bytes = proposal(id)
  return abciValue(Uint8Array.of(0x0a, bytes.length, ...bytes))
}
