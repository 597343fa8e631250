import { formatInteger } from '../../domain/format-integer.ts'

export interface HeightTextProps {
  readonly height: bigint | undefined
  /** A page about the block, of this site. */
  readonly href?: string | undefined
}

/** A block height with separators, which also keeps phones from taking it for a telephone number. */
export function HeightText({ height, href }: HeightTextProps) {
  if (height === undefined) return <span className="text-ink-3">not known</span>
  const text = <data value={height.toString()}>{formatInteger(height)}</data>
  return href === undefined ? text : <a href={href}>{text}</a>
}
