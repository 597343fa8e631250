import type { Figure } from '../domain/figure.ts'
import type { Source } from '../domain/source.ts'
import { describeQueryFailure } from './failures.ts'

/** Turns the settled outcome of one read into a figure: a value with its source, or why there is none. */
export function figureOf<Answer, Value>(
  settled: PromiseSettledResult<Answer>,
  read: (answer: Answer) => Value,
  source: (answer: Answer) => Source,
): Figure<Value> {
  if (settled.status === 'rejected') {
    return { kind: 'failed', failure: describeQueryFailure(settled.reason) }
  }
  return { kind: 'known', value: read(settled.value), source: source(settled.value) }
}
