import { describe, expect, it } from 'vitest'
import { computeDeliveries, computeDelivery } from './compute-delivery.ts'
import { describeDelivery, formatDeliveryKind } from './describe-delivery.ts'
import { linkOf, linkWorld, spendTarget, upgradeTarget } from './findings/testing/link-world.ts'
import type { AepLink, Delivery, LinkPlan, LinkTarget, ProposalStanding } from './link.ts'

function deliver(...links: readonly AepLink[]): Delivery {
  const [, table] = linkWorld([], links)
  const delivery = computeDelivery(1, table)
  expect(computeDeliveries(table).get(1) ?? { kind: 'nothing-found' }).toEqual(delivery)
  return delivery
}

function upgrade(height: bigint, state: LinkPlan['state'] = 'applied') {
  return upgradeTarget({
    name: `v${height}`,
    height,
    state,
    proposalId: height,
    appliedOn: state === 'applied' ? `2026-01-${height}` : undefined,
  })
}

const messages = (id: bigint, rest: Parameters<typeof spendTarget>[1] = {}): LinkTarget =>
  spendTarget(id, { action: 'messages', ...rest })
const launch: LinkTarget = {
  kind: 'launch',
  displayName: 'Mainnet 1',
  chainId: 'akashnet-1',
  date: '2020-09-25',
}

function tell(...links: readonly AepLink[]): string {
  return describeDelivery(deliver(...links))
}

describe('what the chain shows of an AEP', () => {
  it('is the first upgrade that brought it, with those that went on', () => {
    expect(tell(linkOf(1, upgrade(20n)), linkOf(1, upgrade(10n)), linkOf(1, upgrade(30n)))).toBe(
      'Delivered by v10 at height 10; v20 at height 20 and v30 at height 30 continued it.',
    )
  })

  it('is never a delivery where it is mentioned, removed or funded', () => {
    for (const relation of ['mentions', 'amends', 'funds'] as const) {
      expect(deliver(linkOf(1, upgrade(10n), relation)).kind).toBe('mentioned')
    }
    expect(deliver(linkOf(1, upgrade(10n), 'removes'))).toMatchObject({
      kind: 'removed',
      delivered: undefined,
    })
    expect(tell(linkOf(1, spendTarget(7n), 'funds'))).toBe(
      'Its funding passed with proposal 7; nothing shows that it was delivered.',
    )
  })

  it('is a mention where the funding was voted down, or its vote is open', () => {
    for (const standing of ['rejected', 'failed', 'in-vote', 'unknown'] as const) {
      expect(deliver(linkOf(1, spendTarget(7n, { standing }), 'funds')).kind).toBe('mentioned')
    }
  })

  it('is removed by a later upgrade, and back where one after that brings it again', () => {
    const removal = linkOf(1, upgrade(20n), 'removes')
    expect(tell(linkOf(1, upgrade(10n)), removal)).toBe(
      'Delivered by v10 at height 10, removed by v20 at height 20.',
    )
    expect(deliver(linkOf(1, upgrade(10n)), removal, linkOf(1, upgrade(30n)))).toMatchObject({
      kind: 'delivered',
      first: { target: { name: 'v10' } },
    })
    expect(deliver(linkOf(1, upgrade(30n)), removal).kind).toBe('delivered')
    const planned = linkOf(1, upgrade(25n, 'scheduled'), 'removes')
    expect(deliver(linkOf(1, upgrade(10n)), planned).kind).toBe('delivered')
  })

  it('is removed where the messages that brought it passed before, and back where after', () => {
    const removal = linkOf(1, upgrade(20n), 'removes')
    const passedOn = (votingEndedOn: string) => linkOf(1, messages(5n, { votingEndedOn }))
    expect(deliver(passedOn('2026-01-19'), removal).kind).toBe('removed')
    expect(deliver(passedOn('2026-01-21'), removal).kind).toBe('delivered-by-messages')
  })

  it('is delivered by messages that passed; a reviewed row vouches for one without a result', () => {
    expect(tell(linkOf(1, messages(5n)), linkOf(1, messages(6n)))).toBe(
      'Delivered by the messages of proposal 5 and proposal 6, without an upgrade.',
    )
    const unknown = messages(5n, { standing: 'unknown' })
    expect(deliver(linkOf(1, unknown)).kind).toBe('mentioned')
    const reviewed = { class: 'curated', rule: 'curated', source: 'https://a.example' } as const
    expect(deliver(linkOf(1, unknown, 'delivers', [reviewed])).kind).toBe('delivered-by-messages')
  })

  it('was there at the beginning', () => {
    expect(tell(linkOf(1, launch))).toBe('It was there when Mainnet 1 began on 2020-09-25.')
  })

  it('is what is under way before what was voted down', () => {
    const lost = linkOf(1, upgrade(10n, 'rejected'))
    const voted = linkOf(1, upgrade(20n, 'in-vote'))
    const scheduled = linkOf(1, upgrade(30n, 'scheduled'))
    const funded = linkOf(1, spendTarget(7n), 'funds')
    expect(tell(funded, lost, voted, scheduled)).toBe(
      'The scheduled upgrade v30 at height 30 is to bring it.',
    )
    expect(tell(funded, lost, voted)).toBe('Proposal 20 (v20) would bring it; the vote is open.')
    expect(tell(funded, lost)).toBe('Proposal 10 (v10) was to bring it and was voted down.')
    expect(deliver(lost, linkOf(1, upgrade(5n))).kind).toBe('delivered')
  })

  it('waits for its deposit where no vote has begun', () => {
    const waiting = messages(5n, { standing: 'in-deposit' })
    expect(deliver(linkOf(1, waiting))).toMatchObject({ kind: 'in-vote', standing: 'in-deposit' })
    expect(tell(linkOf(1, waiting))).toBe('Proposal 5 would bring it; it waits for its deposit.')
  })

  it('is no more than a mention where nobody knows what became of the plan', () => {
    expect(deliver(linkOf(1, upgrade(10n, 'unknown'))).kind).toBe('mentioned')
  })

  it('is nothing where nothing names it', () => {
    expect(tell()).toBe('No proposal and no upgrade that was read names it.')
  })

  it('keeps a stranger’s plan name from doing anything in its sentence', () => {
    const target = upgradeTarget({ name: `v1\u202e${'x'.repeat(200)}` })
    const sentence = tell(linkOf(1, target))
    expect(sentence).toContain('v1‹U+202E›xxx')
    expect(sentence.length).toBeLessThan(140)
  })

  it('lists five names and counts the rest', () => {
    const links = Array.from({ length: 8 }, (_, at) =>
      linkOf(1, spendTarget(BigInt(at + 1)), 'mentions'),
    )
    expect(tell(...links)).toBe(
      'Proposal 1, proposal 2, proposal 3, proposal 4, proposal 5 and 3 others name it; nothing shows that it was delivered.',
    )
  })
})

type Row<K extends string> = Readonly<Record<K, readonly [Delivery['kind'], string]>>

/** By the state of the only plan that is to bring it. */
const BY_PLAN: Row<LinkPlan['state']> = {
  applied: ['delivered', 'Delivered by v10 at height 10.'],
  scheduled: ['scheduled', 'The scheduled upgrade v10 at height 10 is to bring it.'],
  'in-vote': ['in-vote', 'Proposal 10 (v10) would bring it; the vote is open.'],
  'in-deposit': ['in-vote', 'Proposal 10 (v10) would bring it; it waits for its deposit.'],
  rejected: ['rejected', 'Proposal 10 (v10) was to bring it and was voted down.'],
  failed: ['rejected', 'Proposal 10 (v10) was to bring it and passed without effect.'],
  cancelled: ['rejected', 'Proposal 10 (v10) was to bring it and was cancelled.'],
  superseded: ['rejected', 'Proposal 10 (v10) was to bring it and gave way to another plan.'],
  skipped: ['rejected', 'Proposal 10 (v10) was to bring it and was skipped.'],
  unknown: ['mentioned', 'v10 names it; nothing shows that it was delivered.'],
}

/** By the standing of the only proposal whose messages are to bring it. */
const BY_MESSAGES: Row<ProposalStanding> = {
  passed: ['delivered-by-messages', 'Delivered by the messages of proposal 5, without an upgrade.'],
  'in-vote': ['in-vote', 'Proposal 5 would bring it; the vote is open.'],
  'in-deposit': ['in-vote', 'Proposal 5 would bring it; it waits for its deposit.'],
  rejected: ['rejected', 'Proposal 5 was to bring it and was voted down.'],
  failed: ['rejected', 'Proposal 5 was to bring it and passed without effect.'],
  unknown: ['mentioned', 'Proposal 5 names it; nothing shows that it was delivered.'],
}

/** By the standing of the only proposal that is to pay for it. */
const BY_FUNDING: Row<ProposalStanding> = {
  ...BY_MESSAGES,
  passed: [
    'funding-passed',
    'Its funding passed with proposal 5; nothing shows that it was delivered.',
  ],
  'in-vote': BY_MESSAGES.unknown,
  'in-deposit': BY_MESSAGES.unknown,
  rejected: BY_MESSAGES.unknown,
  failed: BY_MESSAGES.unknown,
}

function keysOf<K extends string>(row: Row<K>): readonly K[] {
  const isKey = (key: string): key is K => key in row
  return Object.keys(row).filter(isKey)
}

describe('one link alone', () => {
  it.each(keysOf(BY_PLAN))('to a plan that is %s', (state) => {
    const link = linkOf(1, upgrade(10n, state))
    expect([deliver(link).kind, tell(link)]).toEqual(BY_PLAN[state])
  })

  it.each(keysOf(BY_MESSAGES))('to a proposal with messages that is %s', (standing) => {
    const link = linkOf(1, messages(5n, { standing }))
    expect([deliver(link).kind, tell(link)]).toEqual(BY_MESSAGES[standing])
  })

  it.each(keysOf(BY_FUNDING))('to a spend that is %s', (standing) => {
    const link = linkOf(1, spendTarget(5n, { standing }), 'funds')
    expect([deliver(link).kind, tell(link)]).toEqual(BY_FUNDING[standing])
  })

  it.each(keysOf(BY_PLAN))('that removes it, to a plan that is %s', (state) => {
    const kind = state === 'applied' ? 'removed' : 'mentioned'
    expect(deliver(linkOf(1, upgrade(10n, state), 'removes')).kind).toBe(kind)
  })
})

it('has a short word for every kind, each another', () => {
  const words: Readonly<Record<Delivery['kind'], string>> = {
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
  const kinds = Object.keys(words).filter((key): key is Delivery['kind'] => key in words)
  expect(kinds.map(formatDeliveryKind)).toEqual(Object.values(words))
})
