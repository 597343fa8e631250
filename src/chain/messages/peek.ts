import type { Plan } from '../../domain/message.ts'
import { MsgExecLegacyContent } from '../proto/generated/cosmos/gov/v1/tx.ts'
import { MsgSoftwareUpgrade } from '../proto/generated/cosmos/upgrade/v1beta1/tx.ts'
import { SoftwareUpgradeProposal } from '../proto/generated/cosmos/upgrade/v1beta1/upgrade.ts'

interface AnyBytes {
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

function planOf({ typeUrl, value }: AnyBytes): Plan | undefined {
  const plan =
    typeUrl === '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade'
      ? MsgSoftwareUpgrade.decode(value).plan
      : typeUrl === '/cosmos.upgrade.v1beta1.SoftwareUpgradeProposal'
        ? SoftwareUpgradeProposal.decode(value).plan
        : undefined
  return plan === undefined ? undefined : { name: plan.name, height: plan.height, info: plan.info }
}
