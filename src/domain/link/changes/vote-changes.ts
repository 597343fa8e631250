import { formatInteger } from '../../format-integer.ts'
import { shortChainText } from '../../upgrades/short-chain-text.ts'
import {
  type AepLink,
  type LinkGround,
  type LinkProposal,
  type LinkTable,
  planKey,
} from '../link.ts'
import { aboutAeps, relatedAeps } from './about-aeps.ts'
import type { ChangeKind, FoundChange } from './change.ts'
import { nameAeps } from './name-aeps.ts'

/** Votes that ended on upgrades, and on what delivers, funds or amends an AEP. */
export function listVoteChanges(ground: LinkGround, table: LinkTable): readonly FoundChange[] {
  const linked = new Map<bigint, AepLink[]>()
  for (const link of table.links) {
    const id = link.target.kind === 'launch' ? undefined : link.target.proposalId
    if (id === undefined) continue
    const links = linked.get(id)
    if (links === undefined) linked.set(id, [link])
    else links.push(link)
  }
  const scheduled = new Set(
    ground.plans.flatMap(({ name, height, state }) =>
      state === 'scheduled' ? planKey(name, height) : [],
    ),
  )
  return ground.proposals.flatMap((proposal): FoundChange[] => {
    const links = linked.get(proposal.id) ?? []
    const aeps = links.flatMap(({ relation, aep }) => (relation === 'mentions' ? [] : aep))
    const plan = proposal.action === 'upgrade' ? proposal.plan : undefined
    if (!isClosed(proposal) || (plan === undefined && aeps.length === 0)) return []
    const isAhead = plan !== undefined && scheduled.has(planKey(plan.name, plan.height))
    const kind: ChangeKind =
      proposal.standing !== 'passed'
        ? 'vote-rejected'
        : isAhead
          ? 'upgrade-scheduled'
          : 'vote-passed'
    return [
      {
        // One vote ends once, whatever became of its plan since.
        key: `${table.chainId}/proposal/${proposal.id}/closed`,
        day: proposal.votingEndedOn,
        kind,
        ...aboutAeps(aeps),
        upgrade: plan?.name,
        proposalId: proposal.id,
        sentence: `Proposal ${proposal.id} ${tell(proposal, links)}.`,
        source: `proposal ${proposal.id}`,
      },
    ]
  })
}

function isClosed({ standing }: LinkProposal): boolean {
  return standing === 'passed' || standing === 'rejected' || standing === 'failed'
}

const VERBS = [
  ['delivers', 'deliver'],
  ['removes', 'remove'],
  ['funds', 'fund'],
  ['amends', 'amend'],
] as const

function tell({ standing, action, plan }: LinkProposal, links: readonly AepLink[]): string {
  const isDone = standing === 'passed' && action !== 'upgrade'
  const effect = VERBS.flatMap(([relation, verb]) => {
    const aeps = relatedAeps(links, relation)
    return aeps.length === 0 ? [] : `${isDone ? relation : verb} ${nameAeps(aeps)}`
  }).join(' and ')
  if (isDone) return `passed and ${effect}`
  const outcome =
    standing === 'failed'
      ? 'passed, but its messages had no effect'
      : standing === 'rejected'
        ? 'was rejected'
        : 'passed'
  if (action !== 'upgrade' || plan === undefined) return `${outcome}; it was to ${effect}`
  const asked = `${shortChainText(plan.name, 60)} at height ${formatInteger(plan.height)}`
  return `${outcome}; it asked for ${asked}${effect === '' ? '' : `, to ${effect}`}`
}
