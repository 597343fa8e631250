import { AddressText } from '../text/AddressText.tsx'
import { usePageLinks } from '../text/page-links.ts'

export interface HolderLinkProps {
  readonly as: 'provider' | 'tenant'
  readonly address: string
  /** @default 'short' */
  readonly form?: 'short' | 'whole'
  /** Leaves the copy button out. @default false */
  readonly isBare?: boolean
}

/** A provider or tenant, linked to its page of the market. */
export function HolderLink({ as, address, form = 'short', isBare = false }: HolderLinkProps) {
  const links = usePageLinks()
  return (
    <AddressText
      address={address}
      form={form}
      href={links?.holderHref(as, address)}
      isBare={isBare}
    />
  )
}
