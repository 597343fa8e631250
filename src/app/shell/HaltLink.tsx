import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { haltPlanQuery } from '../../queries/halt-plan.ts'
import type { ConnectedSession } from '../session.ts'

/** From a page on a halted chain to the room of its halt. */
export function HaltLink({ session }: { readonly session: ConnectedSession }) {
  const { data } = useQuery(haltPlanQuery(session.chain, undefined))
  return data?.plan === undefined ? null : (
    <Link to="/upgrades/$name/halt" params={{ name: data.plan.name }} search={{}}>
      See who is back
    </Link>
  )
}
