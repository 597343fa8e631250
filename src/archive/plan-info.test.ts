import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryPlanInfoArchive, createPlanInfoArchive } from './plan-info.ts'

const A = 'aa'.repeat(32)
const B = 'bb'.repeat(32)

afterEach(() => {
  vi.restoreAllMocks()
})

describe.each([
  ['in the browser', createPlanInfoArchive],
  ['in memory', createMemoryPlanInfoArchive],
])('%s', (name, create) => {
  const url = `https://example.org/${name}`

  it('remembers when a file was first seen as it is, and what it was before', async () => {
    const archive = create()
    expect(await archive.see(url, { sha256: A, firstSeenAtMs: 1 })).toEqual([])
    expect(await archive.see(url, { sha256: A, firstSeenAtMs: 2 })).toEqual([
      { sha256: A, firstSeenAtMs: 1 },
    ])
    await archive.see(url, { sha256: B, firstSeenAtMs: 3 })
    expect(await archive.see(url, { sha256: B, firstSeenAtMs: 4 })).toEqual([
      { sha256: A, firstSeenAtMs: 1 },
      { sha256: B, firstSeenAtMs: 3 },
    ])
  })

  it('keeps the last ten changes of one address, and none of another', async () => {
    const archive = create()
    const changing = `${url}/changing`
    for (let at = 0; at < 20; at++) {
      await archive.see(changing, { sha256: at % 2 === 0 ? A : B, firstSeenAtMs: at })
    }
    expect(await archive.see(changing, { sha256: A, firstSeenAtMs: 99 })).toHaveLength(10)
    expect(await archive.see(`${url}/other`, { sha256: A, firstSeenAtMs: 1 })).toEqual([])
  })
})

describe('createPlanInfoArchive', () => {
  it('has seen nothing where the browser keeps nothing', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('storage is blocked', 'SecurityError')
    })
    const archive = createPlanInfoArchive()
    expect(await archive.see('x', { sha256: A, firstSeenAtMs: 1 })).toEqual([])
  })
})
