import { describe, expect, it } from 'vitest'
import { findReplayClock } from './probe-endpoint.ts'

const TIME = '2026-11-21T03:05:26.123456789Z'

describe('findReplayClock', () => {
  it('takes the time of the first replay node on this machine, to the nanosecond', async () => {
    const { fetch } = setup({ 'http://127.0.0.1:1': '', 'http://localhost:2': TIME })
    const clock = await findReplayClock(['http://127.0.0.1:1', 'http://localhost:2'], fetch)
    expect(clock?.toISOString()).toBe(TIME)
  })

  it('neither asks nor believes a node elsewhere, which could stop the clock', async () => {
    const { fetch, asked } = setup({ 'https://rpc.example.org': TIME })
    expect(await findReplayClock(['https://rpc.example.org'], fetch)).toBeUndefined()
    expect(asked).toEqual([])
  })

  it.each(['<b>', '0', '2026-13-45T03:05:26Z'])('passes over what is no time: %s', async (text) => {
    const { fetch } = setup({ 'http://127.0.0.1:1': text })
    expect(await findReplayClock(['http://127.0.0.1:1'], fetch)).toBeUndefined()
  })
})

/** Endpoints that name these times. */
function setup(times: Readonly<Record<string, string>>) {
  const asked: string[] = []
  const fetch = async (input: string | URL | Request) => {
    asked.push(String(input))
    const now = times[String(input)] ?? ''
    return new Response('{}', { headers: now === '' ? {} : { 'x-replay-now': now } })
  }
  return { fetch, asked }
}
