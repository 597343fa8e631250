import { useQuery } from '@tanstack/react-query'
import { REGISTRY_CHAIN_ID } from '../../domain/registry/registry.ts'
import { registryQuery } from '../../queries/registry.ts'
import { EvidenceSource } from '../../ui/aep/EvidenceLine.tsx'
import { Callout } from '../../ui/page/Callout.tsx'

/** What is on record of a name that others list as an upgrade and that never was a plan; nothing for other names. */
export function NeverPlan({ name }: { readonly name: string }) {
  const { data: registry } = useQuery(registryQuery())
  const known = registry?.neverPlans.find((one) => one.name === name)
  if (known === undefined) return null
  return (
    <Callout tone="note" title="It never was a plan">
      <p>
        On record of {REGISTRY_CHAIN_ID}: {known.reason}
      </p>
      <ul className="mt-1 text-xs">
        {known.sources.map((source) => (
          <li key={source}>
            <EvidenceSource source={source} />
          </li>
        ))}
      </ul>
    </Callout>
  )
}
