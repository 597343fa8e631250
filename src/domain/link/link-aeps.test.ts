import { describe, expect, it } from 'vitest'
import { aepOf } from './findings/testing/link-world.ts'
import type { LinkGround } from './link.ts'
import { linkAeps } from './link-aeps.ts'
import { planOf, smallGround, smallRegistry, upgradeProposal } from './testing/small-ground.ts'
import { tellLink } from './testing/tell-link.ts'

function linksOf(ground: Partial<LinkGround>): readonly string[] {
  return linkAeps(smallGround(ground)).links.map(tellLink)
}

describe('texts of proposals', () => {
  it('link an AEP and a proposal that nobody has seen before, without a row about them', () => {
    const proposals = [upgradeProposal(5n, 'This upgrade introduces AEP-97 (storage classes).')]
    const [link] = linkAeps(smallGround({ proposals, plans: [planOf(5n)] })).links
    expect(link).toEqual({
      aep: 97,
      relation: 'delivers',
      confidence: 'high',
      target: {
        kind: 'upgrade',
        name: 'v9.5.0',
        height: 5_000n,
        state: 'applied',
        proposalId: 5n,
        appliedOn: '2026-05-02',
      },
      evidence: [
        {
          class: 'explicit',
          rule: 'proposal-text',
          source: 'proposal 5, summary',
          quote: 'This upgrade introduces AEP-97 (storage classes).',
        },
      ],
    })
  })

  it('link on any chain, for they are its own', () => {
    const proposals = [upgradeProposal(5n, 'Implements AEP-97.')]
    expect(linksOf({ chainId: 'elsewhere-1', proposals, plans: [planOf(5n)] })).toEqual([
      '97 delivers v9.5.0 applied high',
    ])
  })

  it('keep the state of a plan that came to nothing', () => {
    const states = [
      'in-vote',
      'scheduled',
      'rejected',
      'superseded',
      'cancelled',
      'failed',
    ] as const
    for (const state of states) {
      const plans = [planOf(5n, { state, appliedOn: undefined })]
      const proposals = [upgradeProposal(5n, 'Implements AEP-97.')]
      expect(linksOf({ proposals, plans })).toEqual([`97 delivers v9.5.0 ${state} high`])
    }
  })

  it('stand alone where the plan itself was not read', () => {
    const proposals = [
      upgradeProposal(5n, 'Implements AEP-97.', { standing: 'in-vote' }),
      upgradeProposal(6n, 'Implements AEP-98.'),
    ]
    expect(linksOf({ proposals })).toEqual([
      '97 delivers v9.5.0 in-vote high',
      '98 delivers v9.6.0 unknown high',
    ])
  })

  it('tell two plans of one name apart by their proposals', () => {
    const plan = { name: 'v9.5.0', height: 5_000n }
    const proposals = [
      upgradeProposal(5n, 'Implements AEP-70.', { standing: 'rejected' }),
      upgradeProposal(6n, 'Implements AEP-70.', { plan }),
    ]
    const plans = [
      planOf(5n, { state: 'rejected', appliedOn: undefined }),
      planOf(5n, { proposalId: 6n }),
    ]
    expect(linksOf({ proposals, plans })).toEqual([
      '70 delivers v9.5.0 rejected high',
      '70 delivers v9.5.0 applied high',
    ])
  })

  it('fund what a spend proposal names, and only mention what any other text does', () => {
    const base = { plan: undefined, title: 'Money' }
    const text = 'This proposal implements AEP-70.'
    const proposals = [
      upgradeProposal(1n, text, { ...base, action: 'spend' }),
      upgradeProposal(2n, text, { ...base, action: 'text' }),
      upgradeProposal(3n, text, { ...base, action: 'unknown' }),
      upgradeProposal(4n, text, { ...base, action: 'cancel-upgrade' }),
      upgradeProposal(5n, text, { ...base, action: 'messages' }),
    ]
    expect(linksOf({ proposals })).toEqual([
      '70 funds #1 passed high',
      '70 mentions #2 passed medium',
      '70 mentions #3 passed medium',
      '70 mentions #4 passed medium',
      '70 delivers #5 passed high',
    ])
  })

  it('want a verb where messages are to deliver: a title that lists is not enough', () => {
    const proposals = [
      upgradeProposal(5n, 'See the forum.', {
        plan: undefined,
        action: 'messages',
        title: 'AEP-70: contracts',
      }),
    ]
    expect(linksOf({ proposals })).toEqual(['70 mentions #5 passed medium'])
  })

  it('do not fund what a spend only links to, or leaves out', () => {
    const proposals = [
      upgradeProposal(
        1n,
        'See https://akash.network/roadmap/aep-70/. It does not include AEP-71.',
        {
          plan: undefined,
          action: 'spend',
        },
      ),
    ]
    expect(linksOf({ proposals })).toEqual([
      '70 mentions #1 passed medium',
      '71 mentions #1 passed medium',
    ])
  })

  it('give mentions at most where they name more than 12 AEPs', () => {
    const numbers = (count: number) => Array.from({ length: count }, (_, at) => `AEP-${at + 10}`)
    const of = (count: number) => {
      const proposals = [
        upgradeProposal(5n, `This upgrade implements ${numbers(count).join(', ')}.`),
      ]
      const { links } = linkAeps(smallGround({ proposals, plans: [planOf(5n)] }))
      return new Set(links.map(({ relation }) => relation))
    }
    expect(of(12)).toEqual(new Set(['delivers']))
    expect(of(13)).toEqual(new Set(['mentions']))
  })

  it('give mentions at most where they name an AEP that is known not to exist', () => {
    const proposals = [upgradeProposal(5n, 'Implements AEP-70 and AEP-77.')]
    expect(linksOf({ proposals, plans: [planOf(5n)] })).toEqual([
      '70 mentions v9.5.0 applied medium',
    ])
  })

  it('take numbers far beyond the registry for discussions', () => {
    const proposals = [upgradeProposal(5n, 'Implements AEP-272, AEP-273 and AEP-839.')]
    // The highest known is 72; 200 further are believed.
    expect(linksOf({ proposals, plans: [planOf(5n)] })).toEqual([
      '272 delivers v9.5.0 applied high',
    ])
  })

  it('take no number for an AEP because one document is astray among those of discussions', () => {
    const registry = smallRegistry({ aeps: [aepOf(72), aepOf(250), aepOf(839)] })
    const proposals = [upgradeProposal(5n, 'Implements AEP-450, AEP-839 and AEP-876.')]
    expect(linksOf({ registry, proposals, plans: [planOf(5n)] })).toEqual([
      '450 delivers v9.5.0 applied high',
      '839 delivers v9.5.0 applied high',
    ])
  })

  it('say one thing of an AEP: what delivers it does not mention it as well', () => {
    const proposals = [
      upgradeProposal(5n, 'Implements AEP-70. AEP-70 was discussed at length.', {
        title: 'Mainnet 20: AEP-70',
      }),
    ]
    const { links } = linkAeps(smallGround({ proposals, plans: [planOf(5n)] }))
    expect(links.map(tellLink)).toEqual(['70 delivers v9.5.0 applied high'])
    // The sentence with the verb is the better witness than the list of the title.
    expect(links[0]?.evidence.map(({ source }) => source)).toEqual(['proposal 5, summary'])
  })

  it('know other releases from their own', () => {
    const proposals = [upgradeProposal(5n, 'v9.4.0 implements AEP-70; v9.5.0 implements AEP-71.')]
    expect(linksOf({ proposals, plans: [planOf(5n)] })).toEqual([
      '70 mentions v9.5.0 applied medium',
      '71 delivers v9.5.0 applied high',
    ])
  })

  it('do not fail on a text of nothing but numbers', () => {
    const proposals = [upgradeProposal(5n, 'AEP-1 '.repeat(10_000))]
    expect(linksOf({ proposals, plans: [planOf(5n)] })).toEqual([
      '1 mentions v9.5.0 applied medium',
    ])
  })
})
