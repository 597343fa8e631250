import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { etaRange } from '../eta/testing/eta-range.ts'
import { checkPlan } from './check-plan.ts'
import type { PlanCheck, PlanCheckId, PlanCheckInput, PlanFile } from './plan-check.ts'
import { INFO_FILE, INFO_URL, PROPOSAL, planInput } from './testing/plan-input.ts'

function check(id: PlanCheckId, parts: Partial<PlanCheckInput> = {}): PlanCheck {
  const found = checkPlan(planInput(parts)).find((each) => each.id === id)
  if (found === undefined) throw new RangeError(`no check ${id}`)
  return found
}

const plan = (parts: Partial<PlanCheckInput['plan']>) => ({
  plan: { ...planInput().plan, ...parts },
})

const fetched = (text: string, parts: Partial<PlanFile> = {}) =>
  ({
    kind: 'fetched',
    file: { url: INFO_URL, text, sha256: 'ab'.repeat(32), before: undefined, ...parts },
  }) as const

const verdicts = (parts: Partial<PlanCheckInput> = {}) =>
  new Map(checkPlan(planInput(parts)).map(({ id, verdict }) => [id, verdict]))

describe('checkPlan', () => {
  it('passes a sound plan throughout', () => {
    expect([...new Set(verdicts().values())]).toEqual(['pass'])
  })

  it('fails nothing for want of knowledge: what is not read cannot be told', () => {
    const none = verdicts({
      height: undefined,
      eta: undefined,
      proposal: undefined,
      params: undefined,
      bondedTokens: undefined,
      tally: undefined,
      current: undefined,
      applied: undefined,
      ...plan({ info: INFO_URL }),
    })
    for (const id of ['vote-before-height', 'height-ahead', 'deposit', 'quorum'] as const) {
      expect(none.get(id)).toBe('cannot-tell')
    }
    for (const id of ['other-plan', 'not-applied', 'platforms'] as const) {
      expect(none.get(id)).toBe('cannot-tell')
    }
  })

  it('judges whatever a stranger calls a plan, with no more than a line of it in a reason', () => {
    const text = fc.oneof(fc.string(), fc.constant('x/../"\''), fc.constant('n'.repeat(10_000)))
    const height = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n })
    fc.assert(
      fc.property(text, height, text, (name, at, info) => {
        for (const { reason } of checkPlan(planInput({ plan: { name, height: at, info } }))) {
          expect(reason.length).toBeLessThan(400)
        }
      }),
    )
  })
})

describe('vote before the height', () => {
  it('tells by how much, to the earliest likely moment', () => {
    // 21 March 14:00 to 23 March 13:30.
    expect(check('vote-before-height')).toMatchObject({
      verdict: 'pass',
      reason: 'The vote ends 47.5 hours before the earliest likely moment of the height.',
    })
  })

  it('warns where hours are left, as for 342 of the recordings, which left ten minutes', () => {
    const votingEndsAt = new Date('2026-03-23T13:20:00Z')
    expect(check('vote-before-height', { proposal: { ...PROPOSAL, votingEndsAt } })).toMatchObject({
      verdict: 'warn',
      reason: 'The vote ends only 10 min before the earliest likely moment of the height.',
    })
  })

  it('fails where the height may come first', () => {
    const votingEndsAt = new Date('2026-03-24T02:00:00Z')
    expect(check('vote-before-height', { proposal: { ...PROPOSAL, votingEndsAt } })).toMatchObject({
      verdict: 'fail',
      reason: 'The height is likely to come 12.0 hours before the vote ends.',
    })
  })

  it('cannot tell with too few blocks', () => {
    const sample = { count: 1, lowest: 1n, highest: 1n, standstills: [] }
    const eta = { kind: 'not-enough-blocks', blocksLeft: 5n, sample } as const
    expect(check('vote-before-height', { eta }).verdict).toBe('cannot-tell')
  })
})

describe('height ahead at the end of the vote', () => {
  it.each([
    ['2026-03-23T14:10:00Z', 'warn'],
    ['2026-03-23T15:10:00Z', 'fail'],
  ])('with a vote that ends %s is %s', (end, verdict) => {
    const proposal = { ...PROPOSAL, votingEndsAt: new Date(end) }
    expect(check('height-ahead', { proposal }).verdict).toBe(verdict)
  })

  it('fails a height that is past, or none', () => {
    expect(check('height-ahead', plan({ height: 26_000_000n }))).toMatchObject({
      verdict: 'fail',
      reason:
        'The chain is at 26,020,000 already, 20,000 blocks past the height; it cannot be scheduled any more.',
    })
    expect(check('height-ahead', plan({ height: -1n })).verdict).toBe('fail')
  })

  it('gives the chain’s own reason for one that failed, as 343 of the recordings did', () => {
    const proposal = {
      ...PROPOSAL,
      status: 'PROPOSAL_STATUS_FAILED',
      failedReason: 'upgrade cannot be scheduled in the past: invalid request',
    } as const
    expect(check('height-ahead', { proposal }).reason).toBe(
      'The vote passed and the plan could not be scheduled: upgrade cannot be scheduled in the past: invalid request.',
    )
  })

  it('passes what is scheduled, whatever its proposal', () => {
    const current = { plan: planInput().plan, eta: undefined }
    expect(check('height-ahead', { current, proposal: undefined }).verdict).toBe('pass')
  })
})

describe('deposit and quorum', () => {
  it('names what is missing of the deposit', () => {
    const proposal = {
      ...PROPOSAL,
      status: 'PROPOSAL_STATUS_DEPOSIT_PERIOD',
      totalDeposit: [{ denom: 'uakt', amount: 250_000_000n }],
    } as const
    expect(check('deposit', { proposal })).toMatchObject({
      verdict: 'fail',
      reason: '750\u00a0AKT are missing; until then there is no vote.',
    })
  })

  it('warns of a quorum that an open vote has not reached, and fails one that ended so', () => {
    const tally = { yes: 199n, abstain: 0n, no: 0n, noWithVeto: 0n }
    expect(check('quorum', { tally }).verdict).toBe('warn')
    expect(check('quorum', { tally: { ...tally, yes: 200n } }).verdict).toBe('pass')
    const proposal = { ...PROPOSAL, status: 'PROPOSAL_STATUS_REJECTED', finalTally: tally } as const
    expect(check('quorum', { proposal }).verdict).toBe('fail')
  })

  it('takes a tally no chain can count for none', () => {
    const tally = { yes: 900n, abstain: -1n, no: 0n, noWithVeto: 0n }
    expect(check('quorum', { tally }).verdict).toBe('cannot-tell')
  })
})

describe('another plan', () => {
  const other = { name: 'v1.9.0', height: 26_050_000n, info: '' }

  it('is discarded where its height comes after the vote', () => {
    const eta = etaRange('2026-03-22T00:00:00Z', '2026-03-22T01:00:00Z', '2026-03-22T02:00:00Z')
    expect(check('other-plan', { current: { plan: other, eta } })).toMatchObject({
      verdict: 'fail',
      reason:
        'If it passes, v1.9.0 at 26,050,000 is discarded: that height comes after this vote ends.',
    })
  })

  it('is applied before, as v2.2.0 is before the vote on 344 of the recordings ends', () => {
    const eta = etaRange('2026-03-20T00:00:00Z', '2026-03-20T01:00:00Z', '2026-03-20T02:00:00Z')
    expect(check('other-plan', { current: { plan: other, eta } }).verdict).toBe('pass')
  })

  it('may or may not be where neither is sure', () => {
    const eta = etaRange('2026-03-21T13:00:00Z', '2026-03-21T14:00:00Z', '2026-03-21T15:00:00Z')
    expect(check('other-plan', { current: { plan: other, eta } }).verdict).toBe('warn')
    expect(check('other-plan', { current: { plan: other, eta: undefined } }).verdict).toBe('warn')
  })
})

describe('the name', () => {
  it('fails one that was applied at another height, for the chain refuses a second', () => {
    expect(check('not-applied', plan({ name: 'v1.2.0' })).verdict).toBe('fail')
    const applied = [{ name: 'v2.0.0', height: 26_063_777n }]
    expect(check('not-applied', { applied }).verdict).toBe('pass')
  })

  it.each([
    ['v2.0.0', 'pass', 'pass'],
    ['v2.0.0-rc1', 'pass', 'pass'],
    ['V2.0.0', 'warn', 'pass'],
    ['akashnet-2-upgrade-1', 'pass', 'warn'],
    ['akash_v0.15.0_cosmos_v0.44.x', 'pass', 'warn'],
    ['v2/../../etc', 'fail', 'warn'],
    ['v2.0.0"; rm -rf ~', 'fail', 'warn'],
    ['$HOME', 'fail', 'warn'],
    ['..', 'fail', 'warn'],
    [' ', 'fail', 'warn'],
    ['v'.repeat(10_000), 'fail', 'warn'],
  ])('%s: folder %s, tag %s', (name, folder, tag) => {
    expect(check('folder-name', plan({ name })).verdict).toBe(folder)
    expect(check('release-tag', plan({ name })).verdict).toBe(tag)
  })
})

describe('the info', () => {
  const url = plan({ info: INFO_URL })

  it.each([
    ['', 'It is empty: nothing says which software to run.'],
    [
      'see the release page',
      'It is neither a JSON object nor an address. cosmovisor cannot read it.',
    ],
    ['x'.repeat(400_001), 'It is longer than any list of binaries. cosmovisor cannot read it.'],
    ['{"binaries":[1]}', 'Its "binaries" is no object of platforms. cosmovisor cannot read it.'],
    [
      'http://example.org/info.json',
      'An address that is not https: what it serves can be exchanged on the way.',
    ],
    [
      `${INFO_URL}?checksum=sha256:12`,
      'An address with a checksum that is no SHA-256 of 64 hex digits.',
    ],
  ])('cannot be read: %.30s', (info, reason) => {
    expect(check('info-form', plan({ info }))).toMatchObject({ verdict: 'fail', reason })
  })

  it('fails an address that serves something else, such as a page', () => {
    expect(check('info-form', { ...url, file: fetched('<html>') }).verdict).toBe('fail')
    expect(check('info-form', { ...url, file: fetched(INFO_FILE) }).verdict).toBe('pass')
  })

  it('fails binaries that are missing, as in the empty file Akash commits with the proposal', () => {
    expect(check('platforms', { ...url, file: fetched('{}') })).toMatchObject({
      verdict: 'fail',
      reason: 'It names no binary yet.',
    })
    expect(check('platforms', { ...url, file: fetched(INFO_FILE) }).verdict).toBe('pass')
  })

  it('fails a platform without a checksum of 64 digits', () => {
    const info = INFO_FILE.replace('ac'.repeat(32), 'ac'.repeat(31))
    expect(check('platforms', plan({ info }))).toMatchObject({
      verdict: 'fail',
      reason: 'No SHA-256 of 64 hex digits for linux/arm64.',
    })
  })

  it('warns of a pointer that can be exchanged after the vote, and shows its hash', () => {
    const sha256 = 'ab'.repeat(32)
    expect(check('fixed-info', url).verdict).toBe('warn')
    expect(check('fixed-info', { ...url, file: fetched(INFO_FILE) })).toMatchObject({
      verdict: 'warn',
      reason: expect.stringContaining(`Its SHA-256 now is ${sha256}; this browser has not seen it`),
    })
  })

  it('says whether it changed since this browser last saw it', () => {
    const seenAt = new Date('2026-03-06T10:00:00Z')
    const file = (sha256: string) => fetched(INFO_FILE, { before: { sha256, seenAt } })
    expect(check('fixed-info', { ...url, file: file('ab'.repeat(32)) }).reason).toContain(
      'as when this browser first saw it so, 2026-03-06 10:00 UTC',
    )
    expect(check('fixed-info', { ...url, file: file('cd'.repeat(32)) }).reason).toContain(
      `It has changed: this browser saw ${'cd'.repeat(32)} on 2026-03-06 10:00 UTC`,
    )
  })

  it('holds a file to the checksum the plan names', () => {
    const pinned = plan({ info: `${INFO_URL}?checksum=sha256:${'AB'.repeat(32)}` })
    expect(check('fixed-info', { ...pinned, file: fetched(INFO_FILE) }).verdict).toBe('pass')
    const other = fetched(INFO_FILE, { sha256: 'cd'.repeat(32) })
    expect(check('fixed-info', { ...pinned, file: other }).verdict).toBe('fail')
  })
})
