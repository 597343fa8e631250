import { describe, expect, it } from 'vitest'
import {
  aepOf,
  linkOf,
  spendTarget,
  statusHistory,
  upgradeProposal,
  upgradeTarget,
} from '../findings/testing/link-world.ts'
import type { Pipeline } from './pipeline.ts'
import { entryOf, pipeWorld } from './testing/pipe-world.ts'

function stepsOf(pipeline: Pipeline, number: number) {
  return entryOf(pipeline, number)?.steps.map(({ kind, length }) => [
    kind,
    length.kind === 'unknown' ? 'unknown' : `${length.kind} ${length.days}`,
  ])
}

describe('how long steps took', () => {
  const history = statusHistory(
    ['2026-01-05', 'Draft'],
    ['2026-01-11', 'Last Call'],
    ['2026-02-10', 'Final'],
  )
  const aep = aepOf(1, 'Final', { created: '2026-01-01', history })
  const proposals = [upgradeProposal()]

  it('measures each from its own days', () => {
    expect(stepsOf(pipeWorld([aep], [linkOf(1, upgradeTarget())], { proposals }), 1)).toEqual([
      ['draft', 'known 10'],
      ['review', 'known 30'],
      ['to-vote', 'known 59'],
      ['to-upgrade', 'known 9'],
      ['whole', 'known 68'],
    ])
  })

  it('says that a step whose day is not on record is of unknown length', () => {
    const pipeline = pipeWorld([aep], [linkOf(1, upgradeTarget({ proposalId: undefined }))], {
      proposals,
    })
    expect(stepsOf(pipeline, 1)?.slice(2)).toEqual([
      ['to-vote', 'unknown'],
      ['to-upgrade', 'unknown'],
      ['whole', 'known 68'],
    ])
    const imported = aepOf(2, 'Final', {
      created: '2020-01-01',
      history: statusHistory(['2025-01-13', 'Final']),
    })
    expect(entryOf(pipeWorld([imported]), 2)?.steps).toEqual([
      {
        kind: 'draft',
        from: '2020-01-01',
        to: undefined,
        length: {
          kind: 'unknown',
          reason: 'What documents said before 2025-01-13 is not on record.',
        },
      },
    ])
  })

  it('counts up to today what is not over', () => {
    const open = upgradeTarget({ state: 'scheduled', appliedOn: undefined })
    const pipeline = pipeWorld([aep], [linkOf(1, open)], { proposals })
    expect(stepsOf(pipeline, 1)?.slice(3)).toEqual([
      ['to-upgrade', 'running 264'],
      ['whole', 'running 323'],
    ])
    const inVote = upgradeTarget({ state: 'in-vote', appliedOn: undefined })
    const voting = pipeWorld([aep], [linkOf(1, inVote)], {
      proposals: [upgradeProposal('in-vote')],
    })
    expect(stepsOf(voting, 1)?.slice(2)).toEqual([['to-vote', 'running 323']])
  })

  it('takes no length from days that contradict each other', () => {
    const late = aepOf(1, 'Draft', { created: '2026-08-17' })
    const messages = spendTarget(335n, { action: 'messages', votingEndedOn: '2026-07-28' })
    expect(stepsOf(pipeWorld([late], [linkOf(1, messages)]), 1)).toEqual([
      ['draft', 'running 95'],
      ['to-vote', 'unknown'],
      ['to-upgrade', 'known 0'],
      ['whole', 'unknown'],
    ])
  })

  it('has no draft step for a document that was never seen as one', () => {
    const born = aepOf(1, 'Final', {
      created: '2026-03-06',
      history: statusHistory(['2026-03-06', 'Final']),
    })
    expect(stepsOf(pipeWorld([born]), 1)).toEqual([])
  })

  it('has no vote for a launch', () => {
    const launch = {
      kind: 'launch',
      displayName: 'Mainnet 2',
      chainId: 'akashnet-2',
      date: '2021-03-08',
    } as const
    const old = aepOf(1, 'Draft', { created: '2021-02-03' })
    expect(stepsOf(pipeWorld([old], [linkOf(1, launch)]), 1)?.slice(1)).toEqual([
      ['whole', 'known 33'],
    ])
  })

  it('gives the median of the known lengths alone, and says how many those are', () => {
    const created = ['2026-01-01', '2026-02-09', '2026-03-09', 'unreadable']
    const aeps = created.map((day, index) => aepOf(index + 1, 'Draft', { created: day }))
    const links = aeps.map(({ number }) => linkOf(number, upgradeTarget()))
    const { medians } = pipeWorld(aeps, links, { proposals })
    // 68, 29 and 1 days; the fourth is not known.
    expect(medians.find(({ kind }) => kind === 'whole')).toEqual({
      kind: 'whole',
      medianDays: 29,
      cases: 3,
      running: 0,
      unknown: 1,
    })
    expect(medians.find(({ kind }) => kind === 'review')).toEqual({
      kind: 'review',
      medianDays: undefined,
      cases: 0,
      running: 0,
      unknown: 0,
    })
    const two = pipeWorld(aeps.slice(0, 2), links, { proposals }).medians
    expect(two.find(({ kind }) => kind === 'whole')?.medianDays).toBe(48.5)
  })
})
