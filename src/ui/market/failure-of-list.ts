import type { Failure } from '../../domain/failure.ts'
import type { Figure } from '../../domain/figure.ts'

/** Why there is no list to show: its own failure, or that of the whole reading where nothing of the list came. */
export function failureOfList(
  list: Figure<unknown> | undefined,
  ofReading: Failure | undefined,
): Failure | undefined {
  if (list?.kind === 'failed') return list.failure
  return list?.kind === 'known' ? undefined : ofReading
}
