import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Gate, openGate } from './gate.ts'
import { collectRows, countProposals, idsOf, waitForWholeList } from './list-rows.ts'
import { openTestBed, type TestBed } from './test-bed.ts'
import { textOf } from './text-of.ts'
import { openPage, type WatchedPage } from './watched-page.ts'

let bed: TestBed
let gate: Gate
/** The address of the app that reads through the gate. */
let app: string
let seen: WatchedPage
beforeAll(async () => {
  bed = await openTestBed()
  gate = await openGate(bed.node.url)
  app = (await bed.serve([gate.url])).url
  seen = await openPage(bed.browser)
})
afterAll(async () => {
  await Promise.all([bed.close(), gate.close()])
})
beforeEach(() => gate.behave('pass'))
afterEach(() => {
  const { noise, violations } = seen
  expect({ noise, violations }).toEqual({ noise: [], violations: [] })
})

const main = (page = seen.page) => textOf(page.locator('main'))
const alert = (page = seen.page) => page.getByRole('alert')
const retry = (page = seen.page) => page.getByRole('button', { name: 'Try again' })

/** What the screens must never say of a chain they could not read. */
const INVENTED = /\b0 (?:in vote|proposals|AKT|%)|Nothing is in vote|has no proposals|no votes/

/** Through the local server, which the app was started with. */
const FORWARDED = [
  ['dead', 'cannot be reached; check the address or use another endpoint.'],
  ['html', 'answered with a web page, not as a node; check the address.'],
  ['limit', 'limits requests; wait 1 s or use another endpoint.'],
  ['junk', "sent JSON that is not a node's answer; check the address."],
  ['redirect', 'redirects, which is not followed; enter the address it leads to.'],
] as const

describe.each(FORWARDED)('a node that is %s', (trouble, sentence) => {
  it('is named with its trouble, invents no number, and is read when it is back', async () => {
    gate.behave(trouble)
    await seen.page.goto(`${app}proposals`)
    await alert().waitFor()
    const text = await main()
    expect(text).toContain(`The proposals could not be read ${gate.url} ${sentence}`)
    expect(text).not.toMatch(INVENTED)
    expect(await seen.page.title()).toBe('Proposals · Skylight')
    gate.behave('pass')
    await retry().click()
    await waitForWholeList(seen.page)
    expect(await countProposals(seen.page)).toBe(196)
  })
})

describe('a node that hangs', () => {
  it('is waited for with nothing invented, and given up in the end', async () => {
    const { page, close } = await openPage(bed.browser)
    gate.behave('hang')
    await page.clock.install()
    await page.goto(`${app}proposals`)
    await page.getByText('Loading the proposals').waitFor({ state: 'attached' })
    expect(await main(page)).not.toMatch(INVENTED)
    // Three attempts of ten seconds, with pauses between them.
    for (let second = 0; second < 60 && (await alert(page).count()) === 0; second += 5) {
      await page.clock.runFor(5_000)
    }
    await alert(page).waitFor()
    expect(await main(page)).toContain(`${gate.url} did not answer within 10 s`)
    gate.behave('pass')
    await retry(page).click()
    await page.clock.runFor(1_000)
    await page.getByText('Consensus: shorten evidence max age').waitFor()
    await close()
  })
})

describe('an answer that breaks off', () => {
  it('is not taken for the whole', async () => {
    // By another name than the one this app was started with, so that the browser calls it itself.
    const direct = gate.url.replace('127.0.0.1', 'localhost')
    gate.behave('truncate')
    await seen.page.goto(`${app}proposals?rpc=${direct}`)
    await seen.page.getByRole('button', { name: 'Use this node' }).click()
    await alert().waitFor()
    expect(await main()).toContain(`${direct} broke off in the middle of its answer`)
    expect(await main()).not.toMatch(INVENTED)
  })
})

describe('a node that dies while a list is read', () => {
  it('leaves what was read, says that the rest is missing, and the rest comes when it is back', async () => {
    const { page, close } = await openPage(bed.browser)
    gate.behave('dead', { after: 3 })
    await page.goto(`${app}proposals`)
    await page.getByText('Not all of it could be read').waitFor()
    const text = await main(page)
    expect(text).toContain('What was read stays below.')
    expect(text).toContain('Older proposals are missing.')
    const ids = idsOf(await collectRows(page))
    expect(ids[0]).toBe(355)
    expect(ids.length).toBeGreaterThanOrEqual(20)
    expect(ids.length).toBeLessThan(196)
    // Counts of half a list would be wrong.
    const chips = page.getByRole('group', { name: 'Status' }).getByRole('button')
    expect(await textOf(chips)).toBe('Deposit In vote Passed Rejected Failed')
    expect(await page.getByRole('button', { name: 'Save as CSV' }).isDisabled()).toBe(true)
    gate.behave('pass')
    await retry(page).click()
    await waitForWholeList(page)
    expect(await countProposals(page)).toBe(196)
    expect(await page.getByText('Not all of it could be read').count()).toBe(0)
    await close()
  })
})

describe('the page of a proposal', () => {
  it('says why it could not be read, and reads it when the node is back', async () => {
    gate.behave('html')
    await seen.page.goto(`${app}proposals/353`)
    await alert().waitFor()
    const text = await main()
    expect(text).toContain('This proposal could not be read')
    expect(text).not.toMatch(INVENTED)
    gate.behave('pass')
    await retry().click()
    await seen.page.getByRole('heading', { name: /confidential compute roadmap/ }).waitFor()
  })

  it('that was read stays when reading it again fails', async () => {
    await seen.page.goto(`${app}proposals/353`)
    await seen.page.getByText('Passing.').waitFor()
    gate.behave('dead')
    await seen.page.getByRole('link', { name: 'Proposals' }).click()
    await alert().waitFor()
    expect(await main()).toContain('The proposals could not be read')
    await seen.page.goBack()
    await seen.page.getByText('Passing.').waitFor()
  })
})

describe('an endpoint the reader types', () => {
  const type = async (url: string) => {
    await seen.page.goto(`${app}proposals`)
    await waitForWholeList(seen.page)
    await seen.page.getByRole('link', { name: /^skydev-1/ }).click()
    await seen.page.getByRole('textbox', { name: 'Address of a CometBFT RPC node' }).fill(url)
    await seen.page.getByRole('button', { name: 'Use it alone' }).click()
  }

  const readList = async (rpc: string) => {
    await seen.page.waitForURL((url) => url.searchParams.get('rpc') === rpc)
    await seen.page.getByRole('link', { name: 'Proposals', exact: true }).click()
    await seen.page.getByRole('heading', { level: 1, name: 'Proposals' }).waitFor()
  }

  it('is called at once, for typing it is agreeing', async () => {
    const other = await bed.replay()
    await type(other.url)
    await readList(other.url)
    await waitForWholeList(seen.page)
    expect(other.requests.httpRequests).toBeGreaterThan(0)
  })

  it('that forbids browsers to read it is told from one that is down', async () => {
    const nocors = await bed.replay({ as: 'nocors' })
    await type(nocors.url)
    await readList(nocors.url)
    await alert().waitFor()
    const text = await main()
    expect(text).toContain(`${nocors.url} is up but does not let this site read its answers`)
    expect(text).toContain(`npm start -- --rpc ${nocors.url}`)
    expect(text).not.toMatch(INVENTED)
  })

  it('that is down says so', async () => {
    const gone = await bed.replay()
    await gone.close()
    await type(gone.url)
    await readList(gone.url)
    await alert().waitFor()
    expect(await main()).toContain(`${gone.url} cannot be reached; check the address`)
  })

  it('that is no node says so', async () => {
    const parked = await openGate(bed.node.url)
    parked.behave('html')
    await type(parked.url)
    await readList(parked.url)
    await alert().waitFor()
    expect(await main()).toContain(`${parked.url} answered with a web page, not as a node`)
    await parked.close()
  })

  it.each([
    ['', 'Enter the address of an RPC endpoint.'],
    ['ws://127.0.0.1:26657/websocket', 'Did you mean http://127.0.0.1:26657?'],
    ['not an address', 'This is not an address; it should look like https://rpc.example.org.'],
  ])('is not called when it is no address: %s', async (text, sentence) => {
    await type(text)
    const problem = seen.page.locator('form').getByRole('alert')
    await expect.poll(() => textOf(problem)).not.toBe('')
    expect(await textOf(problem)).toContain(sentence)
    expect(new URL(seen.page.url()).searchParams.has('rpc')).toBe(false)
  })
})

describe('a node of another chain than the link names', () => {
  it('is refused by name, for its figures would pass for those of the other', async () => {
    const server = await bed.serve([bed.node.url], { network: 'mainnet' })
    await seen.page.goto(`${server.url}proposals`)
    await alert().waitFor()
    const text = await main()
    expect(text).toContain('skydev-1')
    expect(text).toContain('akashnet-2')
    expect(text).not.toMatch(INVENTED)
  })
})
