import { describe, expect, it } from 'vitest'
import { createDeadlineQueue } from './deadline-queue.ts'

describe('createDeadlineQueue', () => {
  it("gives out what is due by time, then by id, one at the block's very time with them", () => {
    const queue = createDeadlineQueue()
    queue.add({ timeMs: 20, id: 2n })
    queue.add({ timeMs: 30, id: 3n })
    queue.add({ timeMs: 20, id: 1n })
    queue.add({ timeMs: 10, id: 9n })
    expect(queue.first()?.id).toBe(9n)
    expect(queue.takeDue(9)).toEqual([])
    expect(queue.takeDue(20).map(({ id }) => id)).toEqual([9n, 1n, 2n])
    expect(queue.takeDue(20)).toEqual([])
    expect(queue.first()?.id).toBe(3n)
    queue.remove(3n)
    expect(queue.first()).toBeUndefined()
  })
})
