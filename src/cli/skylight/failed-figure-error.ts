import type { Failure } from '../../domain/failure.ts'

/** The figure a command is about could not be had; the message names it, `failure` says why. */
export class FailedFigureError extends Error {
  override readonly name = 'FailedFigureError'
  readonly failure: Failure

  constructor(message: string, failure: Failure) {
    super(message)
    this.failure = failure
  }
}
