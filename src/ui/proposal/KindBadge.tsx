import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatMessageKind } from '../../domain/format-message-kind.ts'

export interface KindBadgeProps {
  /** Types of the messages, those inside legacy content first unwrapped; equal kinds are named once. */
  readonly typeUrls: readonly string[]
}

const SHOWN = 3

/** What a proposal does, in a few words; the full types are in the title. */
export function KindBadge({ typeUrls }: KindBadgeProps) {
  if (typeUrls.length === 0) {
    return <span title="A proposal without messages: only its text is voted on.">text only</span>
  }
  const kinds = [
    ...new Set(typeUrls.map((typeUrl) => sanitizeChainText(formatMessageKind(typeUrl)))),
  ]
  const rest = kinds.length - SHOWN
  return (
    <bdi title={sanitizeChainText(typeUrls.join(' '))}>
      {kinds.slice(0, SHOWN).join(', ')}
      {rest > 0 && ` and ${rest} more`}
    </bdi>
  )
}
