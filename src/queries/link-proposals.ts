import type { LinkProposal, ProposalAction, ProposalStanding } from '../domain/link/link.ts'
import type { Proposal, ProposalStatus } from '../domain/proposal.ts'
import { mayNameAny, readMessageTexts } from './message-texts.ts'

/** Proposals as the linker sees them, beside what they were made from. */
export interface LinkProposals {
  /** The same array as before where none has changed. */
  readonly proposals: readonly LinkProposal[]
  readonly madeFrom: ReadonlyMap<bigint, Proposal>
}

/** `before`: of the same chain. What is in it unchanged is taken as it is. */
export async function toLinkProposals(
  proposals: readonly Proposal[],
  before?: LinkProposals,
): Promise<LinkProposals> {
  const known = new Map(before?.proposals.map((one) => [one.id, one]))
  const made: LinkProposal[] = []
  let isSame = before?.proposals.length === proposals.length
  for (const proposal of proposals) {
    const old = before?.madeFrom.get(proposal.id)
    const kept =
      old !== undefined && isSameProposal(old, proposal) ? known.get(proposal.id) : undefined
    if (kept === undefined) isSame = false
    made.push(kept ?? (await toLinkProposal(proposal)))
  }
  if (isSame && before !== undefined) return before
  return { proposals: made, madeFrom: new Map(proposals.map((one) => [one.id, one])) }
}

async function toLinkProposal(proposal: Proposal): Promise<LinkProposal> {
  const { id, title, status, messages, votingEndsAt } = proposal
  const written = [
    { field: 'title', text: title },
    { field: 'summary', text: proposal.summary },
    { field: 'metadata', text: proposal.metadata },
  ] as const
  const naming = messages.filter(({ value }) => mayNameAny(value))
  const inMessages = naming.length === 0 ? [] : await readMessageTexts(naming)
  const told = new Set<string>(written.map(({ text }) => text))
  const plan = messages.findLast((message) => message.plan !== undefined)?.plan
  const standing = STANDINGS[status]
  const isOver = standing === 'passed' || standing === 'rejected' || standing === 'failed'
  return {
    id,
    title,
    standing,
    action: actionOf(messages.map(({ contentTypeUrl }) => contentTypeUrl)),
    texts: [
      ...written.filter(({ text }) => text !== ''),
      // Legacy content carries title and summary once more.
      ...inMessages
        .filter((text) => !told.has(text))
        .map((text) => ({ field: 'message' as const, text })),
    ],
    plan: plan === undefined ? undefined : { name: plan.name, height: plan.height },
    votingEndedOn: isOver ? votingEndsAt?.toISOString().slice(0, 10) : undefined,
  }
}

const STANDINGS: Readonly<Record<ProposalStatus, ProposalStanding>> = {
  PROPOSAL_STATUS_UNSPECIFIED: 'unknown',
  PROPOSAL_STATUS_DEPOSIT_PERIOD: 'in-deposit',
  PROPOSAL_STATUS_VOTING_PERIOD: 'in-vote',
  PROPOSAL_STATUS_PASSED: 'passed',
  PROPOSAL_STATUS_REJECTED: 'rejected',
  PROPOSAL_STATUS_FAILED: 'failed',
}

/** Only what it does counts; other types change something else. */
const ACTIONS: ReadonlyMap<string, ProposalAction> = new Map([
  ['/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade', 'upgrade'],
  ['/cosmos.upgrade.v1beta1.SoftwareUpgradeProposal', 'upgrade'],
  ['/ibc.core.client.v1.MsgIBCSoftwareUpgrade', 'upgrade'],
  ['/ibc.core.client.v1.UpgradeProposal', 'upgrade'],
  ['/cosmos.upgrade.v1beta1.MsgCancelUpgrade', 'cancel-upgrade'],
  ['/cosmos.upgrade.v1beta1.CancelSoftwareUpgradeProposal', 'cancel-upgrade'],
  ['/cosmos.distribution.v1beta1.MsgCommunityPoolSpend', 'spend'],
  ['/cosmos.distribution.v1beta1.CommunityPoolSpendProposal', 'spend'],
  ['/cosmos.distribution.v1beta1.CommunityPoolSpendProposalWithDeposit', 'spend'],
  ['/cosmos.protocolpool.v1.MsgCommunityPoolSpend', 'spend'],
  ['/cosmos.protocolpool.v1.MsgCreateContinuousFund', 'spend'],
  ['/cosmos.bank.v1beta1.MsgSend', 'spend'],
  ['/cosmos.bank.v1beta1.MsgMultiSend', 'spend'],
  ['/cosmos.gov.v1beta1.TextProposal', 'text'],
  // A wrapper whose content could not be read.
  ['/cosmos.gov.v1.MsgExecLegacyContent', 'unknown'],
])

/** Of several messages the one that says most of what the proposal is for. */
const WEIGHTIEST: readonly ProposalAction[] = [
  'upgrade',
  'cancel-upgrade',
  'unknown',
  'spend',
  'messages',
  'text',
]

/** What a proposal does, by the types of what it carries; without a message it is a text. */
export function actionOf(contentTypeUrls: readonly string[]): ProposalAction {
  const actions = new Set(contentTypeUrls.map((url) => ACTIONS.get(url) ?? 'messages'))
  return WEIGHTIEST.find((action) => actions.has(action)) ?? 'text'
}

/** A chain never changes what a proposal says, only how it stands. */
function isSameProposal(a: Proposal, b: Proposal): boolean {
  return (
    a === b ||
    (a.status === b.status &&
      a.votingEndsAt?.getTime() === b.votingEndsAt?.getTime() &&
      a.title === b.title &&
      a.summary === b.summary &&
      a.metadata === b.metadata &&
      a.messages.length === b.messages.length &&
      a.messages.every(
        ({ typeUrl, value }, index) =>
          typeUrl === b.messages[index]?.typeUrl &&
          value.length === b.messages[index]?.value.length,
      ))
  )
}
