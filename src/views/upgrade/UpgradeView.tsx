import { getRouteApi, Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useAepLinks } from '../../queries/aep-links.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { findUpgrade } from '../../queries/find-upgrade.ts'
import { type UpgradesReading, useUpgrades } from '../../queries/use-upgrades.ts'
import { Kicker, Lede, PageTitle } from '../../ui/page/Heading.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { lazyPart } from '../../ui/state/lazy-part.tsx'
import { PlanName } from '../../ui/upgrade/PlanName.tsx'
import { useNow } from '../../ui/use-now.ts'
import { FoundUpgradeArticle } from './FoundUpgradeArticle.tsx'
import { UpgradeSkeleton } from './UpgradeSkeleton.tsx'

const NeverPlan = lazyPart(async () => (await import('./NeverPlan.tsx')).NeverPlan)

const route = getRouteApi('/upgrades/$name')

/** `/upgrades/:name` */
export function UpgradeView() {
  const { name } = route.useParams()
  return <NamedUpgrade key={name} name={name} />
}

function NamedUpgrade({ name }: { readonly name: string }) {
  const chain = useChain()
  const now = useNow(chain.now, 1_000)
  const reading = useUpgrades()
  // Here and not where it is shown: who begins to watch a reading that failed has it read again.
  const links = useAepLinks()
  const found = findUpgrade(reading.report, name)
  useDocumentTitle(`Upgrade ${name}`)
  // What is found before the plan is known can still turn out to be the plan, and then says more.
  if (found !== undefined && !isAwaited(reading)) {
    return <FoundUpgradeArticle found={found} reading={reading} links={links} now={now} />
  }
  const failure = failureOf(reading)
  if (failure !== undefined) {
    return (
      <>
        <Title name={name} />
        <div className="mt-6">
          <FailureMessage
            failure={failure}
            title="What is known of this upgrade could not be read"
            onRetry={reading.retry}
          />
        </div>
      </>
    )
  }
  return isEverythingRead(reading) ? (
    <AbsentUpgrade name={name} reading={reading} now={now} />
  ) : (
    <UpgradeSkeleton name={name} />
  )
}

/** Where a part is missing, that a name is not among the others says nothing. */
function failureOf({ listError, report }: UpgradesReading) {
  if (listError !== null) return describeQueryFailure(listError)
  if (report.applied.kind === 'failed') return report.applied.failure
  return report.plan.kind === 'failed' ? report.plan.failure : undefined
}

function isAwaited({ report, listError }: UpgradesReading): boolean {
  return listError === null && report.plan.kind === 'loading'
}

function isEverythingRead({ report }: UpgradesReading): boolean {
  return report.ledger.isComplete && report.applied.kind === 'known' && report.plan.kind === 'known'
}

function Title({ name }: { readonly name: string }) {
  return (
    <>
      <Kicker>Upgrade</Kicker>
      <PageTitle>
        <PlanName name={name} limit={200} />
      </PageTitle>
    </>
  )
}

function AbsentUpgrade({
  name,
  reading,
  now,
}: {
  readonly name: string
  readonly reading: UpgradesReading
  readonly now: Date
}) {
  const { source } = reading.report
  return (
    <>
      <Title name={name} />
      <Lede>
        The chain has had no plan of this name: none was applied, none is scheduled, and no proposal
        asks for one.
      </Lede>
      <Suspense fallback={null}>
        <NeverPlan name={name} />
      </Suspense>
      <Link to="/upgrades" search={{}}>
        All upgrades
      </Link>
      {source !== undefined && <SourceNote source={source} now={now} />}
    </>
  )
}
