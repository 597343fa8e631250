import { Link } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import { formatRelative } from '../../domain/time.ts'
import { describePlanState } from '../../domain/upgrades/ledger/describe-plan-state.ts'
import { momentOf } from '../../domain/upgrades/ledger/record-date.ts'
import type { AepLinksReading } from '../../queries/aep-links.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import type { FoundUpgrade } from '../../queries/find-upgrade.ts'
import { standingOfLinks } from '../../queries/links-standing.ts'
import type { UpgradeRecord } from '../../queries/upgrade-report.ts'
import type { UpgradesReading } from '../../queries/use-upgrades.ts'
import { Callout } from '../../ui/page/Callout.tsx'
import { DefinitionList } from '../../ui/page/DefinitionList.tsx'
import { Kicker, Lede, PageTitle, Section } from '../../ui/page/Heading.tsx'
import { LiveNote } from '../../ui/page/LiveNote.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { lazyPart } from '../../ui/state/lazy-part.tsx'
import { useArrival } from '../../ui/state/use-arrival.ts'
import { HeightText } from '../../ui/text/HeightText.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { PlanName } from '../../ui/upgrade/PlanName.tsx'
import { PlanStatePill } from '../../ui/upgrade/PlanStatePill.tsx'
import { UpgradeDateText } from '../../ui/upgrade/UpgradeDateText.tsx'
import {
  DowntimeText,
  formatDowntime,
  LeadText,
  RoundText,
} from '../../ui/upgrade/UpgradeFigures.tsx'
import { AheadPlan } from './AheadPlan.tsx'
import { KnownFacts } from './KnownFacts.tsx'
import { ModuleVersions } from './ModuleVersions.tsx'
import { UpgradeAepsSkeleton } from './UpgradeAepsSkeleton.tsx'
import { UpgradeProposals } from './UpgradeProposals.tsx'
import { UPGRADE_ROWS } from './UpgradeSkeleton.tsx'

const UpgradeAeps = lazyPart(async () => (await import('./UpgradeAeps.tsx')).UpgradeAeps)

export interface FoundUpgradeArticleProps {
  readonly found: FoundUpgrade
  readonly reading: UpgradesReading
  readonly links: AepLinksReading
  readonly now: Date
}

const AHEAD: ReadonlySet<string> = new Set(['scheduled', 'in-vote', 'in-deposit'])

export function FoundUpgradeArticle({ found, reading, links, now }: FoundUpgradeArticleProps) {
  const { row, record } = found
  const { report, following, listError, retry } = reading
  const { plan, state } = row
  const { source } = report
  const height = state.kind === 'applied' ? state.height : plan.height
  const isRestShown = useArrival(standingOfLinks(links).kind !== 'reading')
  return (
    <article>
      <Kicker>
        Upgrade <PlanStatePill state={state} />
        {record?.known?.displayName !== undefined && (
          <span className="tracking-normal normal-case">{record.known.displayName}</span>
        )}
      </Kicker>
      <PageTitle>
        <PlanName name={plan.name} limit={200} />
      </PageTitle>
      <Lede>
        <UpgradeSentence row={row} record={record} reached={source?.height} now={now} />
      </Lede>
      {state.kind === 'failed' && state.reason !== '' && (
        <Callout tone="bad" title="Why it failed, in the chain's words">
          <HostileText text={state.reason} form="block" limit={1_000} />
        </Callout>
      )}
      {state.kind === 'applied' && plan.height !== state.height && (
        <Callout tone="warn">
          Its proposal asked for height {formatInteger(plan.height)}; the store has it as applied at{' '}
          {formatInteger(state.height)}.
        </Callout>
      )}
      {record?.lead.kind === 'inconsistent' && (
        <Callout tone="warn">
          The vote is on record as ending after the height. One of the two times is wrong, so how
          long validators had between them is not known.
        </Callout>
      )}
      {listError !== null && (
        <FailureMessage
          failure={describeQueryFailure(listError)}
          title="Not all proposals could be read"
          onRetry={retry}
        />
      )}
      <DefinitionList rows={rowsOf(height, record, now)} />
      {AHEAD.has(state.kind) && (
        <Section title="When it comes">
          <AheadPlan row={row} now={now} />
        </Section>
      )}
      {isJustApplied(row, source?.height) && (
        <p className="mt-4">
          <Link to="/upgrades/$name/halt" params={{ name: plan.name }} search={{}}>
            Halt room
          </Link>
          : which nodes have passed the height.
        </p>
      )}
      <Section title={found.others.length > 0 ? 'Proposals for this name' : 'Proposal'}>
        <UpgradeProposals found={found} extent={report.extent} now={now} />
      </Section>
      <Suspense
        fallback={
          <Section title="AEPs and SIGs">
            <UpgradeAepsSkeleton />
          </Section>
        }
      >
        <Section title="AEPs and SIGs">
          <UpgradeAeps row={row} reading={links} />
        </Section>
        {isRestShown && (
          <>
            <Section title="Info of the plan" aside="as its proposer wrote it">
              {plan.info === '' ? (
                <p className="border-t border-rule pt-2 text-s text-ink-2">
                  {row.proposal === undefined && state.kind === 'applied'
                    ? 'Not known: the store keeps only name and height of what was applied; the rest stands in the proposal.'
                    : 'The plan carries none: where binaries are to be had is not said on the chain.'}
                </p>
              ) : (
                <div className="border-t border-rule pt-2 font-mono text-s">
                  <HostileText text={plan.info} form="block" limit={1_500} />
                </div>
              )}
            </Section>
            {record?.known !== undefined && (
              <KnownFacts
                known={record.known}
                sources={record.knownSources}
                proposalId={row.proposalId}
              />
            )}
            {source !== undefined && <ModuleVersions picture={source} state={state} now={now} />}
            <p className="mt-8 text-s">
              <Link to="/upgrades" search={{}}>
                All upgrades
              </Link>
            </p>
            {source !== undefined && (
              <SourceNote
                source={source}
                now={now}
                definition="The state follows from the plans in proposals, the chain's plan at this height and the applied upgrades in the raw store of x/upgrade."
              >
                <LiveNote {...following} />
              </SourceNote>
            )}
          </>
        )}
      </Suspense>
    </article>
  )
}

/** The halt room goes on for so many blocks after the height. */
const ROOM_BLOCKS = 100n

function isJustApplied({ state }: FoundUpgrade['row'], reached: bigint | undefined): boolean {
  return state.kind === 'applied' && reached !== undefined && reached - state.height <= ROOM_BLOCKS
}

function rowsOf(height: bigint, record: UpgradeRecord | undefined, now: Date) {
  const values: Readonly<Record<(typeof UPGRADE_ROWS)[number][0], ReactNode>> = {
    height: <HeightText height={height} href={record === undefined ? false : undefined} />,
    date: record && <UpgradeDateText record={record.date} now={now} />,
    downtime: record && <DowntimeText figure={record.downtimeMs} />,
    round: record && <RoundText figure={record.round} />,
    lead: record && <LeadText lead={record.lead} />,
  }
  const shown = UPGRADE_ROWS.filter(([key]) => record !== undefined || key === 'height')
  return shown.map(([key, label]) => ({ key, label, value: values[key] }))
}

/** The sentence first: what became of it, when, and what it cost. */
function UpgradeSentence({
  row: { plan, state },
  record,
  reached,
  now,
}: Pick<FoundUpgrade, 'row' | 'record'> & {
  readonly reached: bigint | undefined
  readonly now: Date
}) {
  if (state.kind === 'applied') {
    const at = record === undefined ? undefined : momentOf(record.date)
    return (
      <>
        <b>Applied</b> at height {formatInteger(state.height)}
        {at !== undefined && `, ${formatRelative(at, now)}`}.
        {record?.downtimeMs.kind === 'known' &&
          ` The chain stood still for ${formatDowntime(record.downtimeMs.value)}.`}
      </>
    )
  }
  return (
    <>
      {describePlanState(state)}
      {state.kind === 'scheduled' &&
        reached !== undefined &&
        (plan.height > reached
          ? ` Its height is ${formatInteger(plan.height)}, ${formatCount(plan.height - reached, 'block')} after the height shown here.`
          : ` The chain has come to its height, ${formatInteger(plan.height)}.`)}
    </>
  )
}
