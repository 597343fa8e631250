import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MsgSoftwareUpgrade } from '../../../chain/proto/generated/cosmos/upgrade/v1beta1/tx.ts'
import { parseDec } from '../../../domain/decimal.ts'
import { parseOperatorAccount } from '../../../domain/validator.ts'
import { createDemoScript } from './create-demo-script.ts'
import { findEpoch } from './epoch.ts'
import { traceProposals } from './testing/trace-proposals.ts'
import { heightAfter, isLostUpgrade, upgradeHeight } from './upgrade-plans.ts'

const NOW = new Date('2026-11-21T09:00:00Z')
const MINUTE = 60_000
const script = createDemoScript({ now: NOW })
const epoch = findEpoch(NOW, 1)
/** Past the end, so that what begins in the epoch is seen to its end. */
const END = new Date(epoch.endsAt.getTime() + 360 * MINUTE)
const traced = traceProposals(script, epoch.genesisTime, END)

describe('createDemoScript', () => {
  it('gives the same world at any time of an epoch, another one for another seed or epoch', () => {
    const span = [epoch.startsAt, new Date(epoch.startsAt.getTime() + 240 * MINUTE)] as const
    const later = createDemoScript({ now: new Date('2026-11-21T23:59:59.999Z'), seed: 1 })
    expect(later.genesis).toEqual(script.genesis)
    expect(later.actions(...span)).toEqual(script.actions(...span))
    const other = createDemoScript({ now: NOW, seed: 2 })
    expect(other.genesis.chainId).not.toBe(script.genesis.chainId)
    expect(other.genesis.validators).not.toEqual(script.genesis.validators)
    expect(other.actions(...span)).not.toEqual(script.actions(...span))
    const next = createDemoScript({ now: epoch.endsAt })
    expect(next.genesis.chainId).not.toBe(script.genesis.chainId)
  })

  it('tells in adjoining spans what it tells in one, whichever is asked first', () => {
    const from = epoch.startsAt.getTime()
    const length = 30 * 60 * MINUTE
    const whole = script.actions(new Date(from), new Date(from + length))
    const cuts = fc.array(fc.integer({ min: 0, max: length }), { maxLength: 6 })
    fc.assert(
      fc.property(cuts, (at) => {
        const fresh = createDemoScript({ now: NOW })
        const bounds = [0, ...[...at].sort((a, b) => a - b), length].map(
          (ms) => new Date(from + ms),
        )
        const parts = bounds.slice(1).flatMap((to, index) => fresh.actions(bounds[index] ?? to, to))
        expect(parts).toEqual(whole)
      }),
      { numRuns: 4 },
    )
  })

  it('acts at its block’s own time too: a span leaves its beginning out and keeps its end', () => {
    const [first] = script.actions(epoch.startsAt, END)
    if (first === undefined) throw new Error('somebody acts in an epoch')
    expect(script.actions(new Date(first.at.getTime() - 1), first.at)).toEqual([first])
    expect(script.actions(first.at, first.at)).toEqual([])
  })

  it('acts in order, votes at least three times a minute, and never falls silent for long', () => {
    const actions = script.actions(epoch.startsAt, epoch.endsAt)
    const times = actions.map(({ at }) => at.getTime())
    expect(times).toEqual([...times].sort((a, b) => a - b))
    const votes = actions.filter(({ action }) => action.kind === 'vote')
    expect(votes.length / (24 * 60)).toBeGreaterThan(3)
    expect(votes.length / (24 * 60)).toBeLessThan(7)
    const gaps = votes
      .slice(1)
      .map(({ at }, index) => at.getTime() - (votes[index]?.at ?? at).getTime())
    expect(Math.max(...gaps)).toBeLessThan(6 * MINUTE)
  })

  it('votes with weights that add up to one, some split, changed, sent by another, with reasons', () => {
    const votes = script
      .actions(epoch.genesisTime, epoch.endsAt)
      .flatMap(({ action }) => (action.kind === 'vote' ? action : []))
    for (const { options } of votes) {
      const sum = options.reduce((total, { weight }) => total + (parseDec(weight) ?? 0n), 0n)
      expect(sum).toBe(10n ** 18n)
    }
    expect(votes.filter(({ options }) => options.length > 1).length).toBeGreaterThan(200)
    expect(votes.filter(({ grantee }) => grantee !== undefined).length).toBeGreaterThan(200)
    expect(votes.filter(({ metadata }) => metadata !== '').length).toBeGreaterThan(200)
    const pairs = votes.map(({ proposal, voter }) => `${JSON.stringify(proposal)} ${voter}`)
    expect(pairs.length - new Set(pairs).size).toBeGreaterThan(200)
  })

  it('has delegators vote otherwise than their validator, and operators abstain', () => {
    const latest = new Map<string, string>()
    for (const { action } of script.actions(epoch.genesisTime, epoch.startsAt)) {
      if (action.kind !== 'vote' || !('key' in action.proposal)) continue
      if (action.proposal.key === 'text-0') {
        latest.set(action.voter, action.options.map(({ option }) => option).join())
      }
    }
    const operators = script.genesis.validators.map(({ operatorAddress }) => operatorAddress)
    const differing = script.genesis.delegations.filter((delegation) => {
      const own = latest.get(delegation.delegatorAddress)
      const theirs = latest.get(parseOperatorAccount(delegation.validatorAddress) ?? '')
      return own !== undefined && theirs !== undefined && own !== theirs
    })
    expect(differing.length).toBeGreaterThan(3)
    const votes = operators.map((operator) => latest.get(parseOperatorAccount(operator) ?? ''))
    expect(votes).toContain('2')
    expect(votes).toContain(undefined)
  })

  it('takes back no stake that was not there', () => {
    const stakes = new Map<string, bigint>()
    for (const { action } of script.actions(epoch.genesisTime, END)) {
      if (action.kind !== 'delegate') continue
      const key = `${action.delegator} ${action.operator}`
      const left = (stakes.get(key) ?? 0n) + action.amount
      expect(left).toBeGreaterThan(0n)
      stakes.set(key, left)
    }
  })
})

describe('the present of the demo chain', () => {
  const named = (track: string) => traced.filter(({ submit }) => submit.key.startsWith(`${track}-`))

  it.each(['text', 'upgrade', 'spend', 'params', 'hostile'])(
    'has a vote of the kind %s open in every minute of an epoch',
    (track) => {
      const rounds = named(track).flatMap((proposal) => proposal.rounds)
      expect(findBareMinute(rounds)).toBeUndefined()
    },
  )

  it('has a converted expedited proposal in its second vote in every minute', () => {
    const second = named('converted').flatMap(({ rounds }) => rounds[1] ?? [])
    expect(findBareMinute(second)).toBeUndefined()
  })

  it('has a proposal that lacks a deposit in every minute', () => {
    const waits = named('deposit').map(({ submittedAt, depositEnd }) => ({
      from: submittedAt,
      to: depositEnd,
    }))
    expect(findBareMinute(waits)).toBeUndefined()
  })

  it('shows from the first minute what a vote can come to: each of it happened in six hours', () => {
    const isBefore = ({ to }: { readonly to: number }) => to < epoch.startsAt.getTime()
    const before = traced.flatMap(({ submit, rounds, depositEnd, isCancelled }) => {
      const [track] = submit.key.split('-')
      const voted = rounds.filter(isBefore).map(({ outcome }) => describeOutcome(outcome))
      const left = rounds.length === 0 && isBefore({ to: depositEnd })
      return [...voted, ...(left ? [isCancelled ? 'taken back' : 'expired'] : [])].map(
        (end) => `${track} ${end}`,
      )
    })
    expect(before).toEqual(
      expect.arrayContaining([
        'text passes',
        'spend rejected by threshold',
        'params rejected by quorum',
        'hostile rejected by veto',
        'converted rejected by threshold',
        'expedited passes',
        'upgrade passes',
        'deposit expired',
        'deposit taken back',
      ]),
    )
  })

  it('has deposits in turn expire, be taken back, and be reached', () => {
    for (const { submit, rounds, isCancelled, submittedAt, depositEnd } of named('deposit')) {
      const turn = Number(submit.key.split('-')[1]) % 3
      expect(isCancelled).toBe(turn === 1)
      expect(rounds).toHaveLength(turn === 2 ? 1 : 0)
      if (turn === 0) expect(depositEnd - submittedAt).toBe(120 * MINUTE)
    }
  })

  it('brings votes out as they are meant to: by the rules of the tally, whoever votes', () => {
    const otherNow = new Date('2026-07-05T09:00:00Z')
    const { genesisTime, endsAt } = findEpoch(otherNow, 5)
    const other = createDemoScript({ now: otherNow, seed: 5 })
    for (const { submit, rounds } of [...traced, ...traceProposals(other, genesisTime, endsAt)]) {
      const [track, number] = submit.key.split('-')
      const first = rounds[0]?.outcome?.kind
      if (track === 'upgrade') {
        expect(first).toBe(isLostUpgrade(Number(number)) ? 'rejected' : 'passes')
      }
      if (track === 'converted') expect([first, rounds.length]).toEqual(['rejected', 2])
      if (track === 'expedited') expect([first, rounds.length]).toEqual(['passes', 1])
      if (track === 'hostile') expect(first).toBe('rejected')
    }
    expect(named('upgrade').length).toBeGreaterThan(10)
  })

  it('asks for heights after the vote, an upgrade that fails for one before its end', () => {
    expect(upgradeHeight(epoch, 0)).toBe(epoch.genesisHeight + 3000n)
    const halted = script.halts.map(({ planName }) => planName)
    expect(halted.slice(0, 2)).toEqual(['v2.2.0', 'v2.3.0'])
    for (let index = 1; index < 20; index++) {
      const minutes = Number(upgradeHeight(epoch, index) - upgradeHeight(epoch, index - 1)) / 10
      // 160 minutes, less the 4 in which the chain stood still.
      expect([156, 160]).toContain(minutes)
    }
    const urgent = named('expedited').filter((_, index) => index % 2 === 0)
    expect(urgent.length).toBeGreaterThan(3)
    for (const { submit, rounds } of urgent) {
      const [message] = submit.messages
      const { plan } = MsgSoftwareUpgrade.decode(message?.value ?? new Uint8Array())
      const endsAfter = (rounds[0]?.to ?? 0) - epoch.genesisTime.getTime()
      expect(plan?.height).toBeLessThan(heightAfter(epoch, endsAfter))
    }
  })

  it('has somebody come too late now and then, which the chain refuses', () => {
    const late = traced.filter(({ lateVotes }) => lateVotes > 0)
    expect(late.length).toBeGreaterThan(10)
    expect(late.every(({ lateVotes }) => lateVotes === 1)).toBe(true)
  })

  it('submits what the chain takes: a title, a text, something to decide, within its limits', () => {
    const bytes = (text: string) => new TextEncoder().encode(text).length
    for (const { submit } of traced) {
      expect(submit.title).not.toBe('')
      expect(submit.summary).not.toBe('')
      expect(submit.messages.length > 0 || submit.metadata !== '').toBe(true)
      expect(Math.max(bytes(submit.title), bytes(submit.metadata))).toBeLessThanOrEqual(10_200)
    }
    const texts = named('hostile').map(({ submit }) => submit)
    expect(texts.some(({ title }) => title.includes('<script>'))).toBe(true)
    expect(texts.some(({ title }) => title.includes('\u202E'))).toBe(true)
    expect(texts.some(({ title }) => title.replace(/[\s\u200B]/g, '') === '')).toBe(true)
    expect(texts.some(({ summary }) => bytes(summary) > 90_000)).toBe(true)
    expect(texts.some(({ metadata }) => bytes(metadata) > 10_000)).toBe(true)
  })
})

/** The first minute of the epoch that lies in none of these. */
function findBareMinute(
  spans: readonly { readonly from: number; readonly to: number }[],
): Date | undefined {
  for (let at = epoch.startsAt.getTime(); at <= epoch.endsAt.getTime(); at += MINUTE) {
    if (!spans.some(({ from, to }) => from < at && at < to)) return new Date(at)
  }
  return undefined
}

function describeOutcome(outcome: (typeof traced)[number]['rounds'][number]['outcome']): string {
  if (outcome === undefined) return 'not counted'
  return outcome.kind === 'passes' ? 'passes' : `rejected by ${outcome.by}`
}
