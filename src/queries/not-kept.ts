import { FailureError } from '../domain/failure-error.ts'

const SENTENCE =
  'No endpoint can be read, and no earlier visit of this browser kept this; try again, or use another endpoint.'

/** No node can be read, and no earlier visit left what is asked for. */
export class NotKeptError extends FailureError {
  override readonly name = 'NotKeptError'

  constructor() {
    super(SENTENCE, { kind: 'not-kept', sentence: SENTENCE })
  }
}
