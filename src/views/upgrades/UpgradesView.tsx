import { formatCount } from '../../domain/format-integer.ts'
import { type AepLinksReading, useAepLinks } from '../../queries/aep-links.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import type { UpgradeReport } from '../../queries/upgrade-report.ts'
import { type UpgradesReading, useUpgrades } from '../../queries/use-upgrades.ts'
import { Lede, PageTitle, Section } from '../../ui/page/Heading.tsx'
import { LiveNote } from '../../ui/page/LiveNote.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useNow } from '../../ui/use-now.ts'
import { Ahead } from './Ahead.tsx'
import { LedgerTimeline } from './LedgerTimeline.tsx'
import { ledgerColumns } from './ledger-columns.tsx'
import { isOpenCancellation, NeverApplied } from './NeverApplied.tsx'
import { NextPlan } from './next/NextPlan.tsx'
import { PlanLink } from './PlanLink.tsx'
import { ScheduledPlan } from './ScheduledPlan.tsx'
import { LedgerSkeleton, UpgradesSkeleton } from './UpgradesSkeleton.tsx'

/** `/upgrades`: what comes next, every upgrade there was and what it cost, and the plans that never came to be. */
export function UpgradesView() {
  const chain = useChain()
  const reading = useUpgrades()
  const links = useAepLinks()
  const now = useNow(chain.now, 1_000)
  const { report, listError } = reading
  useDocumentTitle('Upgrades')
  // The plan comes last and stands on top: what is below it would be shown only to move away.
  const isAwaited = report.plan.kind === 'loading' && listError === null
  return (
    <>
      <PageTitle>Upgrades</PageTitle>
      {isAwaited ? <UpgradesSkeleton /> : <Standing reading={reading} links={links} now={now} />}
    </>
  )
}

function Standing({
  reading,
  links,
  now,
}: {
  readonly reading: UpgradesReading
  readonly links: AepLinksReading
  readonly now: Date
}) {
  const { report, following, listError, retry } = reading
  const { ledger, source } = report
  const isAsked =
    ledger.ahead.some(({ state }) => state.kind !== 'scheduled') ||
    ledger.cancellations.some(({ state }) => isOpenCancellation(state))
  return (
    <>
      <UpgradesLede report={report} />
      {listError !== null && (
        <FailureMessage
          failure={describeQueryFailure(listError)}
          title={
            source === undefined
              ? 'The proposals could not be read'
              : 'Not all proposals could be read; what was read stays below'
          }
          onRetry={retry}
        />
      )}
      <Section title="Next">
        <NextPart report={report} onRetry={retry} />
      </Section>
      {isAsked && (
        <Section title="In vote" aside="what may still come">
          <Ahead
            ledger={ledger}
            isNothingScheduled={
              report.plan.kind === 'known' && report.plan.value.plan === undefined
            }
            now={now}
          />
        </Section>
      )}
      <Section
        title="Applied"
        aside={report.applied.kind === 'known' && formatCount(ledger.applied.length, 'upgrade')}
      >
        <AppliedPart report={report} links={links} now={now} onRetry={retry} />
      </Section>
      <Section title="Never applied">
        {source === undefined ? (
          listError === null ? (
            <Skeleton lines={3} label="plans that were not applied" />
          ) : (
            <p className="text-s text-ink-2">Not known: the proposals could not be read.</p>
          )
        ) : (
          <NeverApplied ledger={ledger} extent={report.extent} now={now} />
        )}
      </Section>
      {source !== undefined && (
        <SourceNote
          source={source}
          now={now}
          definition="Proposals, their votes and the chain's plan are those of this height. Applied upgrades come from the raw store of x/upgrade and are those up to this height."
        >
          <LiveNote {...following} />
        </SourceNote>
      )}
    </>
  )
}

/** The sentence first: how many there were, and what is next. */
function UpgradesLede({ report }: { readonly report: UpgradeReport }) {
  const { ledger, records, applied } = report
  const scheduled = ledger.ahead.find(({ state }) => state.kind === 'scheduled')
  const [last] = records
  return (
    <Lede>
      {scheduled !== undefined ? (
        <>
          <b>
            <PlanLink name={scheduled.plan.name} /> is next.
          </b>{' '}
        </>
      ) : (
        report.plan.kind === 'known' && (
          <>
            <b>No upgrade is scheduled.</b>{' '}
          </>
        )
      )}
      {applied.kind === 'known' &&
        (last === undefined ? (
          'None was applied on this chain so far.'
        ) : (
          <>
            {formatCount(records.length, 'upgrade')} so far, the last one{' '}
            <PlanLink name={last.row.plan.name} />.
          </>
        ))}
      {applied.kind === 'loading' && <Skeleton widthClass="w-48" />}
    </Lede>
  )
}

function NextPart({
  report,
  onRetry,
}: {
  readonly report: UpgradeReport
  readonly onRetry: () => void
}) {
  const { plan, ledger, source } = report
  const scheduled = ledger.ahead.find(({ state }) => state.kind === 'scheduled')
  if (scheduled !== undefined) {
    return (
      <>
        <ScheduledPlan row={scheduled} reached={source?.height} />
        <div className="mt-4">
          <NextPlan row={scheduled} />
        </div>
      </>
    )
  }
  if (plan.kind === 'failed') {
    return (
      <FailureMessage
        failure={plan.failure}
        title="Whether an upgrade is scheduled could not be read"
        onRetry={onRetry}
      />
    )
  }
  if (plan.kind === 'loading') {
    return <p className="text-s text-ink-2">Not known: the height to read at could not be had.</p>
  }
  return (
    <p className="max-w-measure border-t border-rule pt-2 text-s text-ink-2">
      The chain has no plan at this height. One appears here when its proposal has passed.
    </p>
  )
}

function AppliedPart({
  report,
  links,
  now,
  onRetry,
}: {
  readonly report: UpgradeReport
  readonly links: AepLinksReading
  readonly now: Date
  readonly onRetry: () => void
}) {
  const { applied, records, extent } = report
  if (applied.kind === 'loading') return <LedgerSkeleton />
  if (applied.kind === 'failed') {
    return (
      <FailureMessage
        failure={applied.failure}
        title="The applied upgrades could not be read"
        onRetry={onRetry}
      />
    )
  }
  if (records.length === 0) {
    return (
      <p className="max-w-measure border-t border-rule pt-2 text-s text-ink-2">
        The store of x/upgrade holds none up to this height.
      </p>
    )
  }
  return (
    <>
      <LedgerTimeline records={records} now={now} />
      <DataTable
        label="Applied upgrades"
        columns={ledgerColumns(now, extent, links)}
        rows={records}
        getKey={({ row }) => row.key}
        phoneRowClass="max-sm:grid-cols-[minmax(0,1fr)_auto]"
      />
      <SourceNote
        source={applied.source}
        now={now}
        definition="Applied upgrades are the keys 01 | height | name of the upgrade module's store, which no query lists. Stood still: the header of H+2 minus that of H+1, for a header carries the time at which the block before it was agreed on. Rounds: those that consensus needed for H+1, the first block of the new software. Vote end to height: from the end of the vote to the header of H. AEPs: those it delivered, and those it took out, by the letter of the strongest evidence (E explicit, D documentary, C curated); SIGs the same, Ch where only a charter says so."
      />
    </>
  )
}
