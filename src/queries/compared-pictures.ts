import { type ComparedFact, formatFactKey, type Opinion } from '../domain/second-opinion.ts'
import type { ProposalDetail } from './proposal-detail.ts'
import type { ProposalList } from './proposal-list.ts'
import type { ComparedPicture, Disagreement, SecondOpinions } from './second-opinion.ts'

/** What both lists and every proposal rest on. */
const SHARED: readonly ComparedFact[] = [
  { kind: 'block' },
  { kind: 'gov-params' },
  { kind: 'bonded-tokens' },
]

/** The live tallies of a list; undefined until it is whole, or where no node was read. */
export function comparedPictureOfList(list: ProposalList | undefined): ComparedPicture | undefined {
  if (list === undefined || !list.isComplete || list.onlyKept !== undefined) return undefined
  const tallies = [...list.tallies].flatMap(([id, { kind }]): readonly ComparedFact[] =>
    kind === 'known' ? [{ kind: 'tally', id: BigInt(id) }] : [],
  )
  return { source: list.source, facts: [...SHARED, ...tallies] }
}

/** One proposal with its tally. */
export function comparedPictureOfProposal({
  proposal,
  source,
}: Extract<ProposalDetail, { kind: 'found' }>): ComparedPicture {
  const { id } = proposal
  return { source, facts: [{ kind: 'proposal', id }, { kind: 'tally', id }, ...SHARED] }
}

/** The opinion on a picture as a whole: it is confirmed when every fact of it is. undefined where nobody was asked. */
export function overallOpinion(opinions: SecondOpinions): Opinion | undefined {
  const all = [...opinions.values()]
  return (
    all.find(({ kind }) => kind === 'differs') ?? all.find(({ kind }) => kind === 'alone') ?? all[0]
  )
}

/** The disagreements among opinions, without those on tallies, which are told at the tally. */
export function disagreementsBeside(opinions: SecondOpinions): readonly Disagreement[] {
  return [...opinions.values()].flatMap((opinion) =>
    opinion.kind === 'differs' && opinion.fact.kind !== 'tally' ? [opinion] : [],
  )
}

/** The disagreement on one tally, if there is one. */
export function disagreementOnTally(
  opinions: SecondOpinions,
  id: bigint,
): Disagreement | undefined {
  const opinion = opinions.get(formatFactKey({ kind: 'tally', id }))
  return opinion?.kind === 'differs' ? opinion : undefined
}
