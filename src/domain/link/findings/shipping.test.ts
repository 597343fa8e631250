import { describe, expect, it } from 'vitest'
import { findInWorld, kindsInWorld } from './testing/find-in-world.ts'
import { aepOf, linkOf, spendTarget, statusHistory, upgradeTarget } from './testing/link-world.ts'

describe('what shipped, against the document', () => {
  it('finds a Draft that an applied upgrade delivered, and shows every upgrade that did', () => {
    const later = upgradeTarget({ name: 'v9.1.0', height: 950n, appliedOn: '2026-04-01' })
    expect(findInWorld([aepOf(1)], [linkOf(1, later), linkOf(1, upgradeTarget())])).toEqual([
      {
        aep: 1,
        kind: 'shipped-while-draft',
        explanation:
          'The document of AEP-1 still says Draft, although v9.0.0 delivered it at height 900 on 2026-03-10.',
        lines: [
          {
            statement: 'The document of AEP-1: status Draft',
            where: { kind: 'aep', number: 1, field: 'status' },
          },
          {
            statement: 'v9.0.0 was applied at height 900 on 2026-03-10.',
            where: { kind: 'upgrade', name: 'v9.0.0', height: 900n },
          },
          {
            statement: 'v9.1.0 was applied at height 950 on 2026-04-01.',
            where: { kind: 'upgrade', name: 'v9.1.0', height: 950n },
          },
        ],
        since: '2026-03-10',
      },
    ])
  })

  it('says nothing of a Draft whose upgrade is not applied, or only mentions or removes it', () => {
    const ahead = linkOf(1, upgradeTarget({ state: 'scheduled', appliedOn: undefined }))
    const others = [
      linkOf(1, upgradeTarget(), 'mentions'),
      linkOf(1, upgradeTarget(), 'removes'),
      linkOf(1, spendTarget(5n), 'funds'),
    ]
    expect(kindsInWorld([aepOf(1)], [ahead, ...others])).toEqual([])
  })

  it('finds Last Call as well, and leaves messages to the day of creation', () => {
    const messages = spendTarget(5n, { action: 'messages' })
    expect(
      kindsInWorld(
        [aepOf(1, 'Last Call'), aepOf(2)],
        [linkOf(1, upgradeTarget()), linkOf(2, messages)],
      ),
    ).toEqual(['1 shipped-while-last-call'])
  })

  it('counts Final before shipping by the run of status that held on the eve', () => {
    const history = statusHistory(
      ['2026-01-01', 'Final'],
      ['2026-02-01', 'Draft'],
      ['2026-03-09', 'Final'],
    )
    const [finding] = findInWorld([aepOf(1, 'Final', { history })], [linkOf(1, upgradeTarget())])
    expect(finding?.explanation).toBe(
      'The document of AEP-1 said Final from 2026-03-09, 1 day before v9.0.0 delivered it at height 900 on 2026-03-10.',
    )
  })

  it('does not count a Final set on the very day, nor one that was taken back before it', () => {
    const same = aepOf(1, 'Final', { history: statusHistory(['2026-03-10', 'Final']) })
    const back = aepOf(2, 'Last Call', {
      history: statusHistory(['2026-01-01', 'Final'], ['2026-02-01', 'Last Call']),
    })
    const links = [linkOf(1, upgradeTarget()), linkOf(2, upgradeTarget())]
    expect(kindsInWorld([same, back], links)).toEqual(['2 shipped-while-last-call'])
  })

  it('leaves out what needs the day of an upgrade whose day is not on record', () => {
    const undated = upgradeTarget({ appliedOn: undefined })
    const aep = aepOf(1, 'Final', {
      created: '2027-01-01',
      completed: '2020-01-01',
      history: statusHistory(['2020-01-01', 'Final']),
    })
    expect(kindsInWorld([aep], [linkOf(1, undated)])).toEqual([])
    // A second, dated one does not bring it back: the document may mean the first.
    expect(
      kindsInWorld(
        [aepOf(2, 'Final', { completed: '2020-01-01' })],
        [linkOf(2, undated), linkOf(2, upgradeTarget({ name: 'v9.1.0', height: 950n }))],
      ),
    ).toEqual([])
  })

  it('measures completion to the nearest delivery, with a week of grace on both sides', () => {
    const completedOn = (completed: string) =>
      kindsInWorld(
        [aepOf(1, 'Final', { completed })],
        [
          linkOf(1, upgradeTarget()),
          linkOf(1, upgradeTarget({ name: 'v9.1.0', height: 950n, appliedOn: '2026-05-10' })),
        ],
      )
    expect(completedOn('2026-03-03')).toEqual([])
    expect(completedOn('2026-3-2')).toEqual(['1 completed-far-from-delivery'])
    expect(completedOn('2026-05-17')).toEqual([])
    expect(completedOn('2026-05-18')).toEqual(['1 completed-far-from-delivery'])
    expect(completedOn('soon')).toEqual([])
  })

  it('finds a document written after the messages that delivered it', () => {
    const messages = spendTarget(335n, { action: 'messages', votingEndedOn: '2026-07-28' })
    const [finding, ...rest] = findInWorld(
      [aepOf(88, 'Draft', { created: '2026-08-17' })],
      [linkOf(88, messages)],
    )
    expect(rest).toEqual([])
    expect(finding).toMatchObject({ kind: 'delivered-before-created' })
    expect(finding?.explanation).toBe(
      'The document of AEP-88 says that it was created on 2026-08-17, 20 days after the messages of proposal 335 delivered it on 2026-07-28.',
    )
  })
})
