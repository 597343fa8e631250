import type { AepLink, LinkProposal, LinkTarget, ProposalStanding } from '../../domain/link/link.ts'
import type { Day } from '../../domain/registry/aep.ts'
import type { Relation } from '../../domain/registry/registry.ts'

/** How a branch is drawn: what is there, what is still ahead, what came to nothing. */
export type PathLine = 'solid' | 'dashed' | 'dotted'

/** Where a branch ends. */
export interface PathEnd {
  readonly label: string
  /** undefined: it has none, such as a vote that was lost. */
  readonly height: bigint | undefined
  readonly day: Day | undefined
  /** `past`: it was so, and is no more. */
  readonly look: 'good' | 'past' | 'ahead' | 'warn' | 'quiet'
}

/** One way from an AEP to the chain: by a vote, an upgrade, a height; or a shorter one. */
export interface PathBranch {
  readonly key: string
  readonly link: AepLink
  /** What stands on the arrow from the AEP. */
  readonly verb: string
  readonly line: PathLine
  /** The vote on the way to an upgrade. */
  readonly vote:
    | { readonly id: bigint; readonly standing: string; readonly endedOn: Day | undefined }
    | undefined
  readonly end: PathEnd
}

export interface AepPath {
  readonly branches: readonly PathBranch[]
  /** Texts that name it and do no more; they share one arrow. */
  readonly mentions: readonly AepLink[]
  /** Branches that are not drawn; they are in the table. */
  readonly undrawn: number
}

const MOST_DRAWN = 8

const ORDER: readonly Relation[] = ['delivers', 'amends', 'removes', 'funds']

/** The ways from an AEP to the chain, what brought it first. */
export function computePath(
  links: readonly AepLink[],
  proposals: readonly Pick<LinkProposal, 'id' | 'standing' | 'votingEndedOn'>[],
): AepPath {
  const byId = new Map(proposals.map((proposal) => [proposal.id, proposal]))
  const sorted = links
    .filter(({ relation }) => relation !== 'mentions')
    .toSorted(
      (a, b) => ORDER.indexOf(a.relation) - ORDER.indexOf(b.relation) || place(a) - place(b),
    )
  const firstDelivery = sorted.find((link) => link.relation === 'delivers' && isThere(link.target))
  const isRemoved = sorted.some(({ relation, target }) => relation === 'removes' && isThere(target))
  const branches = sorted.slice(0, MOST_DRAWN).map((link): PathBranch => {
    const { target, relation } = link
    const isLater =
      relation === 'delivers' &&
      target.kind === 'upgrade' &&
      firstDelivery !== undefined &&
      firstDelivery !== link
    const reached = endOf(link, isLater)
    const end = isRemoved && reached.look === 'good' ? toPast(reached) : reached
    return {
      key: `${relation} ${keyOf(target)}`,
      link,
      verb: verbOf(relation, isLater, end.look === 'ahead'),
      line: lineOf(end),
      vote: voteOf(target, byId),
      end,
    }
  })
  const drawn = new Set(sorted.map(({ target }) => keyOf(target)))
  const mentions = links.filter(
    ({ relation, target }) => relation === 'mentions' && !drawn.has(keyOf(target)),
  )
  return { branches, mentions, undrawn: sorted.length - branches.length }
}

/** What was removed again is not active any more. */
function toPast(end: PathEnd): PathEnd {
  const label = end.label.replace('Active since', 'Active from')
  return { ...end, label, look: 'past' }
}

function isThere(target: LinkTarget): boolean {
  return (
    target.kind === 'launch' ||
    (target.kind === 'upgrade' ? target.state === 'applied' : target.standing === 'passed')
  )
}

function place({ target }: AepLink): number {
  if (target.kind === 'launch') return Number.NEGATIVE_INFINITY
  return Number(target.kind === 'upgrade' ? target.height : target.proposalId)
}

function keyOf(target: LinkTarget): string {
  switch (target.kind) {
    case 'upgrade':
      return `upgrade ${target.name} ${target.height}`
    case 'launch':
      return `launch ${target.displayName}`
    case 'proposal':
      return `proposal ${target.proposalId}`
  }
}

function verbOf(relation: Relation, isLater: boolean, isAhead: boolean): string {
  switch (relation) {
    case 'delivers':
      if (isLater) return isAhead ? 'to be continued by' : 'continued by'
      return isAhead ? 'to be delivered by' : 'delivered by'
    case 'amends':
      return isAhead ? 'to be changed by' : 'changed by'
    case 'removes':
      return isAhead ? 'to be removed by' : 'removed by'
    case 'funds':
      return isAhead ? 'to be funded by' : 'funded by'
    case 'mentions':
      return 'mentioned in'
  }
}

function lineOf({ look }: PathEnd): PathLine {
  if (look === 'quiet') return 'dotted'
  return look === 'ahead' ? 'dashed' : 'solid'
}

function voteOf(
  target: LinkTarget,
  proposals: ReadonlyMap<bigint, Pick<LinkProposal, 'standing' | 'votingEndedOn'>>,
): PathBranch['vote'] {
  if (target.kind !== 'upgrade' || target.proposalId === undefined) return undefined
  const proposal = proposals.get(target.proposalId)
  return {
    id: target.proposalId,
    standing:
      proposal === undefined || proposal.standing === 'unknown'
        ? VOTE_OF_PLAN[target.state]
        : formatStanding(proposal.standing),
    endedOn: proposal?.votingEndedOn,
  }
}

type PlanKind = (LinkTarget & { kind: 'upgrade' })['state']

/** What the state of a plan tells of its vote. */
const VOTE_OF_PLAN: Readonly<Record<PlanKind, string>> = {
  applied: 'Passed',
  scheduled: 'Passed',
  'in-vote': 'In vote',
  'in-deposit': 'In deposit',
  rejected: 'Rejected',
  failed: 'Passed, without effect',
  cancelled: 'Passed',
  superseded: 'Passed',
  skipped: 'Passed',
  unknown: 'Outcome not known',
}

const STANDINGS: Readonly<Record<ProposalStanding, string>> = {
  'in-deposit': 'In deposit',
  'in-vote': 'In vote',
  passed: 'Passed',
  rejected: 'Rejected',
  failed: 'Passed, without effect',
  unknown: 'Outcome not known',
}

/** How a proposal stands, in a word or two. */
export function formatStanding(standing: ProposalStanding): string {
  return STANDINGS[standing]
}

function endOf({ target, relation }: AepLink, isLater: boolean): PathEnd {
  switch (target.kind) {
    case 'launch':
      return { label: 'Active since genesis', height: undefined, day: target.date, look: 'good' }
    case 'upgrade':
      return endOfPlan(target, relation, isLater)
    case 'proposal':
      return endOfProposal(target, relation)
  }
}

const NEVER: Readonly<Partial<Record<PlanKind, string>>> = {
  rejected: 'Voted down',
  failed: 'Could not be scheduled',
  cancelled: 'Cancelled before its height',
  superseded: 'Another plan took its place',
  skipped: 'Passed over at its height',
  unknown: 'Outcome not known',
}

function endOfPlan(
  target: LinkTarget & { readonly kind: 'upgrade' },
  relation: Relation,
  isLater: boolean,
): PathEnd {
  const { state, height, appliedOn: day } = target
  if (state === 'applied') {
    if (relation === 'removes') return { label: 'Removed at', height, day, look: 'warn' }
    const label = relation === 'amends' ? 'Changed at' : isLater ? 'Continued at' : 'Active since'
    return { label, height, day, look: 'good' }
  }
  if (state === 'scheduled' || state === 'in-vote' || state === 'in-deposit') {
    const label = state === 'scheduled' ? 'To come at' : 'If it passes, at'
    return { label, height, day: undefined, look: 'ahead' }
  }
  return { label: NEVER[state] ?? 'Not applied', height: undefined, day: undefined, look: 'quiet' }
}

function endOfProposal(
  target: LinkTarget & { readonly kind: 'proposal' },
  relation: Relation,
): PathEnd {
  const what = relation === 'funds' ? 'Funding' : 'Its messages'
  const end = { height: undefined, day: target.votingEndedOn }
  switch (target.standing) {
    case 'passed':
      return relation === 'funds'
        ? { ...end, label: 'Funding passed', look: 'good' }
        : { ...end, label: 'In effect by its messages', look: 'good' }
    case 'in-vote':
    case 'in-deposit':
      return { ...end, day: undefined, label: `${what}, if it passes`, look: 'ahead' }
    case 'rejected':
      return { ...end, label: 'Voted down', look: 'quiet' }
    case 'failed':
      return { ...end, label: 'Passed, without effect', look: 'quiet' }
    case 'unknown':
      return { ...end, label: 'Outcome not known', look: 'quiet' }
  }
}
