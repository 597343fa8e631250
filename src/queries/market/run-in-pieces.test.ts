import { describe, expect, it, vi } from 'vitest'
import { runInPieces } from './run-in-pieces.ts'

function* work(steps: number, stepMs: number): Generator<void, number> {
  for (let step = 0; step < steps; step++) {
    const until = performance.now() + stepMs
    while (performance.now() < until);
    yield
  }
  return steps
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('runInPieces', () => {
  it('gives the page its turn between pieces, which it would not have until all is done', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    const result = await new Promise((done) => runInPieces(work(20, 10), done))
    clearInterval(timer)
    expect(result).toBe(20)
    expect(turns).toBeGreaterThanOrEqual(5)
  })

  it('does several short steps in one piece, for every turn costs more than such a step', async () => {
    const post = vi.spyOn(MessagePort.prototype, 'postMessage')
    await new Promise((done) => runInPieces(work(1_000, 0), done))
    expect(post.mock.calls.length).toBeLessThan(100)
    post.mockRestore()
  })

  it('begins nothing in the task it is called in, which may be a drawing one', () => {
    const next = vi.fn(() => ({ done: true as const, value: 1 }))
    const stop = runInPieces(Object.assign(work(1, 0), { next }), () => {})
    expect(next).not.toHaveBeenCalled()
    stop()
  })

  it('says nothing any more once it is stopped, for whoever asked has left', async () => {
    const done = vi.fn()
    const stop = runInPieces(work(10, 10), done)
    await pause(30)
    stop()
    await pause(150)
    expect(done).not.toHaveBeenCalled()
  })
})
