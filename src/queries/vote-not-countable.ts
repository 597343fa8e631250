import type { Failure } from '../domain/failure.ts'

/** What a vote is counted with could not be read, so nothing about it can be said. */
export class VoteNotCountableError extends Error {
  override readonly name = 'VoteNotCountableError'
  /** Why, as the reader is told: what is missing, then what happened to it. */
  readonly failure: Failure

  constructor(message: string, failure: Failure) {
    super(message)
    this.failure = failure
  }
}
