import type { ReactNode } from 'react'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { Icon } from '../Icon.tsx'
import { isHostShown, parseExternalUrl } from './external-url.ts'

export interface ExternalLinkProps {
  /** As a stranger wrote it. */
  readonly url: string
  /** @default the URL */
  readonly children?: ReactNode
}

/** A link out of this site that says where it leads. What is not a plain http(s) link stays text. */
export function ExternalLink({ url, children }: ExternalLinkProps) {
  const parsed = parseExternalUrl(url)
  const words = children ?? sanitizeChainText(url)
  if (parsed === undefined) return <bdi className="chain-text">{words}</bdi>
  const namesHost = typeof words === 'string' && isHostShown(words, parsed)
  return (
    <a
      href={parsed.href}
      target="_blank"
      rel="noopener noreferrer nofollow ugc"
      referrerPolicy="no-referrer"
      className="chain-text"
    >
      <bdi>{words}</bdi>
      {!namesHost && <span className="text-[0.85em] text-ink-3"> ({parsed.host})</span>}
      <span className="ms-0.5 text-[0.8em] text-ink-3">
        <Icon name="external" />
      </span>
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  )
}
