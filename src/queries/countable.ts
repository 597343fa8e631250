import type { Failure } from '../domain/failure.ts'
import type { Figure } from '../domain/figure.ts'
import type { Tally } from '../domain/proposal.ts'
import { isImpossibleTally } from '../domain/tally.ts'
import { VoteNotCountableError } from './vote-not-countable.ts'

/** The value of a figure a count needs. @throws {VoteNotCountableError} with the figure's own failure */
export function countableValue<Value>(figure: Figure<Value>, message: string): Value {
  if (figure.kind === 'known') return figure.value
  const failure: Failure =
    figure.kind === 'failed'
      ? { ...figure.failure, sentence: `${message} ${figure.failure.sentence}` }
      : { kind: 'unreachable', sentence: `${message} No node has answered yet; try again.` }
  throw new VoteNotCountableError(message, failure)
}

/** The node's own count. @throws {VoteNotCountableError} when there is none, or one no chain can count */
export function countableTally(figure: Figure<Tally>): Tally {
  const tally = countableValue(figure, 'The node would not count the votes.')
  if (!isImpossibleTally(tally)) return tally
  const message = 'The node counts votes below zero, which no chain can.'
  throw new VoteNotCountableError(message, {
    kind: 'undecodable',
    sentence: `${message} Nothing it says of this vote can be relied on; try another endpoint.`,
    ...(figure.kind === 'known' ? { endpoint: figure.source.endpoint } : {}),
  })
}
