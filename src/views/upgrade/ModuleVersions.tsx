import { useQuery } from '@tanstack/react-query'
import { formatCount } from '../../domain/format-integer.ts'
import type { Source } from '../../domain/source.ts'
import type { PlanState } from '../../domain/upgrades/upgrade.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { moduleVersionsQuery } from '../../queries/upgrades.ts'
import { Section } from '../../ui/page/Heading.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'

/** The modules the chain has now and the versions of their state: what upgrades have made of them. */
export function ModuleVersions({
  picture,
  state,
  now,
}: {
  readonly picture: Source
  readonly state: PlanState
  readonly now: Date
}) {
  const chain = useChain()
  const { data, error, refetch } = useQuery({
    ...moduleVersionsQuery(chain, picture),
    placeholderData: (previous, query) => (query?.queryKey[0] === chain.key ? previous : undefined),
  })
  return (
    <Section
      title="Modules now"
      aside={data === undefined ? undefined : formatCount(data.value.length, 'module')}
    >
      {data !== undefined ? (
        <>
          <p className="mb-2 border-t border-rule pt-2 text-s text-ink-2">
            The chain keeps only what is so now: which of these{' '}
            {state.kind === 'applied'
              ? 'this upgrade added or raised'
              : 'an upgrade adds or raises'}{' '}
            shows only beside a height before it.
          </p>
          <ul className="text-s sm:columns-3 sm:gap-x-8 lg:columns-4">
            {data.value.map(({ name, version }) => (
              <li key={name} className="flex break-inside-avoid justify-between gap-x-3 py-0.5">
                <HostileText text={name} limit={60} isCutSilently />
                <span className="tabular text-ink-2">{version.toString()}</span>
              </li>
            ))}
          </ul>
          <SourceNote
            source={data.source}
            now={now}
            definition="Consensus version of each module's state, which migrations raise."
          />
        </>
      ) : error === null ? (
        <Skeleton lines={6} label="the modules" />
      ) : (
        <FailureMessage
          failure={describeQueryFailure(error)}
          title="The modules could not be read"
          onRetry={() => void refetch()}
        />
      )}
    </Section>
  )
}
