import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useReading } from '../../queries/nodes.ts'
import { Section } from '../../ui/page/Heading.tsx'
import { lazyPart } from '../../ui/state/lazy-part.tsx'
import { MarketNowSkeleton } from './MarketNowSkeleton.tsx'

const MarketNow = lazyPart(async () => (await import('./MarketNow.tsx')).MarketNow)

/** The market in three numbers, on a chain that has one. */
export function MarketSection() {
  const modules = useReading()?.modules
  if (modules === undefined || !modules.has('market')) return null
  return (
    <Section
      title="The market now"
      aside={
        <Link to="/market" search={{}}>
          The whole market
        </Link>
      }
    >
      <div className="min-h-44 lg:min-h-28">
        <Suspense fallback={<MarketNowSkeleton />}>
          <MarketNow />
        </Suspense>
      </div>
    </Section>
  )
}
