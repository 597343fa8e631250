import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { QueryStatusResponse } from '../../src/chain/proto/generated/akash/bme/v1/query.ts'
import { MintStatus } from '../../src/chain/proto/generated/akash/bme/v1/types.ts'
import { QueryDeploymentsRequest } from '../../src/chain/proto/generated/akash/deployment/v1beta4/query.ts'
import { QueryLeasesRequest } from '../../src/chain/proto/generated/akash/market/v1beta5/query.ts'
import type { LocalServer } from '../../src/cli/server/local-server.ts'
import {
  bytesIn,
  type MisbehavingNode,
  queryData,
  queryPath,
  refusal,
  startMisbehavingNode,
  valueAnswer,
} from '../flow/misbehaving-node.ts'
import { openTestBed, type TestBed } from './test-bed.ts'
import { textOf } from './text-of.ts'
import { openPage } from './watched-page.ts'

const LEASES = '/akash.market.v1beta5.Query/Leases'
const DEPLOYMENTS = '/akash.deployment.v1beta4.Query/Deployments'
const HEIGHT = 27_400_494n
const ORACLE = '/akash.oracle.v2.Query/AggregatedPrice'
const BME = '/akash.bme.v1.Query/Status'
const TENANT = 'akash10annavz40sy0kqs3kq5pfy9maq7wny99rkpd6k'
const PROVIDER = 'akash1zzmempr48ev6xw66v6nz06ft3s7huxn5wcku08'
const SCREENS = ['', '/leases', '/gpus', '/providers', '/auctions'] as const

let bed: TestBed
let node: MisbehavingNode
let server: LocalServer
let junk: Server
beforeAll(async () => {
  ;[bed, node] = await Promise.all([openTestBed(), startMisbehavingNode(() => undefined, 'market')])
  server = await bed.serve([node.url])
  junk = createServer((_, response) => response.end('<html>It works!</html>'))
  await new Promise<void>((resolve) => junk.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await Promise.all([bed.close(), node.close()])
  await new Promise((resolve) => junk.close(resolve))
})

/** What a screen says in the end. */
async function expectWords(from: LocalServer, address: string, ...words: readonly RegExp[]) {
  return expectWordsWithout(undefined, from, address, ...words)
}

/** The same where a file of the app's code cannot be had. */
async function expectWordsWithout(
  file: RegExp | undefined,
  from: LocalServer,
  address: string,
  ...words: readonly RegExp[]
) {
  const { page, noise, close } = await openPage(bed.browser)
  if (file !== undefined) await page.route(file, (route) => route.abort())
  await page.goto(new URL(address, from.url).href)
  const main = () => textOf(page.locator('main'))
  for (const each of words) await expect.poll(main, { timeout: 30_000 }).toMatch(each)
  const text = await main()
  expect(noise).toEqual([])
  await close()
  return text
}

/** Of a market that is not known nothing is told, least of all none. */
const NOTHING = /\b0 (leases|GPUs|of|orders|providers)\b|No lease|No order|No active lease/

describe('a chain without the market', () => {
  it.each(SCREENS)('is told apart from an empty one on /market%s', async (screen) => {
    node.misbehave((call) =>
      queryPath(call)?.startsWith('/akash.') === true
        ? refusal(6, 'unknown query path: unknown request')
        : undefined,
    )
    const text = await expectWords(server, `/market${screen}`, /This chain has no market/)
    expect(text).not.toMatch(NOTHING)
  })
})

describe('an endpoint that is none', () => {
  it.each([
    ['is dead', () => 'http://127.0.0.1:9'],
    [
      'tells junk',
      () => {
        const address = junk.address()
        if (address === null || typeof address === 'string') throw new Error('no port')
        return `http://127.0.0.1:${address.port}`
      },
    ],
  ])('has a sentence and a way on where it %s', async (_, urlOf) => {
    const from = await bed.serve([urlOf()])
    for (const screen of ['', '/leases', '/act']) {
      const text = await expectWords(from, `/market${screen}`, /could not be read/, /Try again/)
      expect(text).not.toMatch(NOTHING)
    }
  })
})

describe('a part that is missing', () => {
  it('leaves amounts of AKT without dollars where there is no oracle, and says so', async () => {
    node.misbehave((call) =>
      queryPath(call) === ORACLE ? refusal(6, 'unknown query path: unknown request') : undefined,
    )
    await expectWords(server, '/market', /1,503 leases are active/, /\$102,895/)
    await expectWords(server, '/market/act', /There is no price of AKT to show/, /90\.8 %/)
  })

  describe('calls what leases hold not known, and not none, where neither bids nor orders are told', () => {
    const told = /\b0 (GPUs|vCPU|B\b|leases)|No active lease holds/

    it.each([
      [
        '',
        [
          /1,503 leases are active/,
          /GPUs leased\s*not known/,
          /CPU leased\s*not known/,
          /GPUs leased, by model .*Which GPUs are leased is not known/,
        ],
      ],
      ['/gpus', [/Which GPUs are leased is not known/]],
      ['/leases', [/how many have GPUs is not known/]],
      ['/providers', [/GPUs( not known){5}/]],
      [`/providers/${PROVIDER}`, [/GPUs leased not known/, /CPU and memory( not known){2}/]],
      [`/tenants/${TENANT}`, [/GPUs leased not known/]],
    ])('on /market%s', async (screen, words) => {
      node.misbehave((call) =>
        /Query\/(Bids|Orders)$/.test(queryPath(call) ?? '')
          ? refusal(6, 'rpc error: code = Internal desc = no bids here')
          : undefined,
      )
      expect(await expectWords(server, `/market${screen}`, ...words)).not.toMatch(told)
    })
  })

  it('says that minting is halted', async () => {
    node.misbehave(async (call, ask) => {
      const answer = await ask(call)
      if (queryPath(call) !== BME || answer.kind !== 'result') return answer
      const status = QueryStatusResponse.decode(bytesIn(answer))
      const halted = { status: MintStatus.mint_status_halt_cr, mintsAllowed: false }
      const bytes = QueryStatusResponse.encode({ ...status, ...halted }).finish()
      return valueAnswer(bytes, HEIGHT)
    })
    await expectWords(
      server,
      '/market/act',
      /Minting is halted/,
      /the module’s status is halted: collateral/,
      /Minting not allowed/,
    )
  })

  it('keeps what a node told before it died, and says that it is not all', async () => {
    node.misbehave((call) => {
      if (queryPath(call) !== LEASES) return undefined
      const { filters, pagination } = QueryLeasesRequest.decode(queryData(call))
      const isLater = (pagination?.key.length ?? 0) > 0
      return filters?.state === 'active' && isLater ? refusal(11, 'out of gas') : undefined
    })
    const partly = /Of the (active|running) leases only 1,0\d\d could be read/
    await expectWords(server, '/market', /As far as it was read: 1,0\d\d leases are active/, partly)
    await expectWords(
      server,
      '/market/leases',
      /among those read so far/,
      /1,0\d\d leases; not all could be read\./,
      partly,
    )
    await expectWords(server, '/market/providers', partly)
  })
})

describe('what has ended', () => {
  it('is read without being asked for where it is little', async () => {
    node.misbehave((call) => {
      const path = queryPath(call)
      if (path === LEASES) {
        const { pagination } = QueryLeasesRequest.decode(queryData(call))
        if ((pagination?.offset ?? 0n) > 0n) return valueAnswer(new Uint8Array(), HEIGHT)
      }
      if (path === DEPLOYMENTS) {
        const { pagination } = QueryDeploymentsRequest.decode(queryData(call))
        if ((pagination?.offset ?? 0n) > 0n) return valueAnswer(new Uint8Array(), HEIGHT)
      }
      return undefined
    })
    const text = await expectWords(server, '/market', /Why leases ended/, /Closed: .* 4,413/)
    expect(text).not.toContain('Read the ended leases too')
  })

  it('waits to be asked for where a node does not tell how much it is', async () => {
    node.misbehave(() => undefined)
    await expectWords(
      server,
      '/market',
      /Read the ended leases too/,
      /Runway of active deployments/,
    )
  })

  it.each([
    `/market/providers/${PROVIDER}?ended=read`,
    `/market/tenants/${TENANT}?ended=read`,
    '/market/leases?state=closed',
    '/market/auctions?lost=read',
  ])('says on %s that it cannot be read where the code for it does not come', async (address) => {
    node.misbehave(() => undefined)
    await expectWordsWithout(/read-ended/, server, address, /could not be read/)
  })
})
