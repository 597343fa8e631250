/** The first changes are told close together, so that something is there soon; later ones this far apart. */
const SHORTEST_PAUSE_MS = 25
const LONGEST_PAUSE_MS = 250

/**
 * Runs `work` and yields when it told that something changed, and once more when it has ended. What is told while nobody
 * listens, or too soon after the last time, is told as one: whoever draws the changes gets to draw them.
 * @throws what the work threw
 */
export async function* changesOf(
  work: (tell: () => void) => Promise<void>,
): AsyncGenerator<undefined> {
  let wake = () => {}
  let isTold = false
  let isOver = false
  let pauseMs = SHORTEST_PAUSE_MS
  const done = work(() => {
    isTold = true
    wake()
  }).finally(() => {
    isOver = true
    wake()
  })
  // Whether it failed is asked when it is over.
  const ended = done.catch(() => undefined)
  for (;;) {
    if (!isTold && !isOver) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    if (isOver) break
    isTold = false
    yield undefined
    await pause(pauseMs, ended)
    pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)
  }
  await done
  yield undefined
}

/** Resolves after so long, or as soon as the other does. */
async function pause(ms: number, until: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([over, until])
  clearTimeout(timer)
}
