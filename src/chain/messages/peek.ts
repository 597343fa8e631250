import type { Plan } from '../../domain/message.ts'
import { Plan as PlanProto } from '../proto/generated/cosmos/upgrade/v1beta1/upgrade.ts'
import { Any } from '../proto/generated/google/protobuf/any.ts'
import { lastBytesOf } from '../wire-field.ts'

/** A type URL and the message's bytes, as a protobuf `Any` carries them. */
export interface AnyBytes {
  readonly typeUrl: string
  readonly value: Uint8Array
}

/** What a list needs to know of a message without decoding the whole. */
export interface MessagePeek {
  /** The type that says what it does: the content's for `MsgExecLegacyContent`, else the message's own. */
  readonly typeUrl: string
  readonly plan?: Plan
}

/** Never throws: bytes that do not decode are only known by their type. */
export function peekMessage(message: AnyBytes): MessagePeek {
  try {
    const content = contentOf(message)
    const plan = planOf(content)
    return plan === undefined ? { typeUrl: content.typeUrl } : { typeUrl: content.typeUrl, plan }
  } catch {
    return { typeUrl: message.typeUrl }
  }
}

/** `MsgExecLegacyContent.content` */
const LEGACY_CONTENT_FIELD = 1

function contentOf(message: AnyBytes): AnyBytes {
  if (message.typeUrl !== '/cosmos.gov.v1.MsgExecLegacyContent') return message
  const content = lastBytesOf(message.value, LEGACY_CONTENT_FIELD)
  return content === undefined ? message : Any.decode(content)
}

/**
 * Messages that schedule a plan, the same as `decodeMessage` knows, with the number of the field that holds it. Their
 * own decoders would weigh on every first visit, which only asks for the plan.
 */
const PLAN_FIELD: ReadonlyMap<string, number> = new Map([
  ['/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade', 2],
  ['/cosmos.upgrade.v1beta1.SoftwareUpgradeProposal', 3],
  ['/ibc.core.client.v1.MsgIBCSoftwareUpgrade', 1],
  ['/ibc.core.client.v1.UpgradeProposal', 3],
])

function planOf({ typeUrl, value }: AnyBytes): Plan | undefined {
  const field = PLAN_FIELD.get(typeUrl)
  const bytes = field === undefined ? undefined : lastBytesOf(value, field)
  if (bytes === undefined) return undefined
  const { name, height, info } = PlanProto.decode(bytes)
  return { name, height, info }
}
