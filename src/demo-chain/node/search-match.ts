import type { AbciEvent } from '../chain/ledger.ts'
import { matchesValue } from './event-match.ts'
import type { EventCondition } from './event-query.ts'

/** Conditions of a search, the ones on height apart. */
export interface SearchPlan {
  readonly onHeight: readonly EventCondition[]
  readonly onEvents: readonly EventTest[]
}

interface EventTest {
  readonly type: string
  readonly key: string
  matches(value: string): boolean
}

/** `heightTag`: `tx.height` or `block.height`. */
export function planSearch(conditions: readonly EventCondition[], heightTag: string): SearchPlan {
  return {
    onHeight: conditions.filter(({ tag }) => tag === heightTag),
    onEvents: conditions.filter(({ tag }) => tag !== heightTag).map(eventTest),
  }
}

export function matchesHeight({ onHeight }: SearchPlan, height: bigint): boolean {
  return onHeight.every((condition) => matchesValue(condition, String(height)))
}

/**
 * Whether one of the events fulfils every condition on events: CometBFT 0.38 joins conditions within the same event
 * (state/txindex/kv: the event's number is part of the key). Attributes not marked for the index are not found.
 */
export function matchesOneEvent({ onEvents }: SearchPlan, events: readonly AbciEvent[]): boolean {
  if (onEvents.length === 0) return true
  return events.some((event) =>
    onEvents.every(
      ({ type, key, matches }) =>
        event.type === type &&
        event.attributes.some((one) => one.index && one.key === key && matches(one.value)),
    ),
  )
}

function eventTest(condition: EventCondition): EventTest {
  const { tag, operator, argument } = condition
  const dot = tag.lastIndexOf('.')
  // The index compares equal as text, also what looks like a number.
  const matches =
    operator === '=' && argument !== undefined
      ? (value: string) => value === argument.text
      : (value: string) => matchesValue(condition, value)
  return { type: tag.slice(0, Math.max(0, dot)), key: tag.slice(dot + 1), matches }
}
