import { Link } from '@tanstack/react-router'
import type { UpgradeRecord } from '../../queries/upgrade-report.ts'
import { DefinitionList } from '../../ui/page/DefinitionList.tsx'
import { Section } from '../../ui/page/Heading.tsx'
import { ExternalLink } from '../../ui/text/ExternalLink.tsx'

/** What is on record of an upgrade outside of the chain, with where. */
export function KnownFacts({
  known,
  sources,
  proposalId,
}: {
  readonly known: NonNullable<UpgradeRecord['known']>
  readonly sources: readonly string[]
  /** What the chain itself links. */
  readonly proposalId: bigint | undefined
}) {
  const isOther = known.proposalId !== undefined && known.proposalId !== proposalId
  return (
    <Section title="On record elsewhere" aside="not from the chain">
      <DefinitionList
        rows={[
          { key: 'version', label: 'Release validators were told to run', value: known.version },
          ...(known.displayName === undefined
            ? []
            : [{ key: 'name', label: 'Called', value: known.displayName }]),
          ...(known.proposalId === undefined
            ? []
            : [
                {
                  key: 'proposal',
                  label: 'Proposal',
                  value: (
                    <>
                      {known.proposalId.toString()}
                      {isOther && proposalId !== undefined && (
                        <span className="text-warn">
                          {' '}
                          – the chain says{' '}
                          <Link
                            to="/proposals/$id"
                            params={{ id: proposalId.toString() }}
                            search={{}}
                          >
                            {proposalId.toString()}
                          </Link>
                          , which counts
                        </span>
                      )}
                    </>
                  ),
                },
              ]),
          {
            key: 'sources',
            label: 'Where',
            value: (
              <ul>
                {sources.map((source) => (
                  <li key={source}>
                    <ExternalLink url={source} />
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Section>
  )
}
