import { fetchChainIdentity } from '../chain/chain-identity.ts'
import {
  comparedRequest,
  describeComparedAnswer,
  readComparedAnswer,
} from '../chain/compared-facts.ts'
import {
  type ComparedFact,
  formatFactKey,
  type GivenAnswer,
  judgeAnswers,
} from '../domain/second-opinion.ts'
import type { Chain } from './chain.ts'
import { describeQueryFailure } from './failures.ts'
import type { NodePeer } from './nodes.ts'
import type { ComparedPicture, SecondOpinions } from './second-opinion.ts'

/** More open tallies than this are not asked for a second time. */
const MOST_FACTS = 18

/** Nodes asked until one has an opinion; and, where two differ, for a third. */
const MOST_ASKED = 3

/** A fact with the answers to it so far, that on screen first. */
interface ToldFact {
  readonly fact: ComparedFact
  readonly answers: [GivenAnswer, ...GivenAnswer[]]
  whyAlone: string
}

/** Nobody else has said the same yet, or two say different things. */
function isOpen({ answers }: ToldFact): boolean {
  const [first, ...others] = answers
  return others.length === 0 || others.some(({ mark }) => mark !== first.mark)
}

/**
 * Asks other endpoints the same at the same height and compares the bytes. One batch to one endpoint; another only where
 * that one cannot say, or says otherwise. Never rejects: who fails, refuses or answers of another height has no opinion.
 */
export async function readSecondOpinions(
  chain: Pick<Chain, 'nodes'>,
  { source, facts }: ComparedPicture,
  signal?: AbortSignal,
): Promise<SecondOpinions> {
  const { height, chainId } = source
  const told: ToldFact[] = facts.slice(0, MOST_FACTS).flatMap((fact) => {
    const answer = chain.nodes.recall(comparedRequest(fact, height))
    const mark = answer && readComparedAnswer(fact, height, answer.result)
    if (answer === undefined || mark === undefined) return []
    return [{ fact, answers: [{ endpoint: answer.endpoint, mark }], whyAlone: '' }]
  })
  let asked = 0
  for (const peer of rankPeers(chain, chainId, height)) {
    const wanted = told.filter(
      (one) => isOpen(one) && one.answers.every(({ endpoint }) => endpoint !== peer.name),
    )
    if (wanted.length === 0) continue
    if (asked === MOST_ASKED) break
    asked += 1
    const given = await askPeer(
      peer,
      chainId,
      height,
      wanted.map(({ fact }) => fact),
      signal,
    )
    for (const [index, one] of wanted.entries()) {
      const mark = given.kind === 'answers' ? given.marks[index] : undefined
      if (mark !== undefined) one.answers.push({ endpoint: peer.name, mark })
      else {
        one.whyAlone =
          given.kind === 'none' ? given.why : `${peer.name} does not tell it at this height.`
      }
    }
  }
  return new Map(
    told.map(({ fact, answers, whyAlone }) => [
      formatFactKey(fact),
      judgeAnswers({
        fact,
        height,
        answers,
        whyAlone: whyAlone || 'No other endpoint of this chain answers now.',
        describe: (mark) => describeComparedAnswer(fact, mark),
      }),
    ]),
  )
}

/** Endpoints that may know, best first: those that answered of late and have the block, then those never heard of. */
function rankPeers(
  { nodes }: Pick<Chain, 'nodes'>,
  chainId: string,
  height: bigint,
): readonly NodePeer[] {
  const { health, peers } = nodes
  const rankOf = ({ name }: NodePeer): number | undefined => {
    const { facts, restsUntilMs = 0, cors } = health.snapshot(name)
    if (restsUntilMs > health.now() || cors === 'refused') return undefined
    if (facts.chainId !== undefined && facts.chainId !== chainId) return undefined
    if (facts.latestHeight === undefined) return 1
    return facts.latestHeight >= height ? 0 : 2
  }
  return peers
    .flatMap((peer) => {
      const rank = rankOf(peer)
      return rank === undefined ? [] : { peer, rank }
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ peer }) => peer)
}

type PeerAnswers =
  | { readonly kind: 'answers'; readonly marks: readonly (string | undefined)[] }
  | { readonly kind: 'none'; readonly why: string }

/** One batch: who it is of, and every fact. */
async function askPeer(
  { transport }: NodePeer,
  chainId: string,
  height: bigint,
  facts: readonly ComparedFact[],
  signal: AbortSignal | undefined,
): Promise<PeerAnswers> {
  const options = signal ? { signal } : {}
  const [identity, ...answers] = await Promise.allSettled([
    fetchChainIdentity(transport, options),
    ...facts.map((fact) => transport.request(comparedRequest(fact, height), options)),
  ])
  if (identity.status === 'rejected') {
    return { kind: 'none', why: describeQueryFailure(identity.reason).sentence }
  }
  if (identity.value !== chainId) {
    return { kind: 'none', why: `${transport.endpoints[0] ?? ''} is a node of another chain.` }
  }
  const marks = facts.map((fact, index) => {
    const answer = answers[index]
    return answer?.status === 'fulfilled'
      ? readComparedAnswer(fact, height, answer.value.result)
      : undefined
  })
  return { kind: 'answers', marks }
}
