import type { Failure } from './failure.ts'

/** An error that already says what the reader is told. */
export class FailureError extends Error {
  override readonly name: string = 'FailureError'
  readonly failure: Failure

  constructor(message: string, failure: Failure) {
    super(message)
    this.failure = failure
  }
}
