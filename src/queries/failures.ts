import { describeFailure } from '../chain/failure.ts'
import type { Failure } from '../domain/failure.ts'

/** What a screen says of an error a query threw. */
export function describeQueryFailure(error: unknown): Failure {
  return describeFailure(error)
}
