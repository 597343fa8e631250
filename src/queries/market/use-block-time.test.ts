import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import { createFakeChain } from '../../../test/fake-chain.ts'
import { createFakeTransport } from '../../../test/fake-transport.ts'
import { blockTimeQuery } from './use-block-time.ts'

function chain(key: string) {
  const transport = createFakeTransport(({ params }) => {
    const height = String(params?.height)
    return { header: { height, time: new Date(Number(height) * 6_000).toISOString() } }
  })
  return createFakeChain(transport, { key })
}

it('keeps the time of a block while the page goes on to the next height, but not to another chain', async () => {
  const here = chain('here')
  const observer = new QueryObserver(
    new QueryClient(),
    blockTimeQuery(here, { height: 1_000n, oldest: 1n }),
  )
  const stop = observer.subscribe(() => {})
  const read = () => observer.getCurrentResult().data?.toHeight
  await vi.waitFor(() => expect(read()).toBe(1_000n))
  observer.setOptions(blockTimeQuery(here, { height: 1_005n, oldest: 1n }))
  expect(read()).toBe(1_000n)
  await vi.waitFor(() => expect(read()).toBe(1_005n))
  observer.setOptions(blockTimeQuery(chain('there'), { height: 2_000n, oldest: 1n }))
  expect(read()).toBeUndefined()
  stop()
})

it('asks for no block older than the node keeps', async () => {
  const query = blockTimeQuery(chain('here'), { height: 1_000n, oldest: 990n })
  const measured = await new QueryClient().fetchQuery(query)
  expect(measured).toMatchObject({ fromHeight: 990n, toHeight: 1_000n })
})
