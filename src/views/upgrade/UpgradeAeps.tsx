import { foldMentions } from '../../domain/link/fold-mentions.ts'
import type { AepLink, Owners } from '../../domain/link/link.ts'
import { linksOfPlan, ownersOfPlan, planOfRow } from '../../domain/link/links-of-plan.ts'
import type { Registry, Relation } from '../../domain/registry/registry.ts'
import type { LedgerRow } from '../../domain/upgrades/ledger/ledger.ts'
import type { AepLinksReading } from '../../queries/aep-links.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import type { LinkedRegistry } from '../../queries/linked-registry.ts'
import { standingOfLinks } from '../../queries/links-standing.ts'
import { EvidenceList } from '../../ui/aep/EvidenceList.tsx'
import { GroupLink } from '../../ui/aep/GroupLink.tsx'
import { LinkedAep } from '../../ui/aep/LinkedAep.tsx'
import { ScopeNote } from '../../ui/aep/ScopeNote.tsx'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { UpgradeAepsSkeleton } from './UpgradeAepsSkeleton.tsx'

/** What an upgrade brought and took out, who stands behind it, and how each is known. */
export function UpgradeAeps({
  row,
  reading,
}: {
  readonly row: LedgerRow
  readonly reading: AepLinksReading
}) {
  const standing = standingOfLinks(reading)
  if (reading.kind === 'failed') {
    return (
      <FailureMessage
        failure={describeQueryFailure(reading.error)}
        title="Its AEPs could not be worked out"
        onRetry={reading.retry}
      />
    )
  }
  if (reading.kind === 'loading' || standing.kind === 'reading') return <UpgradeAepsSkeleton />
  if (standing.kind === 'lost') {
    return (
      <p className="border-t border-rule pt-2 text-s text-ink-2">
        Not known: links are made from the chain’s proposals, which could not be read.
      </p>
    )
  }
  const { linked, extent } = standing
  const plan = planOfRow(row)
  const links = foldMentions(linksOfPlan(linked.table, plan))
  if (links.length === 0 && extent === 'reading') return <UpgradeAepsSkeleton />
  return (
    <>
      {links.length === 0 ? (
        <p className="border-t border-rule py-2 text-s">
          {extent === 'read'
            ? 'No AEP found: neither its proposal nor any record that was looked through names one.'
            : 'No AEP found in what was read; not all proposals could be.'}
        </p>
      ) : (
        <LinkGroups
          links={links}
          linked={linked}
          registry={reading.registry}
          isAhead={isAhead(row)}
          name={plan.name}
        />
      )}
      <PlanOwners owners={ownersOfPlan(linked.table, plan)} />
      <div className="mt-3">
        <ScopeNote table={linked.table} />
      </div>
    </>
  )
}

function isAhead({ state }: LedgerRow): boolean {
  return state.kind !== 'applied'
}

/** What stands before AEPs of an upgrade that was applied, and of one that was not. */
const WORDS: readonly (readonly [Relation, string, string])[] = [
  ['delivers', 'Delivered', 'Implements'],
  ['removes', 'Removed', 'Removes'],
  ['amends', 'Amended', 'Amends'],
  ['funds', 'Funded', 'Funds'],
  ['mentions', 'Mentioned', 'Mentions'],
]

function LinkGroups({
  links,
  linked,
  registry,
  isAhead,
  name,
}: {
  readonly links: readonly AepLink[]
  readonly linked: LinkedRegistry
  readonly registry: Registry
  readonly isAhead: boolean
  readonly name: string
}) {
  const { table, deliveries } = linked
  const titles = new Map(
    [...registry.laterAeps, ...registry.aeps].map(({ number, title }) => [number, title]),
  )
  return WORDS.map(([relation, past, present]) => {
    const own = links.filter((link) => link.relation === relation)
    if (own.length === 0) return null
    return (
      <div key={relation}>
        <h3 className="border-t border-rule-strong pt-2 text-s font-medium">
          {isAhead ? present : past}
        </h3>
        <ul>
          {own.map((link) => (
            <li
              key={link.aep}
              className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-2 border-b border-rule py-2 text-s last:border-b-0 sm:grid-cols-2"
            >
              <div>
                <LinkedAep
                  link={link}
                  title={titles.get(link.aep)}
                  delivery={deliveries.get(link.aep)}
                  owners={table.aepOwners.get(link.aep)}
                  to={name}
                  isEvidenceBeside
                />
              </div>
              <EvidenceList evidence={link.evidence} limit={2} />
            </li>
          ))}
        </ul>
      </div>
    )
  })
}

function PlanOwners({ owners }: { readonly owners: Owners | undefined }) {
  return (
    <>
      <h3 className="border-t border-rule-strong pt-2 text-s font-medium">SIGs behind it</h3>
      {owners?.kind === 'groups' ? (
        <ul>
          {owners.ties.map(({ group, evidence }) => (
            <li
              key={group}
              className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-1 border-b border-rule py-2 text-s last:border-b-0 sm:grid-cols-2"
            >
              <span>
                <GroupLink id={group} />
              </span>
              <EvidenceList evidence={evidence} limit={2} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="py-2 text-s text-ink-2">
          {owners?.kind === 'no-sig-existed'
            ? 'No SIG existed: the first groups met in January 2023.'
            : 'Not recorded.'}
        </p>
      )}
    </>
  )
}
