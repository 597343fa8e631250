import type {
  Proposal,
  ProposalStatus,
  TallyResult,
} from '../../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import type { Any } from '../../../chain/proto/generated/google/protobuf/any.ts'
import type { KnownProposal } from '../../../data/known-proposals.ts'
import { KNOWN_PROPOSALS } from '../../../data/known-proposals.ts'
import { formatAccount } from './accounts.ts'
import { EXPEDITED_DEPOSIT, MIN_DEPOSIT } from './chain-params.ts'
import { akt, uaktCoins } from './coins.ts'
import type { Epoch } from './epoch.ts'
import type { LegacyContent } from './messages.ts'
import { communityPoolSpend, legacyContent, softwareUpgrade } from './messages.ts'
import type { PastTimes } from './past-times.ts'
import { reckonPastTimes } from './past-times.ts'
import { toTimestamp } from './proto-times.ts'
import type { Random } from './random.ts'
import { createRandom } from './random.ts'

/** The last id voted on before v1.0.0, which moved all that were there into the new form. */
const LAST_LEGACY_ID = 308n

const PASSED: ProposalStatus = 3
const REJECTED: ProposalStatus = 4
const FAILED: ProposalStatus = 5

/**
 * Mainnet's known proposals whose votes were over when the chain begins: ids, titles, kinds, results, plans, dates and
 * tallies are facts as far as they are known. What a proposal's record needs beyond them is invented, and its summary
 * says so.
 */
export function createPastProposals(epoch: Epoch): readonly Proposal[] {
  const random = createRandom(`past ${epoch.seed}`)
  const times = reckonPastTimes(KNOWN_PROPOSALS)
  return KNOWN_PROPOSALS.flatMap((known, index) => {
    const time = times[index]
    const proposal = time && createPastProposal(known, time, random)
    return time === undefined || time.votingEnd >= epoch.genesisTime.getTime()
      ? []
      : (proposal ?? [])
  })
}

function createPastProposal(known: KnownProposal, times: PastTimes, random: Random): Proposal {
  const isLegacy = known.id <= LAST_LEGACY_ID
  const title = known.title ?? `Proposal ${known.id} (title not recorded)`
  const summary = describePast(known)
  const content = createContent(known, random)
  const proposer = formatAccount(random.bytes(20))
  const deposit = akt(known.isExpedited === true ? EXPEDITED_DEPOSIT : MIN_DEPOSIT)
  return {
    id: known.id,
    messages: isLegacy
      ? [legacyContent(title, summary, content)]
      : createMessages(known, content, title, summary),
    status: statusOf(known),
    finalTallyResult: createTally(known, random),
    submitTime: toTimestamp(times.submittedAt),
    depositEndTime: toTimestamp(times.submittedAt + 14 * 86_400_000),
    totalDeposit: uaktCoins(deposit),
    votingStartTime: toTimestamp(times.votingStart),
    votingEndTime: toTimestamp(times.votingEnd),
    metadata: '',
    title,
    summary,
    proposer: isLegacy ? '' : proposer,
    expedited: known.isExpedited === true,
    failedReason: reasonOf(known),
  }
}

function statusOf({ result }: KnownProposal): ProposalStatus {
  return result === 'rejected' ? REJECTED : result === 'failed' ? FAILED : PASSED
}

function reasonOf({ result }: KnownProposal): string {
  if (result === 'rejected') return 'proposal did not get enough votes to pass'
  return result === 'failed' ? 'community pool does not have sufficient coins to distribute' : ''
}

function describePast(known: KnownProposal): string {
  const { topic, kind, result, amountUakt, tallyAkt } = known
  const record = topic === undefined ? '' : `On record about it: ${topic}.\n\n`
  const invented = [
    'its text',
    ...(kind === undefined ? ['its kind'] : []),
    ...(result === undefined ? ['its result'] : []),
    ...(kind === 'community-pool-spend' ? ['the recipient'] : []),
    ...(kind === 'community-pool-spend' && amountUakt === undefined ? ['the amount'] : []),
    ...(kind === 'parameter-change' ? ['the changed value'] : []),
    ...(tallyAkt === undefined ? ['the tally'] : []),
  ]
  return `${record}Not on record, and invented for this demo chain: ${invented.join(', ')}.`
}

function createContent(known: KnownProposal, random: Random): LegacyContent {
  const recipient = formatAccount(random.bytes(20))
  const amountUakt = known.amountUakt ?? akt((20 + random.below(280)) * 1000)
  if (known.plan !== undefined) {
    const { name, height } = known.plan
    const info = `https://raw.githubusercontent.com/akash-network/net/main/mainnet/upgrades/${name}/info.json`
    return { kind: 'upgrade', name, height, info }
  }
  if (known.kind === 'community-pool-spend') return { kind: 'spend', recipient, amountUakt }
  if (known.kind === 'parameter-change') {
    const value = `"0.${10 + random.below(15)}0000000000000000"`
    return { kind: 'parameter', subspace: 'distribution', key: 'communitytax', value }
  }
  return { kind: 'text' }
}

function createMessages(
  { messageType }: KnownProposal,
  content: LegacyContent,
  title: string,
  summary: string,
): Any[] {
  if (content.kind === 'upgrade') {
    return [softwareUpgrade(content.name, content.height, content.info)]
  }
  if (content.kind === 'spend') return [communityPoolSpend(content.recipient, content.amountUakt)]
  // Of a message of which only the type is known there is only the type.
  if (messageType !== undefined) return [{ typeUrl: messageType, value: new Uint8Array() }]
  return [legacyContent(title, summary, content)]
}

function createTally({ result, tallyAkt }: KnownProposal, random: Random): TallyResult {
  if (tallyAkt !== undefined) {
    return {
      yesCount: String(tallyAkt.yes * 1_000_000n),
      abstainCount: String(tallyAkt.abstain * 1_000_000n),
      noCount: String(tallyAkt.no * 1_000_000n),
      noWithVetoCount: String(tallyAkt.noWithVeto * 1_000_000n),
    }
  }
  const voted = (0.42 + random.next() * 0.3) * 120e6
  const isRejected = result === 'rejected'
  const no = voted * (isRejected ? 0.5 + random.next() * 0.1 : random.next() * 0.08)
  const abstain = voted * random.next() * 0.07
  const veto = voted * random.next() * 0.01
  return {
    yesCount: String(akt(voted - no - abstain - veto)),
    abstainCount: String(akt(abstain)),
    noCount: String(akt(no)),
    noWithVetoCount: String(akt(veto)),
  }
}
