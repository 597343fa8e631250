import { describe, expect, it } from 'vitest'
import type { Aep } from '../registry/aep.ts'
import { buildGroup } from '../registry/testing/build-group.ts'
import { findResults, keyOfTarget } from './find-results.ts'
import type { SearchGround } from './search-results.ts'

const aep = (number: number, title: string): Aep => ({
  number,
  title,
  status: 'Final',
  statusRaw: 'Final',
  authors: [],
  requires: [],
  replaces: [],
  supersedes: [],
  supersededBy: [],
  path: `spec/aep-${number}/README.md`,
  history: [],
})

const asked = (id: bigint, name: string, height: bigint): SearchGround['proposals'][number] => ({
  kind: 'proposal',
  id,
  proposal: {
    id,
    status: 'PROPOSAL_STATUS_PASSED',
    title: `Proposal ${id}`,
    summary: '',
    metadata: '',
    proposer: '',
    messages: [
      {
        typeUrl: '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade',
        value: new Uint8Array(),
        contentTypeUrl: '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade',
        plan: { name, height, info: '' },
      },
    ],
    expedited: false,
    failedReason: '',
    totalDeposit: [],
    submittedAt: undefined,
    depositEndsAt: undefined,
    votingStartsAt: undefined,
    votingEndsAt: undefined,
    finalTally: undefined,
  },
})

const registry: NonNullable<SearchGround['registry']> = {
  aeps: [aep(7, 'Network stability'), aep(76, 'Storage for <b>leases</b>')],
  laterAeps: [{ number: 90, title: 'Storage classes', created: '2026-09-03' }],
  absentAeps: [{ number: 77, reason: 'taken out', sources: [] }],
  groups: [
    buildGroup('sig-chain', {
      name: 'Special Interest Group for the Chain',
      aliases: ['SIG Chain'],
    }),
  ],
  upgrades: [
    { name: 'v1.0.0', height: 500n, displayName: 'Mainnet 14' },
    { name: 'v1.1.0', height: 600n, displayName: 'Mainnet 15' },
  ],
}

const ground: SearchGround = {
  prefix: 'akash',
  proposals: [asked(9n, 'v1.0.0', 777n), asked(8n, 'v1.0.0', 500n)],
  validators: [],
  registry,
  market: undefined,
  chainId: 'akashnet-2',
  latestHeight: 1_000n,
  earliestHeight: 1n,
}

const results = (text: string, own: SearchGround = ground) =>
  findResults(text, own).groups.flatMap((each) => each.results)
const found = (text: string, own: SearchGround = ground) => results(text, own).map(keyOfTarget)
const detailOf = (text: string, own: SearchGround = ground) => results(text, own)[0]?.detail

describe('a search among what is on record', () => {
  it.each(['aep-76', 'AEP 76', 'aep76', 'AEP_76', 'Aep #76', 'aep-076'])(
    'takes %s for the number of an AEP',
    (text) => {
      const [first] = results(text)
      expect(first?.target).toEqual({ kind: 'aep', number: 76 })
      expect(first?.title).toBe('AEP-76: Storage for <b>leases</b>')
    },
  )

  it('takes no other number for an AEP’s', () => {
    for (const text of ['aep', 'aep-0', 'aep-12345', '76', 'aepx 76', 'tape 76']) {
      expect(found(text).slice(0, 1), text).not.toEqual(['aep 76'])
      expect(found(text), text).not.toContain('aep 0')
    }
  })

  it('says of every number what is known of its document, and of none that there is none too early', () => {
    expect(detailOf('aep-76')).toBe('Its document says Final; its page shows what the chain says')
    expect(detailOf('aep-77')).toBe('No document has this number; its page says why')
    expect(detailOf('aep-90')).toMatch(/^Proposed on 2026-09-03/)
    expect(detailOf('aep-101')).toMatch(/^No document of this number is on record/)
    expect(detailOf('aep-101', { ...ground, registry: undefined })).toBe(
      'Its document is not looked up yet',
    )
  })

  it('finds words of titles, later AEPs among them', () => {
    expect(found('storage')).toEqual(['aep 76', 'aep 90'])
    expect(found('leases storage')).toEqual(['aep 76'])
  })

  it('finds a group by its id and by what people call it', () => {
    for (const text of ['sig-chain', 'SIG Chain', 'interest group']) {
      expect(found(text), text).toEqual(['group sig-chain'])
    }
  })

  it('finds an upgrade by the plan’s name and by its display name, once', () => {
    expect(found('v1.0.0')[0]).toBe('upgrade v1.0.0')
    expect(found('mainnet 14')).toEqual(['upgrade v1.0.0'])
    // Of two plans of the name the one on record is told.
    expect(detailOf('mainnet 14')).toMatch(/^Upgrade at height 500:/)
    expect(found('mainnet 15')).toEqual(['upgrade v1.1.0'])
  })

  it('tells of another chain only what its own proposals have under the same name and height', () => {
    const other = { ...ground, chainId: 'other-1' }
    expect(found('mainnet 14', other)).toEqual(['upgrade v1.0.0'])
    expect(found('mainnet 15', other)).toEqual([])
    expect(found('mainnet 14', { ...other, proposals: [asked(9n, 'v1.0.0', 777n)] })).toEqual([])
  })
})
