import { isDeepStrictEqual } from 'node:util'
import type { Failure } from '../../../src/domain/failure.ts'
import type { Figure } from '../../../src/domain/figure.ts'
import { describeQueryFailure } from '../../../src/queries/failures.ts'

/** What is not as on a healthy chain, by part of the screen; a screen that completes has nothing here. */
export type Findings = Readonly<Record<string, string>>

/** Collects what of a screen is not right: wrong, or failed with a sentence. */
export interface FindingList {
  /** A value that must be what the ledger says. */
  value<T>(part: string, actual: T, truth: T): void
  /** The same of a figure, which may have failed. */
  figure<T>(part: string, figure: Figure<T> | undefined, truth: T): void
  failure(part: string, error: unknown): void
  note(part: string, text: string): void
  findings(): Findings
}

export function createFindings(): FindingList {
  const found = new Map<string, string>()
  const list: FindingList = {
    value(part, actual, truth) {
      if (!isDeepStrictEqual(actual, truth)) found.set(part, 'not what the ledger says')
    },
    figure(part, figure, truth) {
      if (figure?.kind === 'known') list.value(part, figure.value, truth)
      else if (figure?.kind === 'failed') found.set(part, formatFailure(figure.failure))
      else found.set(part, 'never came')
    },
    failure: (part, error) => found.set(part, formatFailure(describeQueryFailure(error))),
    note: (part, text) => found.set(part, text),
    findings: () => Object.fromEntries(found),
  }
  return list
}

/** As findings write it. */
export function formatFailure({ kind, sentence }: Failure): string {
  return `${kind}: ${sentence}`
}
