import type { LeaseName } from '../../domain/market/lease-name.ts'
import type { LeaseDetail } from '../../queries/market/read-lease.ts'
import { HolderLink } from '../../ui/market/HolderLink.tsx'
import { LeaseIdLink } from '../../ui/market/LeaseIdLink.tsx'
import { LeaseStateMark } from '../../ui/market/LeaseStateMark.tsx'
import { Section } from '../../ui/page/Heading.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { StateMessage } from '../../ui/state/StateMessage.tsx'
import { SkippedRecords } from './SkippedRecords.tsx'

export interface AbsentLeaseProps {
  readonly name: LeaseName
  readonly detail: LeaseDetail
  readonly now: Date
}

/** The chain has no lease of that name; perhaps others of the deployment. */
export function AbsentLease({ name, detail, now }: AbsentLeaseProps) {
  const { siblings, skipped, source, order } = detail
  const hasOrder = order.kind === 'known' && order.value !== undefined
  return (
    <>
      <div className="mt-6">
        <StateMessage
          title="The chain has no such lease"
          sentence={
            skipped.length > 0
              ? 'None of that name could be read, and records of its deployment had to be skipped: it may be among them.'
              : hasOrder
                ? 'There is the order, and no lease of it with this provider at this height.'
                : 'There is neither such an order nor a lease of it at this height. Leases are never deleted, so it never was.'
          }
          advice="Check the numbers, or look at what the tenant has."
        />
        <SkippedRecords skipped={skipped} />
      </div>
      {siblings.length > 0 && (
        <Section title="Leases of the same deployment">
          <ul className="text-s">
            {siblings.map((lease) => (
              <li
                key={`${lease.id.gseq}/${lease.id.oseq}/${lease.id.provider}/${lease.id.bseq}`}
                className="flex flex-wrap items-center gap-x-4 border-t border-rule py-1.5"
              >
                <LeaseIdLink id={lease.id} />
                <LeaseStateMark state={lease.state} />
                <span>
                  with <HolderLink as="provider" address={lease.id.provider} isBare />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <p className="mt-6 text-s">
        The tenant: <HolderLink as="tenant" address={name.owner} />
      </p>
      <SourceNote source={source} now={now} />
    </>
  )
}
