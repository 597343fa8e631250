import type { EventCondition } from './event-query.ts'

/** Composite tags of what a node publishes, such as `proposal_vote.voter`, and their values. */
export type PublishedTags = ReadonlyMap<string, readonly string[]>

/**
 * Whether something published is what a subscription asks for: each condition by itself, whichever event fulfils it
 * (CometBFT libs/pubsub/query/query.go). A search is narrower: see `search-match.ts`.
 */
export function matchesTags(conditions: readonly EventCondition[], tags: PublishedTags): boolean {
  return conditions.every((condition) => {
    const values = tags.get(condition.tag)
    if (values !== undefined) return values.some((value) => matchesValue(condition, value))
    // The type of an event alone stands for an event with any attribute.
    const prefix = `${condition.tag}.`
    const hasType = [...tags.keys()].some(
      (tag) => tag.startsWith(prefix) && !tag.slice(prefix.length).includes('.'),
    )
    return hasType && matchesValue(condition, '')
  })
}

/** Whether a value of the condition's tag fulfils it. */
export function matchesValue({ operator, argument }: EventCondition, value: string): boolean {
  if (argument === undefined) return operator === 'EXISTS'
  const { kind, text } = argument
  if (operator === 'CONTAINS') return value.includes(text)
  if (kind === 'string') return value === text
  const order = kind === 'number' ? compareNumbers(value, text) : compareTimes(value, text)
  if (order === undefined) return false
  if (operator === '=') return order === 0
  if (operator === '<') return order < 0
  if (operator === '<=') return order <= 0
  return operator === '>' ? order > 0 : order >= 0
}

/** A unit behind the number is passed over (`5000uakt`); undefined when the value begins with no number. */
function compareNumbers(value: string, text: string): number | undefined {
  const digits = /^\d+(\.\d+)?/.exec(value)?.[0]
  if (digits === undefined) return undefined
  const [whole = '', fraction = ''] = digits.split('.')
  const [otherWhole = '', otherFraction = ''] = text.split('.')
  const places = Math.max(fraction.length, otherFraction.length)
  const difference =
    BigInt(whole + fraction.padEnd(places, '0')) -
    BigInt(otherWhole + otherFraction.padEnd(places, '0'))
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}

function compareTimes(value: string, text: string): number | undefined {
  const difference = Date.parse(value) - Date.parse(text)
  return Number.isNaN(difference) ? undefined : difference
}
