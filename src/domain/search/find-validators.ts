import { foldText } from './parse-search.ts'
import type { SearchableValidator, SearchResult } from './search-results.ts'

/** Parts of an address shorter than this say nothing. */
const SHORTEST_PART = 4

/** Validators whose moniker holds every word, or one of whose addresses holds the text; more stake first. */
export function findValidators(
  validators: readonly SearchableValidator[],
  words: readonly string[],
  phrase: string,
): readonly SearchResult[] {
  return validators
    .flatMap((validator) => {
      const score = scoreOf(validator, words, phrase)
      return score === undefined ? [] : [{ validator, score }]
    })
    .sort((a, b) => compareDown(a.validator.tokens, b.validator.tokens))
    .map(({ validator, score }) => validatorResult(validator, score))
}

export function validatorResult(validator: SearchableValidator, score: number): SearchResult {
  return {
    group: 'Validators',
    target: { kind: 'account', address: validator.operatorAddress },
    title: validator.label,
    detail: validator.jailed ? 'Validator, jailed' : 'Validator, bonded: its votes and its facts',
    score,
  }
}

function scoreOf(
  { moniker, operatorAddress, accountAddress, consensusAddress }: SearchableValidator,
  words: readonly string[],
  phrase: string,
): number | undefined {
  const name = foldText(moniker)
  if (name === phrase) return 70
  if (name.startsWith(phrase)) return 55
  if (words.every((word) => name.includes(word))) return 45
  const addresses = [operatorAddress, accountAddress, consensusAddress ?? '']
  const isPart = phrase.length >= SHORTEST_PART && addresses.some((own) => own.includes(phrase))
  return isPart ? 20 : undefined
}

function compareDown(a: bigint, b: bigint): number {
  return a < b ? 1 : a > b ? -1 : 0
}
