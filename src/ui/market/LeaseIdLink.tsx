import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { type LeaseId, leaseKey } from '../../domain/market/lease.ts'
import { PlainLink } from '../controls/PlainLink.tsx'
import { usePageLinks } from '../text/page-links.ts'

export interface LeaseIdLinkProps {
  readonly id: LeaseId
  /** @default 'short' */
  readonly form?: 'short' | 'whole'
}

/** A lease by the number of its deployment, group and order; its whole id in the title and the address. */
export function LeaseIdLink({ id, form = 'short' }: LeaseIdLinkProps) {
  const links = usePageLinks()
  const key = leaseKey(id)
  const safe = sanitizeChainText(key)
  const text = (
    <bdi title={safe} className={form === 'whole' ? 'break-all' : 'tabular whitespace-nowrap'}>
      {form === 'whole' ? safe : `${id.dseq}/${id.gseq}/${id.oseq}`}
    </bdi>
  )
  if (links === undefined) return text
  return (
    <PlainLink href={links.leaseHref(key)} onFollow={links.onFollow}>
      {text}
    </PlainLink>
  )
}
