import type { Proposal } from '../../proposal.ts'
import type { UpgradeEta } from '../eta/upgrade-eta.ts'

export function sourceOfProposal(proposal: Proposal | undefined): string {
  return proposal === undefined ? 'no proposal found' : `proposal ${proposal.id}`
}

export function sourceOfEta(eta: UpgradeEta | undefined): string {
  return eta?.kind === 'range'
    ? `estimate from ${eta.sample.count} headers`
    : 'heights of the chain and the plan'
}
