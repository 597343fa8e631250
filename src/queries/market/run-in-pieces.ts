/** Milliseconds a piece may take; it ends with the step it is at then. */
const PIECE_MS = 20

/**
 * Runs steps a piece at a time, each in a task of its own, so that the page can draw and be used in between.
 * @returns what stops it; `done` is not called after that
 */
export function runInPieces<Result>(
  steps: Generator<void, Result>,
  done: (result: Result) => void,
): () => void {
  let isStopped = false
  const runPiece = () => {
    const until = performance.now() + PIECE_MS
    while (!isStopped) {
      const step = steps.next()
      if (isStopped) return
      if (step.done === true) return done(step.value)
      if (performance.now() >= until) return queueTask(runPiece)
    }
  }
  queueTask(runPiece)
  return () => {
    isStopped = true
  }
}

/** By a message, because timers of a tab that nobody looks at are held back. */
function queueTask(run: () => void): void {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    port1.close()
    run()
  }
  port2.postMessage(undefined)
}
