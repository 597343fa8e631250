import { describe, expect, it } from 'vitest'
import { decodeUtf8 } from '../server/bytes.ts'
import { answerAppQuery } from './app-queries.ts'

describe('answerAppQuery', () => {
  it('tells the version with the codespace of errors, as baseapp does (steady/190)', () => {
    const answer = answerAppQuery('/app/version', 'v2.1.0', 9n)
    expect(answer).toMatchObject({ code: 0, codespace: 'sdk', log: '', height: 9n })
    expect(decodeUtf8(answer?.value ?? new Uint8Array())).toBe('v2.1.0')
  })

  it.each([
    [
      '/app',
      "expected second parameter to be either 'simulate' or 'version', neither was present: unknown request",
    ],
    ['/app/simulate', 'unknown query: [app simulate]: unknown request'],
    ['/p2p/filter/addr', 'path should be p2p filter <addr|id> <parameter>: unknown request'],
    ['/p2p/block/addr/1.2.3.4', "expected second parameter to be 'filter': unknown request"],
  ])('refuses %s', (path, log) => {
    expect(answerAppQuery(path, '', 9n)).toMatchObject({
      code: 6,
      codespace: 'sdk',
      log,
      height: 0n,
    })
  })

  it('lets every peer pass', () => {
    expect(answerAppQuery('/p2p/filter/id/abc', '', 9n)).toMatchObject({ code: 0, codespace: '' })
  })

  it('leaves other paths to others', () => {
    expect(answerAppQuery('/store/gov/key', '', 9n)).toBeUndefined()
    expect(answerAppQuery('/application/version', '', 9n)).toBeUndefined()
  })
})
