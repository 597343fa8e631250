import type { ReactNode } from 'react'
import { Lede } from '../page/Heading.tsx'

/** The first sentence of a screen whose numbers still arrive: it keeps its room, so that what is below stays. */
export function SteadyLede({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flow-root min-h-[8.55rem] sm:min-h-[5.4rem]">
      <Lede>{children}</Lede>
    </div>
  )
}
