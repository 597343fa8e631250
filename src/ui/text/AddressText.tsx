import type { MouseEvent } from 'react'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { shortenAddress } from '../../domain/format-shortened.ts'
import { PlainLink } from '../controls/PlainLink.tsx'
import { CopyButton } from './CopyButton.tsx'
import { usePageLinks } from './page-links.ts'

export interface AddressTextProps {
  readonly address: string
  /** @default 'short' */
  readonly form?: 'short' | 'whole'
  /** @default the page of the address, where the app has one; false leaves it a text */
  readonly href?: string | false | undefined
  readonly onFollow?: ((href: string, event: MouseEvent) => void) | undefined
  /** Leaves the copy button out, where a row has one already. @default false */
  readonly isBare?: boolean
}

/** A bech32 address, shortened in the middle, whole in its title and on the clipboard. */
export function AddressText({ address, form = 'short', href, onFollow, isBare }: AddressTextProps) {
  const links = usePageLinks()
  if (address === '') return <span className="text-ink-3">not recorded</span>
  const safe = sanitizeChainText(address)
  const text = (
    <bdi title={safe} className={form === 'whole' ? 'break-all' : 'whitespace-nowrap'}>
      {form === 'whole' ? safe : shortenAddress(safe)}
    </bdi>
  )
  const page = href ?? links?.addressHref(address) ?? false
  return (
    <span>
      {page === false ? (
        text
      ) : (
        <PlainLink href={page} onFollow={onFollow ?? links?.onFollow}>
          {text}
        </PlainLink>
      )}
      {isBare !== true && <CopyButton text={address} what="address" />}
    </span>
  )
}
