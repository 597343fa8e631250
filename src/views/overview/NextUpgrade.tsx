import { Link } from '@tanstack/react-router'
import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import { isAddressableName } from '../../domain/upgrades/ledger/addressable-name.ts'
import { useReading } from '../../queries/nodes.ts'
import { Section } from '../../ui/page/Heading.tsx'
import { PlanName } from '../../ui/upgrade/PlanName.tsx'

/** The chain's plan in a line; nothing more is asked for it, and without one there is nothing to say. */
export function NextUpgrade({ reached }: { readonly reached: bigint }) {
  const plan = useReading()?.plan
  if (plan === undefined) return null
  const words = <PlanName name={plan.name} />
  return (
    <Section
      title="Next upgrade"
      aside={
        <Link to="/upgrades" search={{}}>
          All upgrades
        </Link>
      }
    >
      <p className="border-t border-rule pt-2 text-s">
        {isAddressableName(plan.name) ? (
          <Link to="/upgrades/$name" params={{ name: plan.name }} search={{}}>
            {words}
          </Link>
        ) : (
          words
        )}{' '}
        at height {formatInteger(plan.height)}
        {plan.height > reached
          ? `, in ${formatCount(plan.height - reached, 'block')}.`
          : ': the chain has come to it and stands until two thirds of the power have upgraded.'}
      </p>
    </Section>
  )
}
