import type { LinkTarget } from '../link.ts'
import { parseProposalUrl } from '../parse-proposal-url.ts'
import type { Docket } from './docket.ts'

/** The proposal of akashnet-2 that an AEP's `resolution` field names, where the linker could place it on this chain. */
export interface NamedResolution {
  /** Its number on akashnet-2. */
  readonly proposalId: bigint
  /** Whether it is what brought the AEP, or asked for that. */
  readonly hasDelivered: boolean
  readonly target: LinkTarget
}

const RESOLUTION_RULES: ReadonlySet<string> = new Set(['resolution-field', 'shared-resolution'])

/** undefined: the field names no proposal, or one that this chain knows nothing of. */
export function findNamedResolution(docket: Docket, aep: number): NamedResolution | undefined {
  const resolution = docket.aepOf(aep)?.resolution
  const proposalId = resolution === undefined ? undefined : parseProposalUrl(resolution)
  if (proposalId === undefined) return undefined
  const named = docket.linksOf(aep).filter(({ evidence, target }) => {
    if (evidence.some(({ rule }) => RESOLUTION_RULES.has(rule))) return true
    // A stronger link to the same proposal leaves no room for the one that the field makes.
    return docket.isOwnChain && target.kind !== 'launch' && target.proposalId === proposalId
  })
  const delivering = named.find(({ relation }) => relation === 'delivers')
  const target = (delivering ?? named[0])?.target
  return target && { proposalId, hasDelivered: delivering !== undefined, target }
}
