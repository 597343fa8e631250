import { describe, expect, it } from 'vitest'
import {
  classifyRefusal,
  describeRefusal,
  isAnswerableElsewhere,
  isRateLimitError,
  type RpcRefusal,
} from './refusal.ts'
import type { RpcRequest } from './transport.ts'

const request: RpcRequest = { method: 'block', params: { height: '27400001' } }
const internal = (data: string) => ({ code: -32603, message: 'Internal error', data })

// Texts of a recorded node (chain skydev-1, 2026-11-21): scenes steady and halt; `not in this recording` is the replay's.
const CLASSES: readonly [string, { code: number; message: string; data: string }, RpcRefusal][] = [
  [
    'steady/252',
    { code: -32601, message: 'Method not found', data: '' },
    { kind: 'method-not-found' },
  ],
  [
    'steady/282',
    internal('height 27400001 is not available, lowest height is 27400301'),
    { kind: 'height-unavailable', asked: 27_400_001n, lowest: 27_400_301n },
  ],
  [
    'steady/249',
    internal(
      'height 27500494 must be less than or equal to the current blockchain height 27400497',
    ),
    { kind: 'height-in-future', asked: 27_500_494n, highest: 27_400_497n },
  ],
  ['steady/194', internal('transaction indexing is disabled'), { kind: 'tx-index-disabled' }],
  ['steady/225', internal('block indexing is disabled'), { kind: 'block-index-disabled' }],
  ['steady/209', internal(`tx (${'01'.repeat(32)}) not found`), { kind: 'tx-not-found' }],
  [
    'halt/048',
    internal('could not find results for height #27400605'),
    { kind: 'results-not-found', height: 27_400_605n },
  ],
  [
    'halt/058',
    internal(
      'could not find consensus params for height #27400606: value retrieved from db is empty',
    ),
    { kind: 'results-not-found', height: 27_400_606n },
  ],
  [
    'steady/254',
    {
      code: -32602,
      message: 'Invalid params',
      data: 'error converting json params to arguments: invalid 64-bit integer encoding "27400494", expected string',
    },
    { kind: 'invalid-params' },
  ],
  [
    'steady/024',
    internal('page should be within [1, 4] range, given 9'),
    { kind: 'page-out-of-range', pages: 4 },
  ],
  ['steady/200', internal('offset 26: EOF'), { kind: 'other' }],
  ['a replay', internal('not in this recording'), { kind: 'not-recorded' }],
]

describe('classifyRefusal', () => {
  it.each(CLASSES)('reads the refusal of %s', (_, error, refusal) => {
    expect(classifyRefusal(error, request)).toEqual(refusal)
  })

  it('knows a pruned range of blocks from one asked the wrong way round, though the text is the same', () => {
    const error = internal("min height 27400301 can't be greater than max height 27400010")
    const range = (minHeight: string) => ({
      method: 'blockchain',
      params: { minHeight, maxHeight: '27400010' },
    })
    expect(classifyRefusal(error, range('27400001'))).toEqual({
      kind: 'height-unavailable',
      asked: 27_400_001n,
      lowest: 27_400_301n,
    })
    expect(classifyRefusal(error, range('27400301'))).toEqual({ kind: 'other' })
    expect(classifyRefusal(error, { method: 'blockchain' })).toEqual({ kind: 'other' })
  })
})

describe('describeRefusal', () => {
  const context = { endpoint: 'https://rpc.example.org', method: 'block', code: -32603 }
  it.each<[RpcRefusal, string]>([
    [
      { kind: 'method-not-found' },
      'https://rpc.example.org does not offer block; use another endpoint.',
    ],
    [
      { kind: 'height-unavailable', asked: 5n, lowest: 7n },
      'https://rpc.example.org does not have height 5, its lowest is 7; choose a later one or an archive node.',
    ],
    [
      { kind: 'height-unavailable', asked: undefined, lowest: 7n },
      'https://rpc.example.org does not have this height, its lowest is 7; choose a later one or an archive node.',
    ],
    [
      { kind: 'height-in-future', asked: 9n, highest: 8n },
      'https://rpc.example.org is at height 8 and does not have 9 yet; choose an earlier one or wait.',
    ],
    [
      { kind: 'tx-index-disabled' },
      'https://rpc.example.org keeps no transaction index; use an endpoint that does.',
    ],
    [
      { kind: 'block-index-disabled' },
      'https://rpc.example.org keeps no block index; use an endpoint that does.',
    ],
    [
      { kind: 'tx-not-found' },
      'https://rpc.example.org does not know this transaction; an endpoint whose index reaches further may.',
    ],
    [
      { kind: 'results-not-found', height: 5n },
      'https://rpc.example.org has nothing stored for height 5; use another endpoint.',
    ],
    [
      { kind: 'invalid-params' },
      'https://rpc.example.org does not accept these parameters of block; use another endpoint.',
    ],
    [
      { kind: 'page-out-of-range', pages: 4 },
      'https://rpc.example.org has only 4 pages of this list.',
    ],
    [
      { kind: 'not-recorded' },
      'https://rpc.example.org plays a recording that does not hold this answer.',
    ],
    [
      { kind: 'other' },
      'https://rpc.example.org refused block (code -32603); try another endpoint.',
    ],
  ])('has a sentence for %o', (refusal, sentence) => {
    expect(describeRefusal(refusal, context)).toBe(sentence)
  })
})

describe('isAnswerableElsewhere', () => {
  it('sends on what depends on the node, and keeps what depends on the question', () => {
    const kinds = CLASSES.map(([, , { kind }]) => kind)
    expect(new Set(kinds.filter((kind) => !isAnswerableElsewhere(kind)))).toEqual(
      new Set(['invalid-params', 'page-out-of-range', 'other']),
    )
  })
})

describe('isRateLimitError', () => {
  it('recognises gateways that report their limit as a JSON-RPC error', () => {
    expect(isRateLimitError({ code: -32005, message: 'limit', data: '' })).toBe(true)
    expect(isRateLimitError({ code: -32000, message: 'Too Many Requests', data: '' })).toBe(true)
    expect(isRateLimitError({ code: 0, message: '', data: 'rate-limit reached' })).toBe(true)
  })

  it('takes no refusal of a recorded node for a rate limit', () => {
    expect(CLASSES.filter(([, error]) => isRateLimitError(error))).toEqual([])
  })
})
