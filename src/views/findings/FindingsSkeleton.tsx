import { Lede } from '../../ui/page/Heading.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'

/** The screen's own shape while documents and chain are being read. */
export function FindingsSkeleton() {
  return (
    <>
      <Lede>
        <Skeleton label="the disagreements" lines={2} />
      </Lede>
      <div aria-hidden="true" className="border-t border-rule-strong text-s">
        {Array.from({ length: 11 }, (_, index) => index).map((row) => (
          <div key={row} className="border-b border-rule py-1.5">
            <Skeleton widthClass={row % 3 === 0 ? 'w-2/5' : 'w-1/4'} />
          </div>
        ))}
      </div>
    </>
  )
}
