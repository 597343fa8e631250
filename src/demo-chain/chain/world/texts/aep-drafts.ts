import { formatAccount } from '../accounts.ts'
import { akt } from '../coins.ts'
import { communityPoolSpend, marketParams } from '../messages.ts'
import type { Random } from '../random.ts'
import { ipfsMetadata, type ProposalDraft } from './draft.ts'

/** What the text of an upgrade says of an AEP. */
export interface AepPart {
  readonly kind: 'brings' | 'extends' | 'takes-out'
  readonly aep: number
}

const SUBJECTS: readonly [string, ...string[]] = [
  'Snapshots of Persistent Storage',
  'Receipts for Placed Bids',
  'Bid Deposits by Order Size',
  'Shared Volumes Within a Lease',
  'Reserved Capacity Windows',
  'Order Limits per Tenant',
  'Encrypted Volumes at Rest',
  'Lease Handover Between Providers',
  'Deposit Refunds in One Block',
]

/** Nobody shall look for a document of it. */
const INVENTED = 'The number and what stands behind it are inventions of this demo chain.'

function subjectOf(aep: number): string {
  return SUBJECTS[(aep - 101) % SUBJECTS.length] ?? SUBJECTS[0]
}

/** What an upgrade's text says it does about an AEP, as lines of Markdown. */
export function describeAepPart({ kind, aep }: AepPart): string {
  const subject = subjectOf(aep)
  switch (kind) {
    case 'brings':
      return `This release implements AEP-${aep}: ${subject}. Prepared by sig-storage.\n\n${INVENTED}`
    case 'extends':
      return `This release enables AEP-${aep} (${subject}) for leases that run already. Prepared by sig-storage.\n\n${INVENTED}`
    case 'takes-out':
      return `This release removes AEP-${aep} (${subject}): too few providers offered it.\n\n${INVENTED}`
  }
}

/** A wish that names an AEP and changes nothing. */
export function draftAepCall(aep: number, random: Random): ProposalDraft {
  return {
    title: `Two public calls on ${subjectOf(aep).toLowerCase()}`,
    summary: `Before a release is planned, providers and tenants should have talked about AEP-${aep} twice, in calls that anybody can join and whose notes are kept.

${INVENTED}`,
    metadata: ipfsMetadata(random),
    messages: [],
  }
}

/** Money for the work on an AEP. */
export function draftAepFunding(aep: number, random: Random): ProposalDraft {
  const sum = 12 + random.below(18)
  return {
    title: `Fund the work on AEP-${aep}`,
    summary: `${sum},000 AKT from the community pool for the work on AEP-${aep}, ${subjectOf(aep)}.

- a draft of the store's layout after two weeks
- a test network after four
- what is left goes back to the pool

${INVENTED}`,
    metadata: ipfsMetadata(random),
    messages: [communityPoolSpend(formatAccount(random.bytes(20)), akt(sum * 1000))],
  }
}

/** An AEP that parameters alone bring about. */
export function draftAepParams(aep: number, random: Random): ProposalDraft {
  const bids = 10 + 5 * random.below(5)
  return {
    title: `Market parameters of AEP-${aep}`,
    summary: `This proposal implements AEP-${aep}: ${subjectOf(aep)}. Its message sets the market's parameters, with at most ${bids} bids an order; no release is needed.

${INVENTED}`,
    metadata: ipfsMetadata(random),
    messages: [marketParams(1, bids)],
  }
}
