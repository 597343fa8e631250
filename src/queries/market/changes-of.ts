/**
 * Runs `work` and yields whenever it told that something changed, and once more when it has ended. Tellings that come
 * while nobody listens are told as one.
 * @throws what the work threw
 */
export async function* changesOf(
  work: (tell: () => void) => Promise<void>,
): AsyncGenerator<undefined> {
  let wake = () => {}
  let isTold = false
  let isOver = false
  const done = work(() => {
    isTold = true
    wake()
  }).finally(() => {
    isOver = true
    wake()
  })
  // Whether it failed is asked when it is over.
  done.catch(() => undefined)
  for (;;) {
    if (!isTold && !isOver) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    if (isOver) break
    isTold = false
    yield undefined
  }
  await done
  yield undefined
}
