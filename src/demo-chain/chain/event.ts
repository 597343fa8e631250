import type { AbciEvent } from './ledger.ts'

/** Attributes in order; Akash nodes index all of them. */
export function createEvent(
  type: string,
  attributes: readonly (readonly [key: string, value: string])[],
): AbciEvent {
  return { type, attributes: attributes.map(([key, value]) => ({ key, value, index: true })) }
}

/** The same events with more attributes after their own. */
export function withAttributes(
  events: readonly AbciEvent[],
  added: readonly (readonly [key: string, value: string])[],
): AbciEvent[] {
  const more = added.map(([key, value]) => ({ key, value, index: true }))
  return events.map(({ type, attributes }) => ({ type, attributes: [...attributes, ...more] }))
}
