import { formatInteger } from '../format-integer.ts'
import { shortChainText } from '../upgrades/short-chain-text.ts'
import type { AepLink, Delivery } from './link.ts'

const NAMES: Readonly<Record<Delivery['kind'], string>> = {
  'nothing-found': 'Nothing found',
  mentioned: 'Mentioned only',
  'funding-passed': 'Funded',
  'in-vote': 'In vote',
  scheduled: 'Scheduled',
  'delivered-at-genesis': 'Delivered at genesis',
  delivered: 'Delivered',
  'delivered-by-messages': 'Delivered by messages',
  rejected: 'Rejected',
  removed: 'Removed',
}

/** A word or two for badges and filters. */
export function formatDeliveryKind(kind: Delivery['kind']): string {
  return NAMES[kind]
}

const NAME_LENGTH = 60

/** What became of an AEP on the chain, a sentence. Names of plans in it were made harmless. */
export function describeDelivery(delivery: Delivery): string {
  switch (delivery.kind) {
    case 'nothing-found':
      return 'No proposal and no upgrade that was read names it.'
    case 'mentioned':
      return `${sentenceStart(listed(delivery.by))} ${delivery.by.length === 1 ? 'names' : 'name'} it; nothing shows that it was delivered.`
    case 'funding-passed':
      return `Its funding passed with ${listed(delivery.by)}; nothing shows that it was delivered.`
    case 'in-vote':
      return delivery.standing === 'in-vote'
        ? `${sentenceStart(asked(delivery.by))} would bring it; the vote is open.`
        : `${sentenceStart(asked(delivery.by))} would bring it; it waits for its deposit.`
    case 'scheduled':
      return `The scheduled upgrade ${placed(delivery.by)} is to bring it.`
    case 'delivered-at-genesis':
      return `It was there when ${place(delivery.by)} began${launchDay(delivery.by)}.`
    case 'delivered': {
      const first = `Delivered by ${placed(delivery.first)}`
      if (delivery.later.length === 0) return `${first}.`
      return `${first}; ${joinWords(delivery.later.map(placed))} continued it.`
    }
    case 'delivered-by-messages':
      return `Delivered by the messages of ${listed(delivery.by)}, without an upgrade.`
    case 'rejected':
      return `${sentenceStart(asked(delivery.by))} was to bring it and ${fate(delivery.by)}.`
    case 'removed':
      return delivery.delivered === undefined
        ? `Removed by ${placed(delivery.by)}.`
        : `Delivered by ${placed(delivery.delivered)}, removed by ${placed(delivery.by)}.`
  }
}

/** `v2.0.0 at height 26,063,777`, `Mainnet 1`, `proposal 335`. */
function placed(link: AepLink): string {
  const { target } = link
  if (target.kind !== 'upgrade') return place(link)
  return `${place(link)} at height ${formatInteger(target.height)}`
}

function place({ target }: AepLink): string {
  switch (target.kind) {
    case 'upgrade':
      return shortChainText(target.name, NAME_LENGTH)
    case 'launch':
      return target.displayName
    case 'proposal':
      return `proposal ${target.proposalId}`
  }
}

/** `proposal 342 (v2.2.0)`. */
function asked(link: AepLink): string {
  const { target } = link
  if (target.kind !== 'upgrade' || target.proposalId === undefined) return place(link)
  return `proposal ${target.proposalId} (${place(link)})`
}

function launchDay({ target }: AepLink): string {
  return target.kind === 'launch' ? ` on ${target.date}` : ''
}

function fate({ target }: AepLink): string {
  const state =
    target.kind === 'upgrade'
      ? target.state
      : target.kind === 'proposal'
        ? target.standing
        : 'unknown'
  switch (state) {
    case 'rejected':
      return 'was voted down'
    case 'failed':
      return 'passed without effect'
    case 'cancelled':
      return 'was cancelled'
    case 'superseded':
      return 'gave way to another plan'
    case 'skipped':
      return 'was skipped'
    default:
      return 'came to nothing'
  }
}

const MOST_LISTED = 5

function listed(links: readonly AepLink[]): string {
  const names = [...new Set(links.map(place))]
  const rest = names.length - MOST_LISTED
  return joinWords(rest > 1 ? [...names.slice(0, MOST_LISTED), `${rest} others`] : names)
}

/** `a`, `a and b`, `a, b and c`. */
function joinWords(words: readonly string[]): string {
  const head = words.slice(0, -1)
  const last = words.at(-1) ?? ''
  return head.length === 0 ? last : `${head.join(', ')} and ${last}`
}

/** `proposal 5` begins a sentence with a capital; the name of a plan stays as it is. */
function sentenceStart(text: string): string {
  return text.startsWith('proposal ') ? `P${text.slice(1)}` : text
}
