import { Link } from '@tanstack/react-router'
import { formatCount } from '../../domain/format-integer.ts'
import { isAddressableName } from '../../domain/upgrades/ledger/addressable-name.ts'
import type { LedgerRow } from '../../domain/upgrades/ledger/ledger.ts'
import { HeightText } from '../../ui/text/HeightText.tsx'
import { PlanLink } from './PlanLink.tsx'

/** The chain's plan in one sentence. */
export function ScheduledPlan({
  row,
  reached,
}: {
  readonly row: LedgerRow
  /** Height of the picture; undefined where it is not known. */
  readonly reached: bigint | undefined
}) {
  const { plan, proposal } = row
  return (
    <p className="max-w-measure border-t border-rule pt-2">
      <b>
        <PlanLink name={plan.name} />
      </b>{' '}
      at height <HeightText height={plan.height} href={false} />
      {reached !== undefined &&
        (plan.height > reached
          ? `, ${formatCount(plan.height - reached, 'block')} after the height shown here`
          : ', which the chain has come to')}
      {proposal === undefined ? (
        '. No proposal for it is known.'
      ) : (
        <>
          , by{' '}
          <Link to="/proposals/$id" params={{ id: proposal.id.toString() }} search={{}}>
            proposal {proposal.id.toString()}
          </Link>
          .
        </>
      )}{' '}
      {isAddressableName(plan.name) && (
        <Link to="/upgrades/$name/halt" params={{ name: plan.name }} search={{}}>
          Halt room
        </Link>
      )}
    </p>
  )
}
