import type { LinkPlan } from '../domain/link/link.ts'
import type { ProposalRow } from '../domain/proposal.ts'
import type { Day } from '../domain/registry/aep.ts'
import type { Registry } from '../domain/registry/registry.ts'
import type { Source } from '../domain/source.ts'
import type { Chain } from './chain.ts'
import { isSamePlans, type LinkGroundReading, readLinkGround } from './link-ground.ts'
import type { LinkBasis, LinkedRegistry } from './linked-registry.ts'

/** What is there to be linked: a chain as far as it is read, or, where it cannot be read, what is on record. */
export type LinkInput =
  | {
      readonly kind: 'chain'
      readonly registry: Registry
      readonly rows: readonly ProposalRow[]
      readonly plans: readonly LinkPlan[]
      readonly source: Source
      readonly isWhole: boolean
      readonly today: Day
    }
  | { readonly kind: 'record'; readonly registry: Registry; readonly today: Day }

export interface LinkResult {
  readonly linked: LinkedRegistry | undefined
  /** Why nothing newer could be made of it. */
  readonly error: Error | undefined
}

/** Links in the page's idle time and keeps the result while what goes into it stays the same. */
export interface LinkStore {
  /** Cheap where nothing has changed, so that it can be told of every reading. */
  readonly offer: (input: LinkInput) => void
  readonly retry: () => void
  readonly subscribe: (listener: () => void) => () => void
  readonly result: () => LinkResult
}

const stores = new WeakMap<Chain, LinkStore>()

/** One for each chain: every screen of it shows the same links. */
export function linkStoreOf(chain: Chain): LinkStore {
  const store = stores.get(chain) ?? createLinkStore(chain.whenIdle)
  stores.set(chain, store)
  return store
}

/** A store of its own; `loadLinker` is a parameter for tests. */
export function createLinkStore(
  whenIdle: () => Promise<void>,
  loadLinker = () => import('./linked-registry.ts'),
): LinkStore {
  const listeners = new Set<() => void>()
  let result: LinkResult = { linked: undefined, error: undefined }
  let offered: LinkInput | undefined
  let done: LinkInput | undefined
  let ground: LinkGroundReading | undefined
  let isRunning = false

  const tell = (next: LinkResult) => {
    result = next
    for (const listener of listeners) listener()
  }

  const link = async (input: LinkInput) => {
    const linker = await loadLinker()
    if (input.kind === 'record') return linker.linkRecord(input.registry, input.today)
    const { source, isWhole, today } = input
    const basis: LinkBasis = { kind: 'chain', source, isWhole }
    const last = result.linked
    const reading = await readLinkGround({ ...input, chainId: source.chainId }, ground)
    ground = reading
    // A new block alone changes no link.
    const isSame = last?.ground === reading.ground && done?.today === today
    if (isSame) return { ...last, basis }
    await linker.readTexts(reading.ground, whenIdle)
    return linker.linkGround(reading.ground, basis, today)
  }

  const run = async () => {
    isRunning = true
    while (offered !== undefined && !isSameInput(offered, done)) {
      await whenIdle()
      const input = offered
      try {
        const linked = await link(input)
        done = input
        tell({ linked, error: undefined })
      } catch (error) {
        done = input
        tell({ ...result, error: toError(error) })
      }
    }
    isRunning = false
  }

  const start = () => {
    if (!isRunning) void run()
  }
  return {
    offer: (input) => {
      if (offered !== undefined && isSameInput(offered, input)) return
      offered = input
      start()
    },
    retry: () => {
      if (result.error === undefined) return
      done = undefined
      start()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    result: () => result,
  }
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error('Linking went wrong.', { cause: error })
}

function isSameInput(a: LinkInput, b: LinkInput | undefined): boolean {
  if (b === undefined || a.registry !== b.registry || a.today !== b.today) return false
  if (a.kind === 'record' || b.kind === 'record') return a.kind === b.kind
  return (
    a.rows === b.rows &&
    a.source === b.source &&
    a.isWhole === b.isWhole &&
    isSamePlans(a.plans, b.plans)
  )
}
