import { isVotingValidator, type Validator } from '../validator.ts'
import type { Vote } from '../vote.ts'
import type { TallyFinding } from './tally-finding.ts'

export interface VotingValidators {
  /** Those whose stake can vote, one an operator address, in the order read. */
  readonly byOperator: ReadonlyMap<string, Validator>
  /** The same by the account that votes for them. */
  readonly byAccount: ReadonlyMap<string, Validator>
  readonly findings: readonly TallyFinding[]
}

/**
 * Picks the validators whose stake can vote and compares them with the bonded pool and with who voted.
 * @param bondedTokens undefined when the pool is not known, which leaves the comparison out
 */
export function pickVotingValidators(
  validators: readonly Validator[],
  votes: ReadonlyMap<string, Vote>,
  bondedTokens: bigint | undefined,
): VotingValidators {
  const byOperator = new Map<string, Validator>()
  const byAccount = new Map<string, Validator>()
  const findings: TallyFinding[] = []
  for (const validator of validators) {
    const { operatorAddress, accountAddress, status } = validator
    if (!isVotingValidator(validator)) {
      if (votes.has(accountAddress)) {
        findings.push({ kind: 'voter-not-bonded', voter: accountAddress, operatorAddress, status })
      }
      continue
    }
    if (byOperator.has(operatorAddress)) {
      findings.push({ kind: 'duplicate-validator', operatorAddress })
    } else if (validator.delegatorShares <= 0n) {
      findings.push({ kind: 'zero-shares', operatorAddress })
    }
    byOperator.set(operatorAddress, validator)
    byAccount.set(accountAddress, validator)
  }
  if (bondedTokens !== undefined) pushPoolFindings(findings, byOperator, bondedTokens)
  return { byOperator, byAccount, findings }
}

function pushPoolFindings(
  findings: TallyFinding[],
  validators: ReadonlyMap<string, Validator>,
  bondedTokens: bigint,
): void {
  if (bondedTokens <= 0n) {
    findings.push({ kind: 'bonded-zero' })
    return
  }
  let validatorTokens = 0n
  for (const { tokens } of validators.values()) validatorTokens += tokens
  if (validatorTokens !== bondedTokens) {
    findings.push({ kind: 'bonded-differs', bondedTokens, validatorTokens })
  }
}
