/** A fact on a screen that another node can be asked for in the same words. */
export type ComparedFact =
  | { readonly kind: 'proposal'; readonly id: bigint }
  | { readonly kind: 'tally'; readonly id: bigint }
  | { readonly kind: 'gov-params' }
  | { readonly kind: 'bonded-tokens' }
  /** The block at the height of the picture, with the state before it: two nodes that differ here are of two forks. */
  | { readonly kind: 'block' }

/** Names a fact among others of one picture. */
export function formatFactKey(fact: ComparedFact): string {
  return 'id' in fact ? `${fact.kind} ${fact.id}` : fact.kind
}

/** The fact in words that fit "two nodes disagree on …". */
export function formatFactName(fact: ComparedFact): string {
  switch (fact.kind) {
    case 'proposal':
      return `proposal ${fact.id}`
    case 'tally':
      return `the tally of proposal ${fact.id}`
    case 'gov-params':
      return 'the parameters of governance'
    case 'bonded-tokens':
      return 'the bonded stake'
    case 'block':
      return 'the block'
  }
}

/** What one node answered. `mark` is equal where answers are. */
export interface GivenAnswer {
  readonly endpoint: string
  readonly mark: string
}

/** One answer and everybody who gave it. */
export interface SharedAnswer {
  readonly mark: string
  readonly endpoints: readonly string[]
}

/** What other nodes say of a fact that one node told. */
export type Opinion =
  | {
      readonly kind: 'agreed'
      readonly height: bigint
      /** Who else says so. */
      readonly endpoints: readonly string[]
    }
  | {
      readonly kind: 'differs'
      readonly fact: ComparedFact
      readonly height: bigint
      /** The answer on screen first. `value` is it in words; a stranger's text. */
      readonly answers: readonly { readonly value: string; readonly endpoints: readonly string[] }[]
    }
  /** Nobody else could say. That is no alarm. */
  | { readonly kind: 'alone'; readonly height: bigint; readonly sentence: string }

/** Puts answers that are the same together, in the order in which they were first given. */
export function groupAnswers(answers: readonly GivenAnswer[]): readonly SharedAnswer[] {
  const groups = new Map<string, string[]>()
  for (const { mark, endpoint } of answers) {
    const endpoints = groups.get(mark)
    if (endpoints === undefined) groups.set(mark, [endpoint])
    else endpoints.push(endpoint)
  }
  return [...groups].map(([mark, endpoints]) => ({ mark, endpoints }))
}

/**
 * What the answers to one question amount to. `answers`: that on screen first.
 * `whyAlone`: why nobody else answered, where that is so.
 */
export function judgeAnswers(question: {
  readonly fact: ComparedFact
  readonly height: bigint
  readonly answers: readonly [GivenAnswer, ...GivenAnswer[]]
  readonly whyAlone: string
  readonly describe: (mark: string) => string
}): Opinion {
  const { fact, height, answers, whyAlone, describe } = question
  const groups = groupAnswers(answers)
  if (groups.length > 1) {
    return {
      kind: 'differs',
      fact,
      height,
      answers: groups.map(({ mark, endpoints }) => ({ value: describe(mark), endpoints })),
    }
  }
  const [, ...others] = answers
  return others.length === 0
    ? { kind: 'alone', height, sentence: whyAlone }
    : { kind: 'agreed', height, endpoints: others.map(({ endpoint }) => endpoint) }
}
