/** Work that offers a pause after every step. */
export type Steps<Result> = Generator<void, Result>

/** Rows that are looked at between two pauses. */
export const ROWS_A_STEP = 10_000

/** All steps one after the other, without a pause. */
export function runSteps<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Looks at slices of rows one after the other, with a pause after each; the loops are the caller's own, which is faster. */
export function* inSlices<Row>(
  rows: readonly Row[],
  look: (slice: readonly Row[], from: number) => void,
  rowsAStep = ROWS_A_STEP,
): Steps<void> {
  for (let from = 0; from < rows.length; from += rowsAStep) {
    look(rows.slice(from, from + rowsAStep), from)
    yield
  }
}
