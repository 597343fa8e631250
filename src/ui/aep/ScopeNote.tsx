import { formatCount } from '../../domain/format-integer.ts'
import type { LinkTable } from '../../domain/link/link.ts'
import { REGISTRY_CHAIN_ID } from '../../domain/registry/registry.ts'
import { HostileText } from '../text/HostileText.tsx'

/** Which records of akashnet-2 hold on the chain shown; nothing where it is akashnet-2. */
export function ScopeNote({ table }: { readonly table: Pick<LinkTable, 'chainId' | 'scope'> }) {
  const { chainId, scope } = table
  if (scope.kind === 'own-chain') return null
  return (
    <p className="max-w-measure text-s text-ink-2">
      This chain is <HostileText text={chainId} limit={60} isCutSilently />, and what is on record
      is about {REGISTRY_CHAIN_ID}.{' '}
      {scope.kind === 'none'
        ? 'None of its upgrades was applied here under the same name and height, so only what proposals of this chain say counts.'
        : `The record counts here for the ${formatCount(scope.names.length, 'upgrade')} applied under the same name and height; beyond those only what proposals of this chain say.`}
    </p>
  )
}
