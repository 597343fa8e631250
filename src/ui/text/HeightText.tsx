import { formatInteger } from '../../domain/format-integer.ts'
import { PlainLink } from '../controls/PlainLink.tsx'
import { usePageLinks } from './page-links.ts'

export interface HeightTextProps {
  readonly height: bigint | undefined
  /** @default the page of the block, where the app has one; false leaves it a text */
  readonly href?: string | false | undefined
}

/** A block height with separators, which also keeps phones from taking it for a telephone number. */
export function HeightText({ height, href }: HeightTextProps) {
  const links = usePageLinks()
  if (height === undefined) return <span className="text-ink-3">not known</span>
  const text = <data value={height.toString()}>{formatInteger(height)}</data>
  const page = href ?? links?.heightHref(height) ?? false
  return page === false ? (
    text
  ) : (
    <PlainLink href={page} onFollow={links?.onFollow}>
      {text}
    </PlainLink>
  )
}
