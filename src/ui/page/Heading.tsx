import type { ReactNode } from 'react'

interface TextProps {
  readonly children: ReactNode
}

/** The small line above a title: what kind of page this is, and its marks. */
export function Kicker({ children }: TextProps) {
  return (
    <div className="mb-1.5 flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1 text-xs tracking-[0.08em] text-ink-3 uppercase">
      {children}
    </div>
  )
}

/** The one h1 of a page. */
export function PageTitle({ children }: TextProps) {
  return <h1 className="text-xl tracking-tight text-balance sm:text-2xl">{children}</h1>
}

/** The sentence first: what the page has to say. */
export function Lede({ children }: TextProps) {
  return <p className="mt-3 mb-6 max-w-measure text-l">{children}</p>
}

export interface SectionProps {
  readonly title: ReactNode
  /** Where a link may lead. */
  readonly id?: string
  /** Beside the title: a count, a control. */
  readonly aside?: ReactNode
  readonly children: ReactNode
  /** `side` is the small capital form of the margin column. @default 'main' */
  readonly form?: 'main' | 'side'
}

/** A titled part of a page. */
export function Section({ title, id, aside, children, form = 'main' }: SectionProps) {
  if (form === 'side') {
    return (
      <section id={id} className="border-t border-rule-strong pt-3 pb-6 text-s">
        <h2 className="mb-2 text-xs font-medium tracking-[0.08em] text-ink-3 uppercase">{title}</h2>
        {children}
      </section>
    )
  }
  return (
    <section id={id} className="mt-8">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="text-l">{title}</h2>
        {aside !== undefined && <div className="text-s text-ink-2">{aside}</div>}
      </div>
      {children}
    </section>
  )
}
