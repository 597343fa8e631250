import 'fake-indexeddb/auto'
import { createStore, set } from 'idb-keyval'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  createMemoryRefreshArchive,
  createRefreshArchive,
  type KeptRefresh,
} from './registry-refresh.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const KEPT: KeptRefresh = {
  index: { text: '[]', atMs: 5 },
  changes: [{ aep: 76, date: '2026-11-21', field: 'status', value: 'Final' }],
  askedAtMs: 5,
  askAgainAtMs: 9,
  failure: undefined,
}

describe.each([
  ['in the browser', createRefreshArchive],
  ['in memory', createMemoryRefreshArchive],
])('%s', (_, create) => {
  it('keeps the last reading and gives it back', async () => {
    const archive = create()
    await archive.save({ ...KEPT, failure: 'It went wrong.' })
    await archive.save(KEPT)
    expect(await archive.load()).toEqual(KEPT)
  })
})

describe('in a browser', () => {
  const store = () => createStore('skylight/registry', 'refresh')

  it.each([['text'], [{ askedAtMs: 'x' }], [null]])('takes %j for nothing', async (value) => {
    await set('index', value, store())
    expect(await createRefreshArchive().load()).toBeUndefined()
  })

  it('loses what is malformed of it and keeps the rest', async () => {
    const changes = [...KEPT.changes, { aep: 'x' }, { aep: 1, date: 'yesterday', field: 'status' }]
    await set('index', { ...KEPT, index: { text: 7 }, changes, failure: 3 }, store())
    expect(await createRefreshArchive().load()).toEqual({ ...KEPT, index: undefined })
  })

  it('goes on without a database', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError')
    })
    const archive = createRefreshArchive()
    await archive.save(KEPT)
    expect(await archive.load()).toBeUndefined()
  })
})
