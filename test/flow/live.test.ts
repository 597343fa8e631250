import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LiveState } from '../../src/queries/live.ts'
import { type ScriptedNode, startScriptedNode } from '../scripted-node.ts'
import { type LivePage, openLivePage, type Picture } from './live-page.ts'

const PROPOSAL = 353n

let node: ScriptedNode
let page: LivePage | undefined

beforeEach(async () => {
  node = await startScriptedNode()
})
afterEach(async () => {
  await page?.close()
  page = undefined
  await node.close()
})

describe('a vote cast while the page is open', () => {
  it('appears by WebSocket, read at a height that holds it, without a question asked meanwhile', async () => {
    const opened = await open('socket')
    const voter = await silentVoter()
    const before = shown(opened)
    expect(votersOf(before)).not.toContain(voter)
    node.requests.reset()
    const height = await node.addVote({ proposalId: PROPOSAL, voter, option: 1 })
    await until(() => opened.ticks.length > 0)
    await until(() => pinOf(shown(opened)) === height - 2n)
    // One block above it is not enough: the picture is two blocks behind.
    node.advance()
    await until(() => pinOf(shown(opened)) === height - 1n)
    expect(votersOf(shown(opened))).not.toContain(voter)
    node.advance()
    await until(() => votersOf(shown(opened)).includes(voter))
    expect(opened.ticks.at(-1)).toMatchObject({ reason: 'vote', proposalIds: [PROPOSAL] })
    expectOnePicture(shown(opened))
    expect(yesOf(shown(opened))).toBeGreaterThan(yesOf(before))
    expect(isSilent(before, voter)).toBe(true)
    expect(isSilent(shown(opened), voter)).toBe(false)
    expect(methodsAsked()).not.toContainEqual(['status'])
  })

  it('appears by polling where the node offers no WebSocket', async () => {
    node.allowSockets(false)
    const opened = await open('polling')
    const voter = await silentVoter()
    const before = shown(opened)
    await node.addVote({ proposalId: PROPOSAL, voter, option: 3 })
    node.advance(2)
    await until(() => votersOf(shown(opened)).includes(voter))
    expectOnePicture(shown(opened))
    expect(noOf(shown(opened))).toBeGreaterThan(noOf(before))
    expect(methodsAsked()).toContainEqual(['status'])
    expect(opened.ticks.every(({ reason }) => reason === 'new-block')).toBe(true)
  })

  it('appears after the socket dropped, and the socket is used again once it is back', async () => {
    const opened = await open('socket')
    const voter = await silentVoter()
    node.allowSockets(false)
    node.dropSockets()
    await state(opened, 'polling')
    await node.addVote({ proposalId: PROPOSAL, voter, option: 1 })
    node.advance(2)
    await until(() => votersOf(shown(opened)).includes(voter))
    node.allowSockets(true)
    // Given up after four attempts, it is tried again when the page is looked at again.
    opened.setVisible(false)
    opened.setVisible(true)
    await state(opened, 'socket')
    expect(node.openSockets).toBe(1)
  })

  it('appears though the node was stopped in between and cancelled its subscriptions', async () => {
    const opened = await open('socket')
    const voter = await silentVoter()
    node.cancelSubscriptions()
    await state(opened, 'polling')
    await state(opened, 'socket')
    await node.addVote({ proposalId: PROPOSAL, voter, option: 1 })
    node.advance(2)
    await until(() => votersOf(shown(opened)).includes(voter))
  })
})

describe('a hidden tab', () => {
  it.each(['socket', 'polling'] as const)(
    'asks for nothing and keeps no socket, whatever happens, and catches up when looked at: %s',
    async (kind) => {
      node.allowSockets(kind === 'socket')
      const opened = await open(kind)
      const voter = await silentVoter()
      opened.setVisible(false)
      expect(opened.ticker.state().kind).toBe('paused')
      await until(() => node.openSockets === 0)
      // A question that was under way may still arrive.
      await sleep(50)
      node.requests.reset()
      await node.addVote({ proposalId: PROPOSAL, voter, option: 1 })
      node.advance(5)
      await sleep(200)
      expect(node.requests.httpRequests).toBe(0)
      expect(node.requests.socketFrames).toBe(0)
      opened.setVisible(true)
      expect(opened.ticks.at(-1)).toEqual({ reason: 'resumed' })
      await until(() => votersOf(shown(opened)).includes(voter))
    },
  )
})

describe('the end of a vote', () => {
  it('is seen by the next block: the votes are gone, their count stays', async () => {
    const opened = await open('socket')
    const voter = await silentVoter()
    await node.addVote({ proposalId: PROPOSAL, voter, option: 1 })
    node.advance(2)
    await until(() => votersOf(shown(opened)).includes(voter))
    const last = shown(opened)
    await node.closeVote(PROPOSAL)
    node.advance(2)
    await until(() => shown(opened).votes === undefined)
    const { proposal, tally, deposits } = shown(opened).detail
    expect(proposal.finalTally).toEqual(known(last.detail.tally))
    expect(known(tally)).toEqual(known(last.detail.tally))
    expect(known(deposits)).toEqual([])
    expect(votersOf(last)).toContain(voter)
  })
})

async function open(kind: LiveState['kind']): Promise<LivePage> {
  const opened = await openLivePage(node.url, PROPOSAL)
  page = opened
  await state(opened, kind)
  return opened
}

async function silentVoter(): Promise<string> {
  const [voter] = await node.findSilentVoters(PROPOSAL)
  if (voter === undefined) throw new Error('everybody has voted')
  return voter
}

function state(opened: LivePage, kind: LiveState['kind']): Promise<void> {
  return until(() => opened.ticker.state().kind === kind)
}

async function until(condition: () => boolean): Promise<void> {
  await expect.poll(condition, { timeout: 10_000, interval: 5 }).toBe(true)
}

function shown({ pictures }: LivePage): Picture {
  const picture = pictures.at(-1)
  if (picture === undefined) throw new Error('nothing was read')
  return picture
}

function votersOf({ votes }: Picture): readonly string[] {
  return votes?.votes.map(({ voter }) => voter) ?? []
}

function isSilent({ votes }: Picture, voter: string): boolean {
  const validator = votes?.validators.find(({ accountAddress }) => accountAddress === voter)
  return (
    votes?.nonVoters.some(
      ({ operatorAddress }) => operatorAddress === validator?.operatorAddress,
    ) === true
  )
}

function pinOf({ detail }: Picture): bigint {
  return detail.source.height
}

function yesOf({ detail }: Picture): bigint {
  return known(detail.tally).yes
}

function noOf({ detail }: Picture): bigint {
  return known(detail.tally).no
}

function known<T>(figure: { readonly kind: string; readonly value?: T }): T {
  if (figure.value === undefined) throw new Error(`the figure is ${figure.kind}`)
  return figure.value
}

/** Every figure of a picture is of one height. */
function expectOnePicture({ detail, votes }: Picture): void {
  const figures = [detail.params, detail.bondedTokens, detail.tally, detail.deposits]
  const sources = figures.map((figure) => (figure.kind === 'known' ? figure.source : undefined))
  for (const source of [...sources, votes?.source, votes?.validatorsSource]) {
    expect(source?.height).toBe(detail.pin.height)
  }
}

/** Methods of every POST body, in order. */
function methodsAsked(): readonly (readonly string[])[] {
  return node.requests.entries.map(({ body }) => {
    const json: unknown = JSON.parse(body)
    const calls: readonly unknown[] = Array.isArray(json) ? json : [json]
    return calls.map((call) =>
      typeof call === 'object' && call !== null && 'method' in call ? String(call.method) : '',
    )
  })
}
