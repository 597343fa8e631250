import { classNames } from '../class-names.ts'

/** What a cell says, on a phone, where the headings of the table are out of sight. */
export function PhoneLabel({
  children,
  isInline = false,
}: {
  readonly children: string
  /** Before the value and not above it. @default false */
  readonly isInline?: boolean
}) {
  return (
    <span className={classNames('text-xs text-ink-3 sm:hidden', isInline ? 'me-1' : 'block')}>
      {children}
    </span>
  )
}
