import { Link } from '@tanstack/react-router'
import { isAddressableName } from '../../domain/upgrades/ledger/addressable-name.ts'
import { PlanName } from '../../ui/upgrade/PlanName.tsx'

/** A plan's name, leading to its page where an address can carry it. */
export function PlanLink({ name }: { readonly name: string }) {
  return isAddressableName(name) ? (
    <Link to="/upgrades/$name" params={{ name }} search={{}}>
      <PlanName name={name} />
    </Link>
  ) : (
    <PlanName name={name} />
  )
}
