import type { Message, Plan } from '../../domain/message.ts'
import { readMessageRows, typeOfUrl } from './message-rows.ts'
import type { AnyBytes } from './peek.ts'
import { summarizeFields } from './summaries/summary.ts'
import { findSummary } from './summary-registry.ts'
import { parseWireMessage, type WireMessage } from './wire-message.ts'
import { integerOf, messageOf, textOf } from './wire-value.ts'

/** A plan in these messages is scheduled when they run. */
const SCHEDULE_UPGRADE: ReadonlySet<string> = new Set([
  'cosmos.upgrade.v1beta1.MsgSoftwareUpgrade',
  'cosmos.upgrade.v1beta1.SoftwareUpgradeProposal',
  'ibc.core.client.v1.MsgIBCSoftwareUpgrade',
  'ibc.core.client.v1.UpgradeProposal',
])

/**
 * Decodes a message into readable rows, with the messages inside it. Never throws: a type without a decoder, or bytes
 * its decoder refuses, come back undecoded with their bytes.
 */
export function decodeMessage(any: AnyBytes): Message {
  return decodeAt(any, 0)
}

function decodeAt({ typeUrl, value }: AnyBytes, depth: number): Message {
  const type = typeOfUrl(typeUrl)
  const summarize = findSummary(type)
  if (summarize === undefined) {
    return { kind: 'undecoded', typeUrl, bytes: value, reason: 'unknown-type' }
  }
  const message = parseWireMessage(type, value)
  if (message === undefined) {
    return { kind: 'undecoded', typeUrl, bytes: value, reason: 'malformed' }
  }
  const rows = readMessageRows(message, depth)
  const inner = rows.inner.map((content) => decodeAt(content, depth + 1))
  const plan = planOf(message, inner)
  return {
    kind: 'decoded',
    typeUrl,
    summary: summarize(summarizeFields(rows.fields, inner)),
    fields: rows.fields,
    inner,
    ...(plan === undefined ? {} : { plan }),
  }
}

/** Legacy content is its wrapper's plan too. */
function planOf(message: WireMessage, inner: readonly Message[]): Plan | undefined {
  if (message.type === 'cosmos.gov.v1.MsgExecLegacyContent') {
    return inner[0]?.kind === 'decoded' ? inner[0].plan : undefined
  }
  const plan = SCHEDULE_UPGRADE.has(message.type) ? messageOf(message, 'plan') : undefined
  if (plan === undefined) return undefined
  return {
    name: textOf(plan, 'name'),
    height: integerOf(plan, 'height'),
    info: textOf(plan, 'info'),
  }
}
