import { describe, expect, it } from 'vitest'
import { describeFailure, type EndpointFailure, isFaultOfEndpoint, isTransient } from './failure.ts'

const context = { endpoint: 'https://rpc.example.org', httpStatus: 502, retryAfterMs: 12_300 }
const e = context.endpoint

const SENTENCES: readonly [EndpointFailure, string][] = [
  [
    { kind: 'timeout', timeoutMs: 10_000 },
    `${e} did not answer within 10 s; try again or use another endpoint.`,
  ],
  [{ kind: 'offline' }, 'This device is offline; reconnect and try again.'],
  [
    { kind: 'mixed-content' },
    `An https page may not call ${e}; run "npm start -- --rpc ${e}" on your machine or use an https endpoint.`,
  ],
  [
    { kind: 'unreachable', code: 'ECONNREFUSED' },
    `${e} cannot be reached; check the address or use another endpoint.`,
  ],
  [
    { kind: 'unreadable' },
    `No answer of ${e} could be read: it is down or does not allow this site; use another endpoint.`,
  ],
  [
    { kind: 'cors-or-blocked' },
    `${e} is up but does not let this site read its answers (CORS is off, or a proxy blocks the request); use another endpoint or run "npm start -- --rpc ${e}".`,
  ],
  [
    { kind: 'rate-limit-suspected' },
    `${e} answered before and is now unreadable, most likely because of a rate limit; wait a little or use another endpoint.`,
  ],
  [{ kind: 'rate-limited' }, `${e} limits requests; wait 13 s or use another endpoint.`],
  [{ kind: 'unauthorized' }, `${e} asks for a login (HTTP 401); use a public endpoint.`],
  [{ kind: 'forbidden' }, `${e} forbids this request (HTTP 403); use another endpoint.`],
  [{ kind: 'no-such-path' }, `${e} has no RPC service at this path (HTTP 404); check the address.`],
  [{ kind: 'server-error' }, `${e} failed (HTTP 502); try again or use another endpoint.`],
  [{ kind: 'http-status' }, `${e} answered with HTTP 502 and no result; check the address.`],
  [{ kind: 'redirect' }, `${e} redirects, which is not followed; enter the address it leads to.`],
  [{ kind: 'html' }, `${e} answered with a web page, not as a node; check the address.`],
  [{ kind: 'empty' }, `${e} sent an empty answer; try again or use another endpoint.`],
  [
    { kind: 'truncated' },
    `${e} broke off in the middle of its answer; try again or use another endpoint.`,
  ],
  [{ kind: 'junk' }, `${e} sent something that is not JSON; check the address.`],
  [{ kind: 'not-json-rpc' }, `${e} sent JSON that is not a node's answer; check the address.`],
  [
    { kind: 'wrong-id' },
    `${e} answered another question than the one asked; use another endpoint.`,
  ],
  [
    { kind: 'missing-answer' },
    `${e} left one question of a batch unanswered; try again or use another endpoint.`,
  ],
  [
    { kind: 'too-large', maxBytes: 33_554_432 },
    `${e} sent more than 32 MiB; ask for less or use another endpoint.`,
  ],
  [
    { kind: 'too-large', maxBytes: 1000 },
    `${e} sent more than 1000 bytes; ask for less or use another endpoint.`,
  ],
  [
    { kind: 'wrong-chain', expected: 'akashnet-2', actual: 'cosmoshub-4' },
    `${e} is a node of cosmoshub-4, not of akashnet-2; use an endpoint of akashnet-2, or open cosmoshub-4 on purpose by entering this endpoint's address.`,
  ],
  [
    { kind: 'wrong-chain', expected: 'akashnet-2', actual: undefined },
    `${e} does not say which chain it is of; use an endpoint of akashnet-2.`,
  ],
  [{ kind: 'not-consented' }, `${e} was not agreed to, so nothing was sent to it.`],
  [{ kind: 'no-endpoint' }, 'No endpoint is chosen; enter the address of an RPC endpoint.'],
  [
    { kind: 'all-failed', count: 2, first: 'It is down.' },
    'None of the 2 endpoints could answer. The first: It is down.',
  ],
]

describe('describeFailure', () => {
  it.each(SENTENCES)('has a sentence a reader can act on for %j', (failure, sentence) => {
    expect(describeFailure(failure, context)).toBe(sentence)
  })

  it('does not promise a waiting time the endpoint did not name', () => {
    expect(describeFailure({ kind: 'rate-limited' }, { endpoint: e })).toBe(
      `${e} limits requests; wait a little or use another endpoint.`,
    )
  })
})

describe('isTransient', () => {
  it('holds for what may pass by itself, and for nothing a wait cannot mend', () => {
    const transient = SENTENCES.map(([{ kind }]) => kind).filter(isTransient)
    expect(transient).toEqual([
      'timeout',
      'unreachable',
      'rate-limit-suspected',
      'rate-limited',
      'server-error',
      'empty',
      'truncated',
      'missing-answer',
    ])
  })
})

describe('isFaultOfEndpoint', () => {
  it('does not blame an endpoint for the device, the question or a missing consent', () => {
    const blameless = SENTENCES.map(([{ kind }]) => kind).filter((kind) => !isFaultOfEndpoint(kind))
    expect(new Set(blameless)).toEqual(
      new Set(['offline', 'too-large', 'not-consented', 'no-endpoint', 'all-failed']),
    )
  })
})
