import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Proposal, ProposalRow } from '../proposal.ts'
import { findResults, keyOfTarget } from './find-results.ts'
import type { SearchableValidator, SearchGround } from './search-results.ts'

const ACCOUNT = 'akash14jetgtmfup6xeupt6ssamuxntashmmzvgut3r6'

function row(id: bigint, title: string, more: Partial<Proposal> = {}): ProposalRow {
  const proposal: Proposal = {
    id,
    status: 'PROPOSAL_STATUS_PASSED',
    title,
    summary: '',
    metadata: '',
    proposer: '',
    messages: [],
    expedited: false,
    failedReason: '',
    totalDeposit: [],
    submittedAt: undefined,
    depositEndsAt: undefined,
    votingStartsAt: undefined,
    votingEndsAt: undefined,
    finalTally: undefined,
    ...more,
  }
  return { kind: 'proposal', id, proposal }
}

const upgrade = {
  typeUrl: '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade',
  value: new Uint8Array(),
  contentTypeUrl: '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade',
  plan: { name: 'v2.2.0', height: 27_400_605n, info: '' },
}

const validator = (label: string, tokens: bigint, index: number): SearchableValidator => ({
  operatorAddress: `akashvaloper1${index}`,
  accountAddress: `akash1${index}`,
  consensusAddress: `akashvalcons1${index}`,
  moniker: label,
  label,
  tokens,
  jailed: false,
})

const ground: SearchGround = {
  prefix: 'akash',
  proposals: [
    row(355n, 'Raise the quorum'),
    row(353n, 'Upgrade the network', { messages: [upgrade] }),
    { kind: 'gap', id: 352n, lowestId: 351n },
    row(350n, 'Fund the upgrade of a forum', { proposer: ACCOUNT }),
    { kind: 'unreadable', id: 349n, reason: 'cut short', bytes: undefined },
    row(21n, 'Old upgrade'),
  ],
  validators: [
    validator('Forum Nodes', 5n, 1),
    validator('forum', 2n, 2),
    validator('Other', 9n, 3),
  ],
  registry: undefined,
  market: undefined,
  chainId: 'akashnet-2',
  latestHeight: 27_400_496n,
  earliestHeight: 27_400_000n,
}

/** Every result in order, as `group: key`. */
const found = (text: string, own: SearchGround = ground) =>
  findResults(text, own).groups.flatMap(({ results }) => results.map(keyOfTarget))
const detailOf = (text: string, key: string, own: SearchGround = ground) =>
  findResults(text, own)
    .groups.flatMap(({ results }) => results)
    .find((result) => keyOfTarget(result) === key)?.detail

describe('findResults', () => {
  it('offers a number as a proposal before a height where there is such a proposal', () => {
    expect(found('353').slice(0, 2)).toEqual(['proposal 353', 'block 353'])
    expect(detailOf('353', 'proposal 353')).toBe('Proposal 353 · passed · plan v2.2.0')
  })

  it('offers a number beyond the newest proposal as a height only', () => {
    expect(found('27400494')[0]).toBe('block 27400494')
    expect(found('27400494').filter((key) => key.startsWith('proposal'))).toEqual([])
    expect(found('356')).toEqual(['block 356'])
  })

  it('offers both while nothing is known yet, the likelier first', () => {
    const nothing = {
      ...ground,
      proposals: [],
      validators: undefined,
      latestHeight: undefined,
      earliestHeight: undefined,
    }
    expect(found('353', nothing)).toEqual(['proposal 353', 'block 353'])
    expect(found('27400494', nothing)[0]).toBe('block 27400494')
  })

  it('says what is not there yet, what was never there and what is dropped', () => {
    expect(detailOf('#999', 'proposal 999')).toBe('Not submitted yet; the newest is 355')
    expect(detailOf('#352', 'proposal 352')).toBe('The chain has no proposal of this number')
    expect(detailOf('#349', 'proposal 349')).toMatch(/could not be decoded/)
    expect(detailOf('#300', 'proposal 300')).toBe('Not among those read so far')
    expect(detailOf('27400500', 'block 27400500')).toBe(
      'Not reached yet; the chain is at 27,400,496',
    )
    expect(detailOf('27399999', 'block 27399999')).toMatch(/^Below 27,400,000, the first block/)
  })

  it('finds words in titles, plans and kinds, the title that begins so first', () => {
    expect(found('upgrade')).toEqual(['proposal 353', 'proposal 350', 'proposal 21'])
    expect(found('v2.2.0')).toEqual(['upgrade v2.2.0', 'proposal 353'])
    expect(found('forum fund')).toEqual(['proposal 350'])
    expect(found('software upgrade')).toEqual(['proposal 353'])
    expect(found('zzz')).toEqual([])
  })

  it('finds validators by their names, the whole name first, then the larger', () => {
    expect(found('forum')).toEqual([
      'account akashvaloper12',
      'account akashvaloper11',
      'proposal 350',
    ])
  })

  it('finds an account and the proposals it submitted', () => {
    expect(found(ACCOUNT)).toEqual([
      `account ${ACCOUNT}`,
      `tenant ${ACCOUNT}`,
      `provider ${ACCOUNT}`,
      'proposal 350',
    ])
    expect(findResults(`${ACCOUNT.slice(0, -1)}q`, ground)).toMatchObject({
      groups: [],
      remarks: [expect.stringMatching(/checksum/)],
    })
  })

  it('reads links, and says how sure it is', () => {
    const link = findResults('https://www.mintscan.io/akash/proposals/353', ground)
    expect(link.remarks).toEqual(['A link of Mintscan.'])
    expect(found('https://www.mintscan.io/akash/proposals/353')).toEqual(['proposal 353'])
    expect(findResults('https://x.example/proposals/353', ground).remarks).toEqual([
      'No explorer known here is at x.example; this is a guess from the address.',
    ])
    expect(findResults('https://www.mintscan.io/cosmos/proposals/1', ground)).toEqual({
      groups: [],
      remarks: ['A link of Mintscan about another chain (cosmos).'],
    })
    expect(found('https://rpc.example.org')).toEqual(['endpoint https://rpc.example.org'])
  })

  it('lists some of many and counts the rest', () => {
    const many = Array.from({ length: 30 }, (_, index) => row(BigInt(100 - index), 'Alike'))
    const [group] = findResults('alike', { ...ground, proposals: many }).groups
    expect([group?.results.length, group?.more]).toEqual([7, 23])
  })

  it('never throws, and never gives one target twice', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('353', 'forum', 'upgrade', 'akash1', '#', 'https://a.example/blocks/353'),
    )
    fc.assert(
      fc.property(text, (typed) => {
        const keys = found(typed)
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })
})
