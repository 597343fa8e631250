import { nameAeps } from '../changes/name-aeps.ts'
import type { Finding, FindingLine } from '../finding.ts'
import type { Docket, FindingRule } from './docket.ts'
import { documentLine } from './document-line.ts'
import { findNamedResolution } from './named-resolution.ts'

/** One proposal is the resolution of several AEPs, and did not deliver each of them. */
export const findSharedResolutions: FindingRule = (docket) => {
  const sharers = new Map<bigint, { delivered: number[]; others: number[] }>()
  for (const { number } of docket.aeps) {
    const resolution = findNamedResolution(docket, number)
    if (resolution === undefined) continue
    const { proposalId, hasDelivered } = resolution
    const group = sharers.get(proposalId) ?? { delivered: [], others: [] }
    sharers.set(proposalId, group)
    if (hasDelivered) group.delivered.push(number)
    else group.others.push(number)
  }
  return [...sharers].flatMap(([proposalId, { delivered, others }]) => {
    const all = [...delivered, ...others].sort((a, b) => a - b)
    if (all.length < 2 || others.length === 0) return []
    const outcome =
      delivered.length === 0
        ? `it delivered ${all.length === 2 ? 'neither' : 'none'} of them`
        : `it delivered only ${nameAeps(delivered)}`
    const explanation = `${nameAeps(all)} name the same resolution, proposal ${proposalId}; ${outcome}.`
    const lines = all.slice(0, SHOWN).map((number) => resolutionLine(docket, number, proposalId))
    return all.map((aep): Finding => ({ aep, kind: 'resolution-shared', explanation, lines }))
  })
}

/** Sharers whose lines are shown; a hostile index may hold any number. */
const SHOWN = 8

function resolutionLine(docket: Docket, aep: number, proposalId: bigint): FindingLine {
  return documentLine(aep, 'resolution', docket.aepOf(aep)?.resolution ?? `proposal ${proposalId}`)
}
