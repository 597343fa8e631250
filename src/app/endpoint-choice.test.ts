import { describe, expect, it } from 'vitest'
import {
  addressOf,
  chooseEndpoints,
  type EndpointSearch,
  formatEndpointList,
} from './endpoint-choice.ts'
import type { PageConfig } from './page-config.ts'

const A = 'https://a.test'
const B = 'https://b.test/rpc?key=1'
const FIRST = 'https://rpc.akt.dev/rpc'
const SECOND = 'https://rpc.akashnet.net'
const SERVED: PageConfig = { endpoints: [{ url: '/rpc/0', name: 'http://127.0.0.1:26657' }] }

describe('the endpoints of a link', () => {
  it('are read in the order the link names them', () => {
    const choice = choose({ rpc: `${A},${B}` }, {}, [A, B])
    expect(choice).toMatchObject({
      kind: 'chosen',
      endpoints: [
        { url: A, name: A },
        { url: B, name: 'https://b.test/rpc' },
      ],
      isLinked: true,
      expectedChainId: undefined,
    })
  })

  it('are asked about, all that the reader has not agreed to, and only those', () => {
    expect(choose({ rpc: `${A},${B},https://c.test` }, {}, [A])).toEqual({
      kind: 'asking',
      urls: [B, 'https://c.test'],
      rest: A,
    })
  })

  it('are of the chain of the network it names, whose own need no consent', () => {
    const search = { network: 'mainnet', rpc: `${SECOND},${FIRST}` }
    expect(choose(search)).toMatchObject({
      kind: 'chosen',
      endpoints: [{ url: SECOND }, { url: FIRST }],
      expectedChainId: 'akashnet-2',
      isLinked: false,
    })
    expect(choose({ network: 'mainnet', rpc: `${SECOND},${A}` }, {}, [A])).toMatchObject({
      expectedChainId: 'akashnet-2',
      isLinked: true,
    })
  })

  it('need consent without a network, even where the default one has them: another chain may be meant', () => {
    expect(choose({ rpc: FIRST })).toMatchObject({ kind: 'asking', urls: [FIRST] })
  })

  it('are called by way of this server where it was started with them', () => {
    const rpc = `http://127.0.0.1:26657,${A}`
    expect(choose({ rpc }, SERVED, [A])).toMatchObject({
      kind: 'chosen',
      endpoints: [{ url: '/rpc/0', name: 'http://127.0.0.1:26657' }, { url: A }],
      isLinked: true,
    })
    // Named with another network they are what the link says: an address to call.
    expect(choose({ rpc, network: 'mainnet' }, SERVED)).toMatchObject({ kind: 'asking' })
  })

  it('are refused together when one of them is none, for half a list is not what the link says', () => {
    expect(choose({ rpc: `${A},zzz z` }, {}, [A])).toMatchObject({ kind: 'refused', text: 'zzz z' })
  })

  it('are at most twenty', () => {
    const many = Array.from({ length: 21 }, (_, index) => `https://n${index}.test`)
    expect(choose({ rpc: many.join() }, {}, many)).toMatchObject({
      kind: 'refused',
      sentence: 'It names 21 endpoints; at most 20 are used at once.',
    })
  })

  it('are named once, however often the link names them', () => {
    const choice = choose({ rpc: `${A},${A}/, ${A}` }, {}, [A])
    expect(choice).toMatchObject({ kind: 'chosen', endpoints: [{ url: A }] })
  })

  it('are never mixed with the demo chain', () => {
    expect(choose({ network: 'demo', rpc: A }, {}, [A])).toMatchObject({ kind: 'refused' })
    expect(choose({ network: 'demo', rpc: 'https://pruned.demo.invalid' })).toMatchObject({
      kind: 'chosen',
      own: 'demo',
      endpoints: [{ url: 'https://pruned.demo.invalid' }],
    })
  })
})

describe('formatEndpointList', () => {
  it('gives back what was read, commas in an address included', () => {
    const urls = ['https://a.test/x,y', B]
    const rpc = formatEndpointList(urls)
    const [x, y] = urls.map((url) => url.replace(',', '%2C'))
    const choice = choose({ rpc }, {}, [x ?? '', y ?? ''])
    if (choice.kind !== 'chosen') throw new Error(choice.kind)
    expect(formatEndpointList(choice.endpoints.map(addressOf))).toBe(rpc)
    expect(choice.endpoints).toHaveLength(2)
  })
})

function choose(search: EndpointSearch, config: PageConfig = {}, agreed: readonly string[] = []) {
  return chooseEndpoints(search, config, (url) => agreed.includes(url))
}
