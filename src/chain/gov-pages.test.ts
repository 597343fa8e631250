import { describe, expect, it } from 'vitest'
import { abciRefusal, abciValue, createFakeTransport, pathOf } from '../../test/fake-transport.ts'
import { AbciQueryError } from './abci.ts'
import { fetchProposalPage, proposalPageRequest } from './gov-pages.ts'

// Requests as recorded in scene `steady`, files 027 and 028.
describe('proposalPageRequest', () => {
  it('asks in the bytes of the recorded requests, so that a replay knows them', () => {
    const asked = { height: 27_400_494n, limit: 50n, isReverse: true }
    expect(proposalPageRequest({ ...asked, fromId: undefined }).params).toEqual({
      path: '/cosmos.gov.v1.Query/Proposals',
      data: '220418322801',
      height: '27400494',
      prove: false,
    })
    expect(proposalPageRequest({ ...asked, fromId: 298n }).params?.data).toBe(
      '220e0a08000000000000012a18322801',
    )
  })
})

describe('fetchProposalPage', () => {
  it('reads ids in order and where the next page begins', async () => {
    const page = Uint8Array.of(...row(9), ...row(7), ...next(6))
    const transport = createFakeTransport(() => abciValue(page))
    await expect(fetchProposalPage(transport, ASKED)).resolves.toMatchObject({
      proposals: [{ row: { id: 9n } }, { row: { id: 7n } }],
      nextId: 6n,
      endpoint: 'http://node.test',
    })
    expect(transport.seen).toHaveLength(1)
  })

  it.each([
    [38, 'failed to load state at height 100; version does not exist'],
    [26, 'cannot query with height in the future'],
    [6, 'unknown query path: unknown request'],
  ])(
    'does not try proposals one by one where the page is refused for the height or the node (code %i)',
    async (code, log) => {
      const transport = createFakeTransport(() => abciRefusal(code, log))
      await expect(fetchProposalPage(transport, ASKED)).rejects.toThrow(AbciQueryError)
      expect(transport.seen).toHaveLength(1)
    },
  )

  it('reads one by one in batches, even where the page was to be sent alone', async () => {
    const transport = createFakeTransport((request) => {
      if (pathOf(request) === '/store/gov/subspace') return abciValue(nextIdPair(4))
      return pathOf(request).endsWith('/Proposals')
        ? abciRefusal(6, 'rpc error: code = Internal desc = encoding')
        : abciRefusal(22, "proposal doesn't exist: key not found")
    })
    const page = await fetchProposalPage(transport, ASKED, { isBatchable: false })
    expect(page).toEqual({ proposals: [], nextId: undefined, endpoint: 'http://node.test' })
    const single = transport.seen.filter(({ request }) => pathOf(request).endsWith('/Proposal'))
    expect(single).toHaveLength(3)
    expect(single.map(({ options }) => options?.isBatchable)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('does not take an answer cut off inside a row for a shorter page', async () => {
    const cut = Uint8Array.of(...row(9), 0x0a, 0x7f, 0x08)
    const transport = createFakeTransport((request) =>
      pathOf(request).endsWith('/Proposals') ? abciValue(cut) : abciRefusal(4, 'no', 'store'),
    )
    await expect(fetchProposalPage(transport, ASKED)).rejects.toThrow(
      'The answer to /cosmos.gov.v1.Query/Proposals could not be decoded.',
    )
  })
})

const ASKED = { height: 100n, limit: 24n, isReverse: true, fromId: undefined }

/** Field 1 of the page: a proposal with an id and nothing else. */
function row(id: number): number[] {
  return [0x0a, 2, 0x08, id]
}

/** Field 2: the page response with the key of the next page. */
function next(id: number): number[] {
  return [0x12, 10, 0x0a, 8, 0, 0, 0, 0, 0, 0, 0, id]
}

/** What lies under 03 of the gov store: the next id (steady/146). */
function nextIdPair(id: number): Uint8Array {
  return Uint8Array.of(0x0a, 13, 0x0a, 1, 3, 0x12, 8, 0, 0, 0, 0, 0, 0, 0, id)
}
