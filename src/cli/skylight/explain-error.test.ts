import { describe, expect, it } from 'vitest'
import { AbciQueryError } from '../../chain/abci.ts'
import { VoteNotCountableError } from '../../queries/vote-not-countable.ts'
import { EndpointError } from '../../rpc/errors.ts'
import { explainError } from './explain-error.ts'
import { FailedFigureError } from './failed-figure-error.ts'
import { UsageError } from './parse-arguments.ts'
import { NoSuchProposalError } from './proposal.ts'

describe('explainError', () => {
  it.each<[Error, number]>([
    [new NoSuchProposalError('There is none.'), 1],
    [abci(22, "doesn't exist"), 1],
    [abci(26, 'in the future'), 1],
    [abci(6, 'unknown query path'), 1],
    [new UsageError('No command given.'), 2],
    [abci(38, 'pruned'), 3],
    [abci(6, 'Internal'), 3],
    [new EndpointError({ failure: { kind: 'timeout', timeoutMs: 9 }, endpoint: 'x' }), 3],
    [new Error('a mistake of ours'), 3],
    [new FailedFigureError('No count.', { kind: 'timed-out', sentence: 'Too slow.' }), 3],
    [new FailedFigureError('No count.', { kind: 'unexpected', sentence: 'A mistake.' }), 3],
    [new FailedFigureError('No count.', { kind: 'not-supported', sentence: 'Unknown.' }), 1],
  ])('%s ends with %i', (error, exitCode) => {
    expect(explainError(error, '').exitCode).toBe(exitCode)
  })

  it('shows the usage to whom it helps alone', () => {
    expect(explainError(new UsageError('No command given.'), 'Usage: …').text).toBe(
      'No command given.\n\nUsage: …',
    )
    expect(explainError(new NoSuchProposalError('There is none.'), 'Usage: …').text).toBe(
      'There is none.\n',
    )
  })

  it('says which figure is missing and why', () => {
    const error = new FailedFigureError('No count.', { kind: 'timed-out', sentence: 'Too slow.' })
    expect(explainError(error, '').text).toBe('No count.\nToo slow.\n')
  })

  it('owns up to its own mistakes, without speaking of a page that could be reloaded', () => {
    expect(explainError(new TypeError('x is not a function'), '').text).toBe(
      'Something in this program went wrong; please report it with the line below.\nx is not a function\n',
    )
  })

  it("prints the node's words below the sentence, on one line and harmless", () => {
    expect(explainError(abci(6, 'line one\n\u001b[31mline two'), '').text).toBe(
      'http://node.test could not answer /p; try another endpoint.\nline one ‹U+001B›[31mline two\n',
    )
  })

  it('says why a vote cannot be counted in the words of the figure that is missing', () => {
    const failure = { kind: 'pruned', sentence: 'No stake. The node keeps it no longer.' } as const
    expect(explainError(new VoteNotCountableError('No stake.', failure), '')).toEqual({
      text: 'No stake. The node keeps it no longer.\n',
      exitCode: 3,
    })
  })
})

function abci(code: number, log: string): AbciQueryError {
  const endpoint = 'http://node.test'
  return new AbciQueryError({ code, codespace: 'sdk', log, path: '/p', height: 5n, endpoint })
}
