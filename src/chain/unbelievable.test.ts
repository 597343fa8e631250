import { describe, expect, it } from 'vitest'
import type { RequestOptions, Transport } from '../rpc/transport.ts'
import { UndecodableError } from './gov.ts'
import { readBelievable } from './unbelievable.ts'

const A = 'http://a.test'
const B = 'http://b.test'
const C = 'http://c.test'

describe('readBelievable', () => {
  it('asks the others where one told something that cannot be', async () => {
    const { asked, read } = reader({ [A]: 'nonsense', [B]: 'nonsense', [C]: 'sense' })
    await expect(read()).resolves.toBe('sense')
    expect(asked).toEqual([A, B, C])
  })

  it('gives the first error back where nobody tells better, asking each once', async () => {
    const { asked, read } = reader({ [A]: 'nonsense', [B]: 'nonsense' })
    await expect(read()).rejects.toMatchObject({ path: '/p', endpoint: A })
    expect(asked).toEqual([A, B])
  })

  it('does so too where the others cannot be read: why the first is not believed says more', async () => {
    const { read } = reader({ [A]: 'nonsense', [B]: 'down' })
    await expect(read()).rejects.toMatchObject({ path: '/p', endpoint: A })
  })

  it('asks nobody again for an error of another kind', async () => {
    const { asked, read } = reader({ [A]: 'down', [B]: 'sense' })
    await expect(read()).rejects.toThrow('down')
    expect(asked).toEqual([A])
  })

  it('stops where the asker has given up', async () => {
    const leaving = new AbortController()
    const { asked, read } = reader({ [A]: 'nonsense', [B]: 'sense' }, leaving.signal)
    leaving.abort(new Error('left the page'))
    await expect(read()).rejects.toThrow('left the page')
    expect(asked).toEqual([A])
  })
})

/** Endpoints in their order, each with what it tells; reads from the first that is not to be avoided. */
function reader(told: Readonly<Record<string, string>>, signal?: AbortSignal) {
  const endpoints = Object.keys(told)
  const asked: string[] = []
  const transport: Transport = {
    endpoints,
    request: () => Promise.reject(new Error('not asked for here')),
    execute: () => Promise.reject(new Error('not asked for here')),
    disconnect: () => undefined,
  }
  const one = async ({ avoid = [] }: RequestOptions): Promise<string> => {
    const endpoint = endpoints.find((name) => !avoid.includes(name)) ?? ''
    asked.push(endpoint)
    const text = told[endpoint] ?? ''
    if (text === 'nonsense') throw new UndecodableError('/p', endpoint)
    if (text === 'down') throw new Error('down')
    return text
  }
  const options = signal === undefined ? {} : { signal }
  return { asked, read: () => readBelievable(transport, options, one) }
}
