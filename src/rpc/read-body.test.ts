import { describe, expect, it } from 'vitest'
import { BodyTooLargeError, readBody } from './read-body.ts'

/** A body in pieces, which notes how many were taken and whether the rest was called off. */
function setup(pieces: readonly Uint8Array[]) {
  const seen = { taken: 0, isCancelled: false }
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = pieces[seen.taken]
        seen.taken += 1
        if (piece === undefined) controller.close()
        else controller.enqueue(piece)
      },
      cancel() {
        seen.isCancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { response: new Response(stream), seen }
}

describe('readBody', () => {
  it('joins characters that were split between two pieces', async () => {
    const bytes = new TextEncoder().encode('ação')
    const { response } = setup([bytes.slice(0, 2), bytes.slice(2)])
    expect(await readBody(response, 100)).toBe('ação')
  })

  it('stops the download at the limit instead of reading all and then complaining', async () => {
    const { response, seen } = setup(Array.from({ length: 50 }, () => new Uint8Array(10)))
    await expect(readBody(response, 25)).rejects.toThrow(new BodyTooLargeError(25))
    expect(seen).toEqual({ taken: 3, isCancelled: true })
  })

  it('reads a body of exactly the limit', async () => {
    const { response } = setup([new Uint8Array(25).fill(97)])
    expect(await readBody(response, 25)).toBe('a'.repeat(25))
  })

  it('reads a response without a body as empty', async () => {
    expect(await readBody(new Response(null), 10)).toBe('')
  })
})
