import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { shortenMiddle } from '../../domain/format-shortened.ts'
import { CopyButton } from './CopyButton.tsx'

export interface HashTextProps {
  readonly hash: string
  /** What it identifies, e.g. `transaction hash`. */
  readonly what: string
  readonly href?: string | undefined
}

/** A hash or checksum: both ends shown, the whole in its title and on the clipboard. */
export function HashText({ hash, what, href }: HashTextProps) {
  const safe = sanitizeChainText(hash)
  const text = (
    <bdi title={safe} className="font-mono text-[0.9em] whitespace-nowrap">
      {shortenMiddle(safe, 8, 6)}
    </bdi>
  )
  return (
    <span>
      {href === undefined ? text : <a href={href}>{text}</a>}
      <CopyButton text={hash} what={what} />
    </span>
  )
}
