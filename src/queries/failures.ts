import { describeFailure } from '../chain/failure.ts'
import type { Failure } from '../domain/failure.ts'
import { FailureError } from '../domain/failure-error.ts'

/** What a screen or a command says of an error a query threw: that of this room, or of the rooms below. */
export function describeQueryFailure(error: unknown): Failure {
  return error instanceof FailureError ? error.failure : describeFailure(error)
}
