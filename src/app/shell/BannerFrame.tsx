import type { ReactNode } from 'react'
import { classNames } from '../../ui/class-names.ts'

/**
 * A band across the top of the page that says what the figures below are. It stays: what it says stays true. With a title
 * alone it keeps the place, on a phone, of sentences that are on their way.
 */
export function BannerFrame({
  title,
  children,
}: {
  readonly title: string
  readonly children?: ReactNode
}) {
  return (
    <div
      role="note"
      className={classNames(
        'border-b border-rule bg-note py-2 text-s text-note-ink',
        children === undefined && 'max-sm:min-h-[calc(5lh+1rem+1px)]',
      )}
    >
      <div className="mx-auto max-w-[1264px] px-4 sm:px-8">
        <b>{title}</b> {children}
      </div>
    </div>
  )
}
