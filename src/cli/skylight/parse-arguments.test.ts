import { describe, expect, it } from 'vitest'
import { parseArguments, parseProposalId } from './parse-arguments.ts'

describe('parseArguments', () => {
  it('reads a command with several endpoints, given at once or one by one', () => {
    expect(
      parseArguments([
        'proposal',
        '353',
        '--rpc',
        'http://127.0.0.1:1,https://node.test/',
        '--rpc',
        'node2.test',
        '--height',
        '27400494',
        '--format',
        'json',
        '--now',
        '2026-11-21T03:05:26Z',
      ]),
    ).toMatchObject({
      command: 'proposal',
      positionals: ['353'],
      rpc: ['http://127.0.0.1:1', 'https://node.test', 'https://node2.test'],
      height: 27_400_494n,
      format: 'json',
    })
  })

  it.each([
    [[], 'No command given.'],
    [['proposals', '--format', 'xml'], '--format takes table, json or csv, not "xml".'],
    [['proposals', '--height', '-1'], /height/],
    [['proposals', '--height', '0'], '--height takes a block height, not "0".'],
    [
      ['proposals', '--now', 'today'],
      '--now takes a time such as 2026-11-21T03:05:26Z, or a day, not "today".',
    ],
    [
      ['findings', '--now', '2026-02-31'],
      '--now takes a time such as 2026-11-21T03:05:26Z, or a day, not "2026-02-31".',
    ],
    [['proposals', '--rpc', 'ftp://node.test'], /^--rpc: /],
    [['proposals', '--frobnicate'], /^Unknown option '--frobnicate'\.$/],
  ])('says what is wrong with %j', (args, message) => {
    expect(() => parseArguments(args)).toThrow(message)
  })
})

describe('parseProposalId', () => {
  it.each([
    ['353', 353n],
    ['#353', 353n],
  ])('takes %s', (text, id) => {
    expect(parseProposalId([text])).toBe(id)
  })

  it.each([
    [[], 'Which proposal? Give its number.'],
    [['abc'], '"abc" is no proposal number.'],
    [['0'], '"0" is no proposal number.'],
    [['-3'], '"-3" is no proposal number.'],
    [['1', '2'], 'One proposal at a time: "2" is too much.'],
  ])('says what is wrong with %j', (positionals, message) => {
    expect(() => parseProposalId(positionals)).toThrow(message)
  })
})
