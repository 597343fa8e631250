import type { Message } from '../../../domain/message.ts'

/** A message and all those inside it. */
export function flattenMessage(message: Message): readonly Message[] {
  return message.kind === 'decoded'
    ? [message, ...message.inner.flatMap(flattenMessage)]
    : [message]
}

/** Paths of the rows of every type, list positions left out. */
export function tableOfRows(
  messages: readonly Message[],
): Readonly<Record<string, readonly string[]>> {
  const table = new Map<string, Set<string>>()
  for (const message of messages.flatMap(flattenMessage)) {
    const rows = table.get(message.typeUrl) ?? new Set<string>()
    table.set(message.typeUrl, rows)
    if (message.kind === 'undecoded') rows.add(`undecoded: ${message.reason}`)
    else for (const { path } of message.fields) rows.add(path.replace(/\[\d+\]/g, '[]'))
  }
  return Object.fromEntries(
    [...table].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, rows]) => [type, [...rows]]),
  )
}
