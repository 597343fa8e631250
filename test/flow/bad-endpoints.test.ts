import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeFailure } from '../../src/chain/failure.ts'
import { EXIT } from '../../src/cli/skylight/answer.ts'
import { explainError } from '../../src/cli/skylight/explain-error.ts'
import { type ReplayNode, startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { readNode, standingOf } from '../../src/queries/node-facts.ts'
import { createConnection } from '../../src/rpc/connection.ts'
import { answerMethods, answerText, type Behaviour, startFakeNode, statusOf } from '../fake-node.ts'
import { queryPath, refusal, startMisbehavingNode } from './misbehaving-node.ts'
import { connectTo, readWholeList } from './reading.ts'
import { RECORDINGS } from './recorded-proposals.ts'
import { runSkylight } from './run-skylight.ts'

const HTML = { 'content-type': 'text/html' }
const SLEEPLESS = { retry: { sleep: () => Promise.resolve() } }

let node: ReplayNode
beforeAll(async () => {
  node = await startReplayNode({ scene: join(RECORDINGS, 'steady') })
})
afterAll(() => node.close())

/** An address, how whatever listens there behaves, and the sentence the reader gets. */
const WRONG: readonly (readonly [string, Behaviour, (url: string) => string])[] = [
  [
    'a web server that knows no such page',
    answerText('<h1>Not found</h1>', 404, HTML),
    (url) => `${url} has no RPC service at this path (HTTP 404); check the address.`,
  ],
  [
    'a web page',
    answerText('<!doctype html><title>Welcome</title>', 200, HTML),
    (url) => `${url} answered with a web page, not as a node; check the address.`,
  ],
  [
    'junk',
    answerText('\u0007\u0007 hello', 200, { 'content-type': 'application/octet-stream' }),
    (url) => `${url} sent something that is not JSON; check the address.`,
  ],
  [
    'JSON of another kind',
    answerText('{"hello":"world"}'),
    (url) => `${url} sent JSON that is not a node's answer; check the address.`,
  ],
  [
    'nothing',
    answerText(''),
    (url) => `${url} sent an empty answer; try again or use another endpoint.`,
  ],
  [
    'a redirect',
    answerText('', 302, { location: 'http://127.0.0.1:9/' }),
    (url) => `${url} redirects, which is not followed; enter the address it leads to.`,
  ],
  [
    'JSON that breaks off',
    answerText('[{"jsonrpc":"2.0","id":0,"result":{"node_info":{"netw'),
    (url) => `${url} broke off in the middle of its answer; try again or use another endpoint.`,
  ],
  [
    'fewer bytes than it promised',
    (response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('[{"jsonrpc":"2.0"')
      setTimeout(() => response.destroy(), 20)
    },
    (url) => `${url} broke off in the middle of its answer; try again or use another endpoint.`,
  ],
  [
    'HTTP 503',
    answerText('<h1>Bad gateway</h1>', 503, HTML),
    (url) => `${url} failed (HTTP 503); try again or use another endpoint.`,
  ],
  [
    'a JSON-RPC service that is no node',
    answerMethods({ eth_chainId: '0x1' }),
    (url) => `${url} does not offer status; use another endpoint.`,
  ],
  [
    'a status that names no chain',
    answerMethods({ status: { node_info: {} }, abci_info: {} }),
    () =>
      'The answer to status has no usable node_info.network. Whatever answers there does not speak as a CometBFT node; check the address.',
  ],
]

describe('an endpoint that is no node', () => {
  it.each(WRONG)('answers with %s: the reader is told so', async (_, behaviour, sentence) => {
    const wrong = await startFakeNode(behaviour)
    try {
      const error = await errorOf(wrong.url)
      expect(describeFailure(error).sentence).toBe(sentence(wrong.url))
      expect(explainError(error, '').text.split('\n')[0]).toBe(sentence(wrong.url))
    } finally {
      await wrong.close()
    }
  })

  it('is told apart from every other by its sentence', () => {
    const sentences = WRONG.map(([, , sentence]) => sentence('x'))
    // Two ways to break off, one sentence.
    expect(new Set(sentences).size).toBe(WRONG.length - 1)
  })

  it('hangs: the reader is told how long it was waited for', async () => {
    const wrong = await startFakeNode(() => undefined)
    try {
      const error = await errorOf(wrong.url, { http: { timeoutMs: 50 } })
      expect(describeFailure(error)).toEqual({
        kind: 'timed-out',
        sentence: `${wrong.url} did not answer within 0.05 s; try again or use another endpoint.`,
        endpoint: wrong.url,
      })
      expect(explainError(error, '').exitCode).toBe(EXIT.noEndpoint)
    } finally {
      await wrong.close()
    }
  })

  it('hangs in the middle of an answer: the same', async () => {
    const wrong = await startFakeNode((response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('[{"jsonrpc":')
    })
    try {
      const error = await errorOf(wrong.url, { http: { timeoutMs: 50 } })
      expect(describeFailure(error).kind).toBe('timed-out')
    } finally {
      await wrong.close()
    }
  })

  it('is not there at all', async () => {
    const wrong = await startFakeNode()
    await wrong.close()
    const error = await errorOf(wrong.url)
    expect(describeFailure(error).sentence).toBe(
      `${wrong.url} cannot be reached; check the address or use another endpoint.`,
    )
  })

  it('stands beside one that is: the list comes from that one, and says so', async () => {
    const wrong = await startFakeNode(answerText('<html>', 200, HTML))
    try {
      const list = await readWholeList(connectTo([wrong.url, node.url]))
      expect(list.rows.filter((row) => row.kind === 'proposal')).toHaveLength(196)
      expect(list.source.endpoint).toBe(node.url)
    } finally {
      await wrong.close()
    }
  })

  it('and another that is none: the sentence names how many, and what the first did', async () => {
    const [first, second] = await Promise.all([
      startFakeNode(answerText('<html>', 200, HTML)),
      startFakeNode(answerText('{}')),
    ])
    try {
      const chain = connectTo([first.url, second.url], { connection: SLEEPLESS })
      const error = await readWholeList(chain).catch((cause: unknown) => cause)
      expect(describeFailure(error).sentence).toBe(
        `None of the 2 endpoints could answer. The first: ${first.url} answered with a web page, not as a node; check the address.`,
      )
    } finally {
      await Promise.all([first.close(), second.close()])
    }
  })
})

describe('an endpoint of another chain', () => {
  it('is refused where the reader named a network', async () => {
    const chain = connectTo(node.url, { expectedChainId: 'akashnet-2' })
    const error = await readWholeList(chain).catch((cause: unknown) => cause)
    expect(describeFailure(error)).toMatchObject({
      kind: 'wrong-chain',
      sentence: `${node.url} is a node of skydev-1, not of akashnet-2; use an endpoint of akashnet-2, or open skydev-1 on purpose by entering this endpoint's address.`,
    })
    expect(explainError(error, '').exitCode).toBe(EXIT.noEndpoint)
  })

  it('is passed over where one of the right chain stands beside it: figures of two chains do not mix', async () => {
    const other = await startFakeNode(
      answerMethods({ status: statusOf({ chainId: 'other-1', latestHeight: 99_000_000n }) }),
    )
    try {
      const chain = connectTo([other.url, node.url], {
        expectedChainId: 'skydev-1',
        connection: SLEEPLESS,
      })
      const list = await readWholeList(chain)
      expect(list.source).toMatchObject({ chainId: 'skydev-1', endpoint: node.url })
      expect(list.rows.filter((row) => row.kind === 'proposal')).toHaveLength(196)
    } finally {
      await other.close()
    }
  })

  it('cannot drive the terminal with its name', () => {
    const chainId = '\u001b[2Jakashnet-2\u202e'
    const { text } = explainError(new Error(chainId), '')
    expect(text).toContain('‹U+001B›[2Jakashnet-2‹U+202E›')
    expect(text).not.toContain('\u001b')
  })
})

describe('a clock that differs from the chain', () => {
  const at = (iso: string) => () => new Date(iso)

  it.each([
    ['2026-11-21T03:05:26Z', { kind: 'ok' }],
    // The newest block is of 03:05:24.593.
    ['2026-11-21T03:00:00Z', { kind: 'ahead-of-clock', byMs: 324_593 }],
    ['2026-11-21T04:05:24Z', { kind: 'old', ageMs: 3_599_407 }],
  ])('is seen at %s', async (iso, state) => {
    const [transport] = createConnection([{ url: node.url }]).nodes
    if (transport === undefined) throw new Error('there is no node')
    const report = await readNode(transport, () => 0)
    if (report.kind !== 'answered') throw new Error(report.failure.sentence)
    expect(standingOf(report, [report], at(iso)()).state).toEqual(state)
  })

  it('changes no figure of the list', async () => {
    const [usual, late] = await Promise.all([
      readWholeList(connectTo(node.url)),
      readWholeList({ ...connectTo(node.url), now: at('2031-01-01T00:00:00Z') }),
    ])
    expect(late.rows).toEqual(usual.rows)
    expect(late.pin).toEqual(usual.pin)
  })
})

describe('the command line on bad input', { timeout: 30_000 }, () => {
  it.each([
    [['proposal', 'abc'], '"abc" is no proposal number.'],
    [['proposal', '0'], '"0" is no proposal number.'],
    [['delegations'], 'There is no command "delegations".'],
    [
      ['proposals', '--network', 'nowhere'],
      /^--network: "nowhere" is not known\. Known: mainnet, /,
    ],
    [['proposals', '--rpc', 'not a url'], /^--rpc: /],
  ])('ends with 2 and explains %j, without asking anybody', async (args, sentence) => {
    const { exitCode, stdout, stderr } = await runSkylight(...args)
    expect([exitCode, stdout]).toEqual([EXIT.usage, ''])
    const [first = ''] = stderr.split('\n')
    if (typeof sentence === 'string') expect(first).toBe(sentence)
    else expect(first).toMatch(sentence)
    expect(stderr).toContain('Usage: npm run -s skylight')
  })

  it('ends with 3 where the endpoint answers with a web page', async () => {
    const wrong = await startFakeNode(answerText('<!doctype html>', 200, HTML))
    try {
      await expect(runSkylight('proposals', '--rpc', wrong.url)).resolves.toEqual({
        exitCode: EXIT.noEndpoint,
        stdout: '',
        stderr: `${wrong.url} answered with a web page, not as a node; check the address.\n`,
      })
    } finally {
      await wrong.close()
    }
  })

  it('ends with 3 where the endpoint is of another chain than the network asked for', async () => {
    const { exitCode, stdout, stderr } = await runSkylight(
      ...['proposals', '--network', 'mainnet', '--rpc', node.url],
    )
    expect([exitCode, stdout]).toEqual([EXIT.noEndpoint, ''])
    expect(stderr).toMatch(/skydev-1.*akashnet-2.*or open skydev-1 on purpose/)
  })

  it('ends with 1 where the node does not know the question', async () => {
    const young = await startMisbehavingNode((call) =>
      queryPath(call) === '/cosmos.gov.v1.Query/Proposals'
        ? refusal(6, 'unknown query path: unknown request')
        : undefined,
    )
    try {
      const { exitCode, stderr } = await runSkylight('proposals', '--rpc', young.url)
      expect(exitCode).toBe(EXIT.noSuchThing)
      expect(stderr.split('\n')[0]).toBe(
        `${young.url} does not know /cosmos.gov.v1.Query/Proposals: its chain lacks the module, or runs another version of it; try another endpoint.`,
      )
    } finally {
      await young.close()
    }
  })

  it('ends with 0 and prints a header alone for a chain without proposals', async () => {
    const empty = await startMisbehavingNode((call) =>
      queryPath(call) === '/cosmos.gov.v1.Query/Proposals'
        ? {
            kind: 'result',
            text: '{"response":{"code":0,"log":"","value":"EgA=","height":"27400494","codespace":""}}',
          }
        : undefined,
    )
    try {
      const { exitCode, stdout } = await runSkylight(
        ...['proposals', '--rpc', empty.url, '--format', 'csv'],
      )
      expect([exitCode, stdout.split('\r\n').length]).toEqual([EXIT.answered, 2])
    } finally {
      await empty.close()
    }
  })
})

async function errorOf(
  url: string,
  connection: NonNullable<Parameters<typeof createConnection>[1]> = {},
): Promise<unknown> {
  const chain = connectTo(url, { connection: { ...SLEEPLESS, ...connection } })
  return readWholeList(chain).then(
    () => new Error('the list was read'),
    (cause: unknown) => cause,
  )
}
