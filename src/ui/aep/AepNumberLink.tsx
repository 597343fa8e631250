import type { ReactNode } from 'react'
import { PlainLink } from '../controls/PlainLink.tsx'
import { usePageLinks } from '../text/page-links.ts'

export interface AepNumberLinkProps {
  readonly aep: number
  /** Stands after the number, within the link: its title. */
  readonly children?: ReactNode
}

/** `AEP-76`, leading to its page. */
export function AepNumberLink({ aep, children }: AepNumberLinkProps) {
  const links = usePageLinks()
  const text = <span className="whitespace-nowrap">AEP-{aep}</span>
  if (links === undefined) {
    return (
      <span>
        {text}
        {children}
      </span>
    )
  }
  return (
    <PlainLink href={links.aepHref(aep)} onFollow={links.onFollow}>
      {text}
      {children}
    </PlainLink>
  )
}
