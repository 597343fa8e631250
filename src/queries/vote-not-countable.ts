import { FailureError } from '../domain/failure-error.ts'

/**
 * What a vote is counted with could not be read, so nothing about it can be said. Its failure tells what is missing, then
 * what happened to it.
 */
export class VoteNotCountableError extends FailureError {
  override readonly name = 'VoteNotCountableError'
}
