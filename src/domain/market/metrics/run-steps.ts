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
