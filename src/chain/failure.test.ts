import { describe, expect, it } from 'vitest'
import { AllEndpointsFailedError, EndpointError, RpcRefusalError } from '../rpc/errors.ts'
import type { EndpointFailure } from '../rpc/failure.ts'
import { AbciQueryError } from './abci.ts'
import { describeFailure } from './failure.ts'
import { UndecodableError } from './gov.ts'
import { PageCountError } from './page-count.ts'
import { PageOrderError } from './page-order.ts'
import { WireShapeError } from './wire.ts'

const endpoint = 'https://node.test'

describe('describeFailure', () => {
  it.each<[unknown, string, string]>([
    [
      abci(22, "proposal 351 doesn't exist"),
      'not-found',
      'The chain has no such record at height 5.',
    ],
    [
      abci(38, 'failed to load state'),
      'pruned',
      'https://node.test no longer keeps the state of height 5; choose a later height or an archive node.',
    ],
    [
      abci(26, 'height in the future'),
      'not-yet',
      'https://node.test has not reached height 5 yet; choose an earlier one, wait or use another endpoint.',
    ],
    [
      abci(6, 'unknown query path: unknown request'),
      'not-supported',
      'https://node.test does not know /path: its chain lacks the module, or runs another version of it; try another endpoint.',
    ],
    [
      abci(6, 'rpc error: code = Internal'),
      'undecodable',
      'https://node.test could not answer /path; try another endpoint.',
    ],
    [
      abci(18, 'malformed'),
      'undecodable',
      'https://node.test did not accept the question it was asked (/path); try another endpoint.',
    ],
    [
      new EndpointError({
        failure: { kind: 'wrong-chain', expected: 'akashnet-2', actual: 'sandbox-2' },
        endpoint,
      }),
      'wrong-chain',
      "https://node.test is a node of sandbox-2, not of akashnet-2; use an endpoint of akashnet-2, or open sandbox-2 on purpose by entering this endpoint's address.",
    ],
    [
      new UndecodableError('/path', endpoint),
      'undecodable',
      'The answer to /path could not be decoded. The node may run a newer version than this app knows; try another endpoint or a newer build.',
    ],
    [
      new PageOrderError('/path', endpoint),
      'undecodable',
      'https://node.test repeats what it listed or runs backwards, so the list cannot be read to its end; try another endpoint.',
    ],
    [
      new PageCountError('/path', endpoint),
      'undecodable',
      'https://node.test gives another number of items than it counts, so the list cannot be trusted to be whole; try another endpoint.',
    ],
    [
      new WireShapeError('status', 'node_info.network'),
      'not-a-node',
      'The answer to status has no usable node_info.network. Whatever answers there does not speak as a CometBFT node; check the address.',
    ],
    [
      new TypeError('x is not a function'),
      'unexpected',
      'Something in this app went wrong. Reload the page; if it stays, report it.',
    ],
    [
      'a string',
      'unexpected',
      'Something in this app went wrong. Reload the page; if it stays, report it.',
    ],
  ])('%s', (error, kind, sentence) => {
    expect(describeFailure(error)).toMatchObject({ kind, sentence })
  })

  it("keeps the node's own words apart from the sentence, since they are a stranger's", () => {
    expect(describeFailure(abci(38, 'failed to load state'))).toMatchObject({
      detail: 'failed to load state',
      endpoint,
    })
    const error = new RpcRefusalError({
      error: {
        code: -32603,
        message: 'Internal error',
        data: 'height 3 is not available, lowest height is 9',
      },
      request: { method: 'block' },
      endpoint,
    })
    expect(describeFailure(error)).toEqual({
      kind: 'pruned',
      sentence:
        'https://node.test does not have height 3, its lowest is 9; choose a later one or an archive node.',
      endpoint,
      detail: 'Internal error: height 3 is not available, lowest height is 9',
    })
  })

  it('says of one endpoint what is wrong with it, not that one of one failed', () => {
    const only = broken({ kind: 'html' })
    expect(describeFailure(new AllEndpointsFailedError([only]))).toEqual(describeFailure(only))
  })

  it.each<[EndpointFailure['kind'], readonly EndpointFailure[]]>([
    ['rate-limited', [{ kind: 'html' }, { kind: 'rate-limited' }]],
    ['offline', [{ kind: 'rate-limited' }, { kind: 'offline' }]],
  ])('of several, is of the kind a reader can do most about: %s', (kind, failures) => {
    const [first, ...rest] = failures.map(broken)
    if (first === undefined) throw new Error('there must be one')
    expect(describeFailure(new AllEndpointsFailedError([first, ...rest]))).toMatchObject({
      kind,
      sentence: expect.stringMatching(/^None of the 2 endpoints could answer\./),
    })
  })

  it('names no endpoint where none was involved', () => {
    const error = new EndpointError({ failure: { kind: 'no-endpoint' }, endpoint: '' })
    expect(describeFailure(error)).toEqual({
      kind: 'unreachable',
      sentence: 'No endpoint is chosen; enter the address of an RPC endpoint.',
    })
  })
})

function abci(code: number, log: string): AbciQueryError {
  return new AbciQueryError({ code, codespace: 'sdk', log, path: '/path', height: 5n, endpoint })
}

function broken(failure: EndpointFailure): EndpointError {
  return new EndpointError({ failure, endpoint })
}
