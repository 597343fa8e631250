/** A proposal and the time something happens to it. */
export interface Deadline {
  readonly timeMs: number
  readonly id: bigint
}

/** In the order in which the SDK's queues are worked: by time, then by id. */
export interface DeadlineQueue {
  add(deadline: Deadline): void
  remove(id: bigint): void
  first(): Deadline | undefined
  /** Takes out those whose time has come; one that ends with the block's time has. */
  takeDue(timeMs: number): readonly Deadline[]
}

const NONE_DUE: readonly Deadline[] = []

export function createDeadlineQueue(): DeadlineQueue {
  let deadlines: Deadline[] = []
  return {
    add(deadline) {
      deadlines.push(deadline)
      deadlines.sort((a, b) => a.timeMs - b.timeMs || (a.id < b.id ? -1 : 1))
    },
    remove(id) {
      deadlines = deadlines.filter((deadline) => deadline.id !== id)
    },
    first: () => deadlines[0],
    takeDue(timeMs) {
      const first = deadlines[0]
      if (first === undefined || first.timeMs > timeMs) return NONE_DUE
      const due = deadlines.filter((deadline) => deadline.timeMs <= timeMs)
      deadlines = deadlines.slice(due.length)
      return due
    },
  }
}
