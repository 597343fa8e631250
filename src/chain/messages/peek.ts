import type { Plan } from '../../domain/message.ts'
import { MsgExecLegacyContent } from '../proto/generated/cosmos/gov/v1/tx.ts'
import { MsgSoftwareUpgrade } from '../proto/generated/cosmos/upgrade/v1beta1/tx.ts'
import { SoftwareUpgradeProposal } from '../proto/generated/cosmos/upgrade/v1beta1/upgrade.ts'
import { UpgradeProposal } from '../proto/generated/ibc/core/client/v1/client.ts'
import { MsgIBCSoftwareUpgrade } from '../proto/generated/ibc/core/client/v1/tx.ts'

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

function contentOf(message: AnyBytes): AnyBytes {
  if (message.typeUrl !== '/cosmos.gov.v1.MsgExecLegacyContent') return message
  return MsgExecLegacyContent.decode(message.value).content ?? message
}

/** Messages that schedule a plan, the same as `decodeMessage` knows. */
const SCHEDULE_UPGRADE = {
  '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade': MsgSoftwareUpgrade,
  '/cosmos.upgrade.v1beta1.SoftwareUpgradeProposal': SoftwareUpgradeProposal,
  '/ibc.core.client.v1.MsgIBCSoftwareUpgrade': MsgIBCSoftwareUpgrade,
  '/ibc.core.client.v1.UpgradeProposal': UpgradeProposal,
} as const

function isScheduleUpgrade(typeUrl: string): typeUrl is keyof typeof SCHEDULE_UPGRADE {
  return Object.hasOwn(SCHEDULE_UPGRADE, typeUrl)
}

function planOf({ typeUrl, value }: AnyBytes): Plan | undefined {
  if (!isScheduleUpgrade(typeUrl)) return undefined
  const { plan } = SCHEDULE_UPGRADE[typeUrl].decode(value)
  return plan === undefined ? undefined : { name: plan.name, height: plan.height, info: plan.info }
}
