import { describe, expect, it } from 'vitest'
import { RpcRefusalError } from '../rpc/errors.ts'
import type { RpcRequest, Transport } from '../rpc/transport.ts'
import { findLowestKept } from './block-samples.ts'

const NODE = 'http://node.test'
const BOUNDS = { wanted: 10n, earliest: 500n }

function failing(failureOf: (request: RpcRequest) => Error): Transport {
  return {
    endpoints: [NODE],
    request: (request) => Promise.reject(failureOf(request)),
    execute: () => Promise.reject(new Error('not asked so')),
    disconnect: () => undefined,
  }
}

function refusing(data: string): Transport {
  const error = { code: -32603, message: 'Internal error', data }
  return failing((request) => new RpcRefusalError({ error, request, endpoint: NODE }))
}

describe('findLowestKept', () => {
  it('takes a lower block that a node tells of in refusing the one asked for', async () => {
    const transport = refusing('height 10 is not available, lowest height is 120')
    expect(await findLowestKept(transport, BOUNDS)).toBe(120n)
  })

  it('stays with what is known where the others have pruned more, or answer nothing of use', async () => {
    const pruned = refusing('height 10 is not available, lowest height is 900')
    expect(await findLowestKept(pruned, BOUNDS)).toBe(500n)
    expect(await findLowestKept(refusing('no'), BOUNDS)).toBe(500n)
    const broken = failing(() => new Error('no network'))
    expect(await findLowestKept(broken, BOUNDS)).toBe(500n)
  })
})
