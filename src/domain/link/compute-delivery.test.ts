import { describe, expect, it } from 'vitest'
import { computeDeliveries, computeDelivery } from './compute-delivery.ts'
import { describeDelivery, formatDeliveryKind } from './describe-delivery.ts'
import { linkOf, linkWorld, spendTarget, upgradeTarget } from './findings/testing/link-world.ts'
import type { AepLink, Delivery, LinkTarget } from './link.ts'

function deliver(...links: readonly AepLink[]): Delivery {
  const [, table] = linkWorld([], links)
  const delivery = computeDelivery(1, table)
  expect(computeDeliveries(table).get(1) ?? { kind: 'nothing-found' }).toEqual(delivery)
  return delivery
}

function upgrade(
  height: bigint,
  state: 'applied' | 'scheduled' | 'in-vote' | 'rejected' | 'superseded' | 'unknown' = 'applied',
) {
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

it('has a short word for every kind', () => {
  const kinds: readonly Delivery['kind'][] = ['nothing-found', 'delivered', 'delivered-at-genesis']
  expect(kinds.map(formatDeliveryKind)).toEqual([
    'Nothing found',
    'Delivered',
    'Delivered at genesis',
  ])
})
