import { afterEach, expect, it, vi } from 'vitest'
import { createPendingCall } from './pending-call.ts'

afterEach(() => {
  vi.useRealTimers()
})

it('keeps its first clock when it is sent again, and leaves none behind', async () => {
  vi.useFakeTimers()
  const { call, answer } = createPendingCall(
    { method: 'm' },
    {},
    { endpoint: 'https://rpc.example.org', timeoutMs: 100, now: () => 5 },
  )
  call.start()
  call.start()
  expect(vi.getTimerCount()).toBe(1)
  call.settle({ kind: 'result', result: 1 })
  expect(vi.getTimerCount()).toBe(0)
  expect(await answer).toMatchObject({ result: 1, receivedAtMs: 5 })
})
