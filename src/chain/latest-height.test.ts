import { afterEach, describe, expect, it } from 'vitest'
import { answerMethods, type FakeNode, startFakeNode, statusOf } from '../../test/fake-node.ts'
import { createConnection } from '../rpc/connection.ts'
import { fetchLatestHeight } from './latest-height.ts'

let node: FakeNode | undefined
afterEach(() => node?.close())

describe('fetchLatestHeight', () => {
  it('asks one question, the status', async () => {
    node = await startFakeNode(
      answerMethods({ status: { sync_info: { latest_block_height: '27400496' } } }),
    )
    const { transport } = createConnection([{ url: node.url }])
    expect(await fetchLatestHeight(transport)).toBe(27400496n)
    expect(node.seen.map(({ body }) => JSON.parse(body).method)).toEqual(['status'])
  })

  it('says what is missing from an answer that tells no height', async () => {
    const { sync_info: _, ...rest } = statusOf({})
    node = await startFakeNode(answerMethods({ status: rest }))
    const { transport } = createConnection([{ url: node.url }])
    await expect(fetchLatestHeight(transport)).rejects.toThrow(
      'The answer to status has no usable sync_info.latest_block_height.',
    )
  })
})
