import { describe, expect, it } from 'vitest'
import {
  AllEndpointsFailedError,
  EndpointError,
  EndpointNotConsentedError,
  RpcRefusalError,
} from './errors.ts'

const SECRET = 'https://me:hunter2@rpc.example.org/rpc?apikey=hunter2'

describe('errors of the room', () => {
  it('never carry credentials, in the message or in a field', () => {
    const request = { method: 'block' }
    const error = { code: -32601, message: 'Method not found', data: '' }
    const all = [
      new EndpointError({ failure: { kind: 'unreachable' }, endpoint: SECRET }),
      new EndpointNotConsentedError(SECRET),
      new RpcRefusalError({ error, request, endpoint: SECRET }),
    ]
    for (const one of all) {
      expect(one.endpoint).toBe('https://rpc.example.org/rpc')
      expect(`${one.message} ${one.stack} ${JSON.stringify(one)}`).not.toContain('hunter2')
    }
  })

  it('keep the cause, so that a report can go down to it', () => {
    const cause = new TypeError('fetch failed')
    const error = new EndpointError({ failure: { kind: 'unreachable' }, endpoint: SECRET, cause })
    expect(error.cause).toBe(cause)
  })

  it("keep the node's own words beside the sentence", () => {
    const error = new RpcRefusalError({
      error: { code: -32603, message: 'Internal error', data: 'offset 26: EOF' },
      request: { method: 'tx_search' },
      endpoint: 'https://rpc.example.org',
    })
    expect(error).toMatchObject({
      name: 'RpcRefusalError',
      code: -32603,
      rpcMessage: 'Internal error',
      data: 'offset 26: EOF',
      method: 'tx_search',
      refusal: { kind: 'other' },
    })
  })
})

describe('AllEndpointsFailedError', () => {
  const down = new EndpointError({
    failure: { kind: 'unreachable' },
    endpoint: 'https://a.example.org',
  })
  const limited = (retryAfterMs: number) =>
    new EndpointError({
      failure: { kind: 'rate-limited' },
      endpoint: 'https://b.example.org',
      retryAfterMs,
    })
  const html = new EndpointError({ failure: { kind: 'html' }, endpoint: 'https://c.example.org' })

  it('names the first failure and keeps all of them', () => {
    const error = new AllEndpointsFailedError([down, html])
    expect(error.message).toBe(
      'None of the 2 endpoints could answer. The first: https://a.example.org cannot be reached; check the address or use another endpoint.',
    )
    expect(error.attempts).toEqual([down, html])
    expect(error).toBeInstanceOf(EndpointError)
  })

  it('waits no longer than the endpoint that asks for the shortest pause', () => {
    expect(new AllEndpointsFailedError([limited(9000), limited(4000)]).retryAfterMs).toBe(4000)
    expect(new AllEndpointsFailedError([limited(9000), html]).retryAfterMs).toBe(9000)
    expect(new AllEndpointsFailedError([limited(9000), down]).retryAfterMs).toBeUndefined()
  })

  it('is worth a retry if any of its endpoints is', () => {
    expect(new AllEndpointsFailedError([html, down]).isTransient).toBe(true)
    expect(new AllEndpointsFailedError([html, html]).isTransient).toBe(false)
  })
})
