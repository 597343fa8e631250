import { describe, expect, it } from 'vitest'
import { foldMentions } from './fold-mentions.ts'
import type { AepLink } from './link.ts'
import { linksOfPlan } from './links-of-plan.ts'
import { linksOfProposal } from './links-of-proposal.ts'

const link = (
  aep: number,
  relation: AepLink['relation'],
  proposalId: bigint | undefined = 7n,
  name = 'v2.0.0',
): AepLink => ({
  aep,
  relation,
  confidence: 'high',
  target: {
    kind: 'upgrade',
    name,
    height: 100n,
    state: 'applied',
    proposalId,
    appliedOn: undefined,
  },
  evidence: [{ class: 'explicit', rule: 'proposal-text', source: `${relation} ${aep}` }],
})

const told = (links: readonly AepLink[]) =>
  links.map(({ aep, relation, evidence }) => [aep, relation, evidence.map(({ source }) => source)])

describe('foldMentions', () => {
  it('puts what mentions an AEP with the evidence of what is done to it, and keeps other mentions', () => {
    const links = [link(23, 'mentions'), link(23, 'removes'), link(64, 'mentions')]
    expect(told(foldMentions(links))).toEqual([
      [23, 'removes', ['removes 23', 'mentions 23']],
      [64, 'mentions', ['mentions 64']],
    ])
  })
})

describe('linksOfPlan', () => {
  const row = { name: 'v2.0.0', height: 100n, proposalId: 7n }

  it('tells two proposals for the same name and height apart', () => {
    const links = [link(1, 'delivers'), link(2, 'delivers', 8n), link(3, 'delivers', 7n, 'v2.0.1')]
    expect(linksOfPlan({ links }, row).map(({ aep }) => aep)).toEqual([1])
  })

  it('takes links of a plan whose proposal nobody knows', () => {
    const unknown = { ...link(1, 'delivers') }
    const links: readonly AepLink[] = [
      {
        ...unknown,
        target: {
          ...unknown.target,
          kind: 'upgrade',
          proposalId: undefined,
          name: 'v2.0.0',
          height: 100n,
          state: 'applied',
          appliedOn: undefined,
        },
      },
      link(2, 'delivers', 8n),
    ]
    expect(linksOfPlan({ links }, row).map(({ aep }) => aep)).toEqual([1])
    expect(linksOfPlan({ links }, { ...row, proposalId: undefined })).toHaveLength(2)
  })
})

describe('linksOfProposal', () => {
  it('has those to the proposal and those to the plan it asks for', () => {
    const own: AepLink = {
      ...link(5, 'funds'),
      target: {
        kind: 'proposal',
        proposalId: 7n,
        standing: 'passed',
        action: 'spend',
        votingEndedOn: undefined,
      },
    }
    const launch: AepLink = {
      ...link(6, 'delivers'),
      target: {
        kind: 'launch',
        displayName: 'Mainnet 1',
        chainId: 'akashnet-1',
        date: '2020-09-25',
      },
    }
    const links = [link(1, 'delivers'), own, launch, link(2, 'delivers', 8n)]
    expect(linksOfProposal({ links }, 7n).map(({ aep }) => aep)).toEqual([1, 5])
  })
})
