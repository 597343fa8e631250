import type { FailureKind } from '../../domain/failure.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { NoSuchAepError } from './aep.ts'
import { EXIT } from './answer.ts'
import { FailedFigureError } from './failed-figure-error.ts'
import { NoSuchHaltError } from './halt.ts'
import { NoSuchLeaseError } from './lease.ts'
import { UsageError } from './parse-arguments.ts'
import { NoSuchProposalError } from './proposal.ts'
import { NoSuchUpgradeError } from './upgrade.ts'

/** What a command says of an error on stderr, and the code it ends with. Strangers' words cannot drive the terminal. */
export function explainError(
  error: unknown,
  usage: string,
): { readonly text: string; readonly exitCode: number } {
  if (error instanceof UsageError) {
    return { text: `${error.message}\n\n${usage}`, exitCode: EXIT.usage }
  }
  if (
    error instanceof NoSuchProposalError ||
    error instanceof NoSuchUpgradeError ||
    error instanceof NoSuchAepError ||
    error instanceof NoSuchLeaseError ||
    error instanceof NoSuchHaltError
  ) {
    return { text: `${sanitizeChainText(error.message)}\n`, exitCode: error.exitCode }
  }
  const isFigure = error instanceof FailedFigureError
  const { kind, sentence, detail, endpoint } = isFigure
    ? error.failure
    : describeQueryFailure(error)
  const lines = [
    ...(isFigure ? [error.message] : []),
    // Where no endpoint is to blame it is this program, and its screens' sentence is about a page.
    kind === 'unexpected' && endpoint === undefined ? OUR_MISTAKE : sentence,
    ...(detail === undefined ? [] : [detail]),
  ]
  return {
    text: lines.map((line) => `${sanitizeChainText(line)}\n`).join(''),
    exitCode: CHAIN_SAYS_NO.has(kind) ? EXIT.noSuchThing : EXIT.noEndpoint,
  }
}

const OUR_MISTAKE = 'Something in this program went wrong; please report it with the line below.'

/** The chain or the node answered, and the answer is that there is nothing to show. */
const CHAIN_SAYS_NO: ReadonlySet<FailureKind> = new Set(['not-found', 'not-yet', 'not-supported'])
