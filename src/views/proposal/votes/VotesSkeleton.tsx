import { Section } from '../../../ui/page/Heading.tsx'
import { Skeleton } from '../../../ui/state/Skeleton.tsx'

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'] as const

/** The shape of the votes while they are read. */
export function VotesSkeleton() {
  return (
    <>
      <Section title="What is still missing">
        <div className="max-w-[80ch]">
          {ROWS.slice(0, 4).map((row) => (
            <div key={row} className="border-t border-rule py-2">
              <Skeleton lines={2} />
            </div>
          ))}
          <Skeleton lines={3} />
        </div>
      </Section>
      <Section title="What delegators changed">
        <Skeleton lines={5} />
      </Section>
      <Section title="Votes" id="votes">
        <Skeleton label="the votes" lines={3} />
        {ROWS.map((row) => (
          <div key={row} className="border-b border-rule py-2">
            <Skeleton lines={2} />
          </div>
        ))}
      </Section>
    </>
  )
}
