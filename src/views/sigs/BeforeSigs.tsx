import { formatCount } from '../../domain/format-integer.ts'
import { type LinkGround, type LinkTable, planKey } from '../../domain/link/link.ts'
import { UpgradeNameLink } from '../../ui/aep/UpgradeNameLink.tsx'
import { Section } from '../../ui/page/Heading.tsx'

/** Why upgrades of the first years have no SIG, and which of this chain's these are. */
export function BeforeSigs({
  linked,
}: {
  readonly linked: { readonly ground: LinkGround; readonly table: LinkTable } | undefined
}) {
  const upgrades =
    linked?.ground.plans
      .filter(({ name, height, state }) => {
        const owners = linked.table.planOwners.get(planKey(name, height))
        return state === 'applied' && owners?.kind === 'no-sig-existed'
      })
      .toSorted((a, b) => (a.height < b.height ? -1 : 1)) ?? []
  return (
    <Section title="Before 2023 no SIG existed">
      <p className="max-w-measure text-s text-ink-2">
        Akash's groups began in 2023. For an upgrade applied before, and for the AEPs it delivered,
        "no SIG existed" is the answer and not a gap in the record.
        {upgrades.length > 0 && (
          <>
            {' '}
            On this chain that holds for {formatCount(upgrades.length, 'upgrade')}:{' '}
            {upgrades.map(({ name, height }, index) => (
              <span key={planKey(name, height)}>
                {index > 0 && ', '}
                <UpgradeNameLink name={name} />
              </span>
            ))}
            .
          </>
        )}
      </p>
    </Section>
  )
}
