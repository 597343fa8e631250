import { beforeAll, describe, expect, it, vi } from 'vitest'
import { readRegistry } from '../data/registry/registry.ts'
import type { LinkPlan } from '../domain/link/link.ts'
import type { ProposalRow } from '../domain/proposal.ts'
import type { Source } from '../domain/source.ts'
import { createLinkStore, type LinkInput } from './aep-links-store.ts'

const registry = readRegistry()

const sourceAt = (height: bigint): Source => ({
  chainId: 'test-1',
  height,
  time: undefined,
  endpoint: 'https://node.example',
  query: '/q',
})

const PLAN: LinkPlan = {
  name: 'v2.1.0',
  height: 27_230_465n,
  state: 'applied',
  proposalId: 328n,
  appliedOn: '2026-06-11',
}

const input = (fields: Partial<Extract<LinkInput, { kind: 'chain' }>> = {}): LinkInput => ({
  kind: 'chain',
  registry,
  rows: [],
  plans: [{ ...PLAN }],
  source: sourceAt(1n),
  isWhole: true,
  today: '2026-11-20',
  ...fields,
})

// Loading the linker takes a while on a busy machine.
beforeAll(async () => {
  await import('./linked-registry.ts')
})
const soon = (check: () => void) => vi.waitFor(check, { timeout: 10_000 })

const atOnce = () => Promise.resolve()
/** Lets the store finish what it was offered. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 20))

describe('links of a page', () => {
  it('are made in idle time, once for what is offered while it waits', async () => {
    let wake: () => void = () => undefined
    const idle = new Promise<void>((resolve) => {
      wake = resolve
    })
    const store = createLinkStore(() => idle)
    const heard = vi.fn()
    store.subscribe(heard)
    store.offer(input())
    store.offer(input({ source: sourceAt(2n) }))
    await settle()
    expect(store.result().linked).toBeUndefined()
    wake()
    await soon(() => expect(store.result().linked).toBeDefined())
    expect(heard).toHaveBeenCalledTimes(1)
    expect(store.result().linked?.basis).toMatchObject({ source: { height: 2n } })
    expect(store.result().linked?.table.links.some(({ aep }) => aep === 82)).toBe(true)
  })

  it('stay the very same table while blocks go by and nothing changes', async () => {
    const store = createLinkStore(atOnce)
    store.offer(input())
    await soon(() => expect(store.result().linked).toBeDefined())
    const { linked } = store.result()
    store.offer(input({ source: sourceAt(2n), rows: [], plans: [{ ...PLAN }] }))
    await soon(() => expect(store.result().linked).not.toBe(linked))
    const next = store.result().linked
    expect(next?.table).toBe(linked?.table)
    expect(next?.findings).toBe(linked?.findings)
    expect(next?.basis).toMatchObject({ source: { height: 2n } })
  })

  it('are told to nobody again where the very same is offered', async () => {
    const store = createLinkStore(atOnce)
    const rows: readonly ProposalRow[] = []
    const source = sourceAt(1n)
    store.offer(input({ rows, source }))
    await soon(() => expect(store.result().linked).toBeDefined())
    const heard = vi.fn()
    store.subscribe(heard)
    store.offer(input({ rows, source, plans: [{ ...PLAN }] }))
    await settle()
    expect(heard).not.toHaveBeenCalled()
  })

  it('are made anew when a plan changes, and when the day does', async () => {
    const store = createLinkStore(atOnce)
    store.offer(input({ plans: [{ ...PLAN, state: 'scheduled', appliedOn: undefined }] }))
    await soon(() => expect(store.result().linked).toBeDefined())
    const before = store.result().linked
    store.offer(input())
    await soon(() => expect(store.result().linked?.table).not.toBe(before?.table))
    const findings = store.result().linked?.findings ?? []
    store.offer(input({ today: '2024-01-01' }))
    await soon(() => expect(store.result().linked?.findings).not.toBe(findings))
    expect(store.result().linked?.findings.length).toBeLessThan(findings.length)
  })

  it('are those on record where there is no chain, and those of the chain once there is', async () => {
    const store = createLinkStore(atOnce)
    store.offer({ kind: 'record', registry, today: '2026-11-20' })
    await soon(() => expect(store.result().linked?.basis.kind).toBe('record'))
    expect(store.result().linked?.ground.chainId).toBe('akashnet-2')
    store.offer(input())
    await soon(() => expect(store.result().linked?.basis.kind).toBe('chain'))
    expect(store.result().linked?.ground.chainId).toBe('test-1')
  })

  it('say why there are none, and are there when it goes well the next time', async () => {
    let isBroken = true
    const store = createLinkStore(atOnce, () =>
      isBroken ? Promise.reject(new Error('no such file')) : import('./linked-registry.ts'),
    )
    store.offer(input())
    await soon(() => expect(store.result().error?.message).toBe('no such file'))
    isBroken = false
    store.retry()
    await soon(() => expect(store.result().linked).toBeDefined())
    expect(store.result().error).toBeUndefined()
  })
})
