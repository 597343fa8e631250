import type { ReactNode } from 'react'

/** A band across the top of the page that says what the figures below are. It stays: what it says stays true. */
export function BannerFrame({
  title,
  children,
}: {
  readonly title: string
  readonly children?: ReactNode
}) {
  return (
    <div role="note" className="border-b border-rule bg-note py-2 text-s text-note-ink">
      <div className="mx-auto max-w-[1264px] px-4 sm:px-8">
        <b>{title}</b> {children}
      </div>
    </div>
  )
}
