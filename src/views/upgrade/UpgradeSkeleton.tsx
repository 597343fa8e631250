import { DefinitionList } from '../../ui/page/DefinitionList.tsx'
import { Kicker, PageTitle, Section } from '../../ui/page/Heading.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { PlanName } from '../../ui/upgrade/PlanName.tsx'

/** Rows in their order; `FoundUpgradeArticle` fills the same ones. */
export const UPGRADE_ROWS = [
  ['height', 'Height'],
  ['date', 'Applied'],
  ['downtime', 'Stood still'],
  ['round', 'Rounds for the first new block'],
  ['lead', 'Vote end to height'],
] as const

export function UpgradeSkeleton({ name }: { readonly name: string }) {
  return (
    <>
      <Kicker>Upgrade</Kicker>
      <PageTitle>
        <PlanName name={name} limit={200} />
      </PageTitle>
      <div className="mt-3 mb-6 max-w-measure text-l">
        <Skeleton lines={2} label="this upgrade" />
      </div>
      <DefinitionList
        rows={UPGRADE_ROWS.map(([key, label]) => ({
          key,
          label,
          value: <Skeleton widthClass="w-64 max-w-full" />,
        }))}
      />
      <Section title="Proposals">
        <Skeleton lines={3} />
      </Section>
    </>
  )
}
