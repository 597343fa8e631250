import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { NetworkSchema } from './network-schema.ts'
import { findNetwork, NETWORKS } from './networks.ts'

describe('NETWORKS', () => {
  it('has the shape of its schema, with nothing beside', () => {
    expect(z.parse(z.array(NetworkSchema), NETWORKS)).toEqual(NETWORKS)
    const [mainnet] = NETWORKS
    expect(NetworkSchema.safeParse({ ...mainnet, note: 'x' }).success).toBe(false)
  })

  it.each(['http://rpc.example.org', 'https://rpc.example.org/', 'https://me:pw@rpc.example.org'])(
    'could not list %s, which an https page cannot call or which is not written as it is called',
    (url) => {
      const network = { ...NETWORKS[0], endpoints: [{ url }] }
      expect(NetworkSchema.safeParse(network).success).toBe(false)
    },
  )

  it('names each network, chain and endpoint once, so that none can be mistaken', () => {
    const names = NETWORKS.flatMap(({ id, chainId }) => (id === chainId ? [id] : [id, chainId]))
    expect(new Set(names).size).toBe(names.length)
    const urls = NETWORKS.flatMap(({ endpoints }) => endpoints.map(({ url }) => url))
    expect(new Set(urls).size).toBe(urls.length)
  })

  it('offers mainnet first, with endpoints to fall back on', () => {
    expect(NETWORKS[0]).toMatchObject({ id: 'mainnet', chainId: 'akashnet-2', kind: 'mainnet' })
    expect(NETWORKS[0]?.endpoints.length).toBeGreaterThan(1)
    for (const { endpoints } of NETWORKS) expect(endpoints).not.toEqual([])
  })
})

describe('findNetwork', () => {
  it('finds by id and by chain id, and invents nothing', () => {
    expect(findNetwork('mainnet')).toBe(NETWORKS[0])
    expect(findNetwork('akashnet-2')).toBe(NETWORKS[0])
    expect(findNetwork('sandbox')?.chainId).toBe('sandbox-2')
    expect(findNetwork('skydev-1')).toBeUndefined()
  })
})
