import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Aep, FieldChange } from '../../registry/aep.ts'
import {
  aepOf,
  linkOf,
  linkWorld,
  registryOf,
  spendTarget,
  upgradeProposal,
  upgradeTarget,
} from '../findings/testing/link-world.ts'
import type { AepLink, LinkGround, LinkPlan, LinkProposal } from '../link.ts'
import { countUndatedChanges } from './count-undated-changes.ts'
import { listChanges } from './list-changes.ts'

const list = (aeps: readonly Aep[], links: readonly AepLink[] = [], rest?: Partial<LinkGround>) =>
  listChanges(...linkWorld(aeps, links, rest))

const undated = (
  aeps: readonly Aep[],
  links: readonly AepLink[] = [],
  rest?: Partial<LinkGround>,
) => countUndatedChanges(...linkWorld(aeps, links, rest))

const change = (
  date: string,
  commit: string,
  field: FieldChange['field'],
  value?: string,
): FieldChange => ({ date, commit, field, value })

const told = (changes: ReturnType<typeof list>) =>
  changes.map(({ day, kind, sentence }) => `${day} ${kind}: ${sentence}`)

describe('editorial changes', () => {
  it('takes the first commit of a document for one change, under the title of that day', () => {
    const history = [
      change('2026-04-24', 'c1', 'title', 'Old name'),
      change('2026-04-24', 'c1', 'status', 'Draft'),
      change('2026-04-24', 'c2', 'title', 'New name'),
      change('2026-05-01', 'c3', 'status', 'Final'),
      change('2026-05-01', 'c3', 'completed', '2026-04-30'),
      change('2026-05-02', 'c4', 'completed', '2026-04-29'),
      change('2026-05-03', 'c5', 'resolution', 'https://example.org'),
      change('2026-05-04', 'c6', 'resolution'),
      change('2026-05-05', 'c7', 'estimated-completion', '2026-06-01'),
    ]
    expect(told(list([aepOf(1, 'Final', { title: 'New name', history })]))).toEqual([
      '2026-05-04 aep-resolution: The document of AEP-1 no longer names a resolution.',
      '2026-05-03 aep-resolution: The document of AEP-1 names https://example.org as its resolution.',
      '2026-05-02 aep-completed: The document of AEP-1 gives 2026-04-29 as the day of completion; it gave 2026-04-30.',
      '2026-05-01 aep-completed: The document of AEP-1 gives 2026-04-30 as the day of completion.',
      '2026-05-01 aep-status: AEP-1 went from Draft to Final.',
      '2026-04-24 aep-title: AEP-1 is now called “New name”; it was called “Old name”.',
      '2026-04-24 aep-new: AEP-1, “Old name”, came into the repository as Draft.',
    ])
  })

  it('dates what was there when the repository began by the document, and the rest not at all', () => {
    const history = [
      change('2025-01-13', 'c1', 'title', 'Name'),
      change('2025-01-13', 'c1', 'status', 'Final'),
      change('2025-01-13', 'c1', 'completed', '2021-01-01'),
    ]
    const aeps = [
      aepOf(1, 'Final', { created: '2020-3-9', history }),
      aepOf(2, 'Draft', { history: [change('2025-01-13', 'c1', 'status', 'Draft')] }),
    ]
    expect(list(aeps)).toEqual([
      {
        key: 'aep-1/new',
        day: '2020-03-09',
        kind: 'aep-new',
        aeps: [1],
        aep: 1,
        sentence: 'AEP-1, “Name”, was created, as its document says.',
        source: 'akash-network/AEP:spec/aep-1/README.md',
      },
    ])
    // Final and the day of completion of AEP-1, the creation of AEP-2.
    expect(undated(aeps)).toBe(3)
  })

  it('tells of an AEP that was seen elsewhere after the snapshot', () => {
    const registry = registryOf([], {
      laterAeps: [{ number: 90, title: 'Later\u202e', created: '2026-09-03' }],
    })
    expect(told(list([], [], { registry }))).toEqual([
      '2026-09-03 aep-new: AEP-90, “Later‹U+202E›”, was created, as its document says.',
    ])
  })
})

describe('changes of the chain', () => {
  const applied: LinkPlan = {
    name: 'v9.0.0',
    height: 900n,
    state: 'applied',
    appliedOn: '2026-03-10',
  }

  it('tells an upgrade once, with all it delivered and removed', () => {
    const links = [
      linkOf(78, upgradeTarget()),
      linkOf(76, upgradeTarget()),
      linkOf(23, upgradeTarget(), 'removes'),
      linkOf(55, upgradeTarget(), 'mentions'),
    ]
    expect(list([], links, { plans: [applied], chainId: 'skydev-1' })).toEqual([
      {
        key: 'skydev-1/upgrade/v9.0.0@900/applied',
        day: '2026-03-10',
        kind: 'upgrade-applied',
        aeps: [23, 76, 78],
        aep: undefined,
        upgrade: 'v9.0.0',
        sentence:
          'v9.0.0 was applied at height 900 and delivered AEP-76 and AEP-78, and removed AEP-23.',
        source: 'height 900',
      },
    ])
  })

  it('tells an upgrade without AEPs too, takes its day from a link where the plan has none, and counts it without', () => {
    const plans = [{ ...applied, appliedOn: undefined }]
    expect(told(list([], [], { plans: [applied] }))).toEqual([
      '2026-03-10 upgrade-applied: v9.0.0 was applied at height 900; no AEP was found for it.',
    ])
    expect(list([], [linkOf(1, upgradeTarget())], { plans })[0]?.day).toBe('2026-03-10')
    expect([list([], [], { plans }).length, undated([], [], { plans })]).toEqual([0, 1])
  })

  it('keeps the key of a vote when its plan moves from scheduled to applied', () => {
    const proposals = [upgradeProposal()]
    const ahead = upgradeTarget({ state: 'scheduled', appliedOn: undefined })
    const plans: LinkPlan[] = [{ name: 'v9.0.0', height: 900n, state: 'scheduled' }]
    const before = list([], [linkOf(83, ahead)], { proposals, plans })
    expect(before).toEqual([
      {
        key: 'akashnet-2/proposal/90/closed',
        day: '2026-03-01',
        kind: 'upgrade-scheduled',
        aeps: [83],
        aep: 83,
        upgrade: 'v9.0.0',
        proposalId: 90n,
        sentence: 'Proposal 90 passed; it asked for v9.0.0 at height 900, to deliver AEP-83.',
        source: 'proposal 90',
      },
    ])
    const after = list([], [linkOf(83, upgradeTarget())], { proposals, plans: [applied] })
    expect(after.map(({ key, kind }) => `${kind} ${key}`)).toEqual([
      'upgrade-applied akashnet-2/upgrade/v9.0.0@900/applied',
      'vote-passed akashnet-2/proposal/90/closed',
    ])
  })

  it('tells votes that ended on upgrades or on an AEP, and no others', () => {
    const proposal = (id: bigint, rest: Partial<LinkProposal> = {}): LinkProposal => ({
      id,
      title: '',
      standing: 'passed',
      action: 'spend',
      texts: [],
      votingEndedOn: `2026-02-0${id}`,
      ...rest,
    })
    const proposals = [
      proposal(1n),
      proposal(2n),
      proposal(3n, { standing: 'failed' }),
      proposal(4n, { standing: 'in-vote', votingEndedOn: undefined }),
      proposal(5n, { action: 'text' }),
      upgradeProposal('rejected', '2026-02-06'),
    ]
    const links = [
      linkOf(62, spendTarget(2n), 'funds'),
      linkOf(63, spendTarget(2n), 'funds'),
      linkOf(64, spendTarget(3n), 'funds'),
      linkOf(64, spendTarget(4n), 'funds'),
      linkOf(26, spendTarget(5n), 'amends'),
      linkOf(27, spendTarget(1n), 'mentions'),
    ]
    expect(told(list([], links, { proposals }))).toEqual([
      '2026-02-06 vote-rejected: Proposal 90 was rejected; it asked for v9.0.0 at height 900.',
      '2026-02-05 vote-passed: Proposal 5 passed and amends AEP-26.',
      '2026-02-03 vote-rejected: Proposal 3 passed, but its messages had no effect; it was to fund AEP-64.',
      '2026-02-02 vote-passed: Proposal 2 passed and funds AEP-62 and AEP-63.',
    ])
  })

  it('tells a launch with where it is on record', () => {
    const target = {
      kind: 'launch',
      displayName: 'Mainnet 2',
      chainId: 'akashnet-2',
      date: '2021-03-08',
    } as const
    const registry = registryOf([], {
      launches: [{ ...target, sources: ['akash-network/net commit 0891850'] }],
    })
    expect(list([], [linkOf(9, target), linkOf(13, target)], { registry })).toMatchObject([
      {
        day: '2021-03-08',
        sentence: 'Mainnet 2 was launched and delivered AEP-9 and AEP-13.',
        source: 'akash-network/net commit 0891850',
      },
    ])
  })
})

it('goes from the newest to the oldest under keys that no two share', () => {
  const field = fc.constantFrom('title' as const, 'status' as const, 'completed' as const)
  const entry = fc.tuple(
    fc.constantFrom('2025-01-13', '2025-06-01', '2026-01-01'),
    fc.constantFrom('c1', 'c2'),
    field,
    fc.constantFrom('Draft', 'Final', undefined),
  )
  fc.assert(
    fc.property(fc.array(fc.array(entry), { maxLength: 4 }), (histories) => {
      const aeps = histories.map((entries, index) =>
        aepOf(index + 1, 'Draft', {
          created: '2024-01-01',
          history: entries.map((row) => change(...row)).sort((a, b) => (a.date < b.date ? -1 : 1)),
        }),
      )
      const changes = list(aeps)
      const days = changes.map(({ day }) => day)
      expect(days).toEqual(days.toSorted().reverse())
      expect(new Set(changes.map(({ key }) => key)).size).toBe(changes.length)
    }),
  )
})
