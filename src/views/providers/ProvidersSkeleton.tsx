import type { ReactNode } from 'react'
import { SteadyLede } from '../../ui/market/SteadyLede.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'

/** The places of the sentence and the table. */
export function ProvidersSkeleton({ note }: { readonly note?: ReactNode }) {
  return (
    <>
      <SteadyLede>
        <Skeleton lines={2} label="the providers" />
      </SteadyLede>
      {note}
      <div className="h-8" />
      <div className="mt-8">
        <Skeleton lines={24} />
      </div>
    </>
  )
}
