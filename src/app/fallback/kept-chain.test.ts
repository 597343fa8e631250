import { describe, expect, it } from 'vitest'
import { createFakeChain } from '../../../test/fake-chain.ts'
import { createFakeTransport } from '../../../test/fake-transport.ts'
import { NO_NODES } from '../../queries/nodes.ts'
import { createKeptChain } from './kept-chain.ts'

describe('createKeptChain', () => {
  it('asks no node anything, by whatever way one could be reached', async () => {
    const transport = createFakeTransport(() => ({}))
    const openEvents = () => Promise.reject(new Error('a WebSocket was opened'))
    const peer = { name: 'http://node.test', transport, isForwarded: false, openEvents }
    const chain = createFakeChain(transport, { nodes: { ...NO_NODES, peers: [peer] } })
    const kept = createKeptChain(chain, 'akashnet-2')
    const [same] = kept.nodes.peers
    const ways = [
      kept.transport.request({ method: 'status' }),
      same?.transport.request({ method: 'status' }),
      same?.openEvents(),
    ]
    for (const way of ways) await expect(way).rejects.toThrow('No endpoint can be read')
    expect(same?.name).toBe('http://node.test')
    expect(transport.seen).toEqual([])
  })
})
