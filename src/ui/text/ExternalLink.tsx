import type { ReactNode } from 'react'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { classNames } from '../class-names.ts'
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
      {!namesHost && ' '}
      {/* Beside a host the mark never begins a line. */}
      <span className={classNames('text-ink-3', parsed.host.length < 40 && 'whitespace-nowrap')}>
        {!namesHost && <span className="text-[0.85em]">({parsed.host})</span>}
        <span className="ms-0.5 text-[0.8em]">
          <Icon name="external" />
        </span>
      </span>
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  )
}
