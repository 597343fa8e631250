import { Lede, Section } from '../../ui/page/Heading.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { TIMELINE_HEIGHT } from './LedgerTimeline.tsx'

/** Rows a chain with a history has at least; more come below. */
const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

export function UpgradesSkeleton() {
  return (
    <>
      <Lede>
        <Skeleton label="the upgrades" widthClass="w-3/5" />
      </Lede>
      <Section title="Next">
        <Skeleton lines={2} />
      </Section>
      <Section title="Applied">
        <LedgerSkeleton />
      </Section>
    </>
  )
}

export function LedgerSkeleton() {
  return (
    <>
      <div className="mt-4 mb-8" style={{ height: TIMELINE_HEIGHT }} />
      {ROWS.map((key) => (
        <div key={key} className="border-t border-rule py-2 text-s">
          <Skeleton lines={2} widthClass="w-4/5" />
        </div>
      ))}
    </>
  )
}
