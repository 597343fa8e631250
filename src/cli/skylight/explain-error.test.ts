import { describe, expect, it } from 'vitest'
import { AbciQueryError } from '../../chain/abci.ts'
import { EndpointError } from '../../rpc/errors.ts'
import { explainError } from './explain-error.ts'
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

  it("prints the node's words below the sentence, on one line and harmless", () => {
    expect(explainError(abci(6, 'line one\n\u001b[31mline two'), '').text).toBe(
      'http://node.test could not answer /p; try another endpoint.\nline one ‹U+001B›[31mline two\n',
    )
  })
})

function abci(code: number, log: string): AbciQueryError {
  const endpoint = 'http://node.test'
  return new AbciQueryError({ code, codespace: 'sdk', log, path: '/p', height: 5n, endpoint })
}
