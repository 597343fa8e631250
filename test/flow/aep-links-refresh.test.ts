import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createMemoryRefreshArchive } from '../../src/archive/registry-refresh.ts'
import type { Registry } from '../../src/domain/registry/registry.ts'
import { readAepDocument } from '../../src/queries/read-aep-document.ts'
import { loadRegistry } from '../../src/queries/registry.ts'
import { refreshRegistry } from '../../src/queries/registry-refresh.ts'
import { runSkylight } from './run-skylight.ts'

/** Stands in for the host of the repository: everything that is asked of it goes to a server on this machine. */
const HOST = 'https://raw.githubusercontent.com'

let floor: Registry
beforeAll(async () => {
  floor = await loadRegistry()
})

const servers: Server[] = []
afterEach(async () => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  await Promise.all(
    servers.splice(0).map((server) => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    }),
  )
})

interface Served {
  readonly fetch: typeof globalThis.fetch
  /** Paths that were asked for. */
  readonly asked: string[]
  answer: RequestListener
}

async function serve(answer: RequestListener): Promise<Served> {
  const asked: string[] = []
  const served: Served = { asked, answer, fetch: globalThis.fetch }
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    served.answer(request, response)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  const real = globalThis.fetch
  const fetch: typeof globalThis.fetch = (input, init) => {
    const url = String(input instanceof Request ? input.url : input)
    if (!url.startsWith(HOST)) throw new Error(`asked ${url}`)
    return real(`http://127.0.0.1:${address.port}${url.slice(HOST.length)}`, init)
  }
  return {
    ...served,
    fetch,
    set answer(next) {
      served.answer = next
    },
    get answer() {
      return served.answer
    },
  }
}

const json =
  (value: unknown, status = 200): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/plain' })
    response.end(typeof value === 'string' ? value : JSON.stringify(value))
  }

/** The index as the repository would make it of the committed documents. */
function indexOf(registry: Registry, changes: Readonly<Record<number, object>> = {}) {
  return registry.aeps.map((aep) => ({
    aep: aep.number,
    title: aep.title,
    status: aep.statusRaw,
    type: aep.type,
    category: aep.category,
    roadmap: aep.roadmap,
    author: aep.authors
      .map(({ name, handle }) => (handle ? `${name} (${handle})` : name))
      .join(' '),
    created: timeOf(aep.created),
    updated: timeOf(aep.updated),
    completed: timeOf(aep.completed),
    'estimated-completion': timeOf(aep.estimatedCompletion),
    resolution: aep.resolution,
    'discussions-to': aep.discussionsTo,
    requires: aep.requires,
    replaces: aep.replaces,
    supersedes: aep.supersedes,
    [aep.misspelt?.[0] ?? 'superseded-by']: aep.supersededBy,
    ...changes[aep.number],
  }))
}

function timeOf(day: string | undefined): string | undefined {
  return day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) ? `${day}T00:00:00.000Z` : day
}

const NEW_AEP = {
  aep: 97,
  title: 'A "97th" </title><script>alert(1)</script>\u202e',
  status: 'Draft',
  type: 'Standard',
  category: 'Core',
  author: 'Ann Author (@ann)',
  created: '2026-11-01T00:00:00.000Z',
}

const NOW = new Date('2026-11-21T12:00:00Z')
const later = (minutes: number) => () => new Date(NOW.getTime() + minutes * 60_000)

describe('the registry read anew', () => {
  it('is the committed one, to the object, where the repository says the same', async () => {
    const { fetch, asked } = await serve(json(indexOf(floor)))
    const archive = createMemoryRefreshArchive()
    const { registry, freshness } = await refreshRegistry(floor, { archive, fetch, now: later(0) })
    const changed = registry.aeps.filter((aep, index) => aep !== floor.aeps[index])
    expect(changed.map(({ number }) => number)).toEqual([])
    expect(freshness).toEqual({
      kind: 'refreshed',
      at: NOW,
      day: floor.aepSnapshot.day,
      added: 0,
      changed: 0,
    })
    expect(asked).toEqual(['/akash-network/AEP/main/index.json'])
  })

  it('has AEPs that came later and statuses that changed, seen on that day, and every reviewed link', async () => {
    const rows = [...indexOf(floor, { 76: { status: 'Last Call' } }), NEW_AEP]
    const { fetch } = await serve(json(rows))
    const archive = createMemoryRefreshArchive()
    const { registry, freshness } = await refreshRegistry(floor, { archive, fetch, now: later(0) })
    expect(freshness).toMatchObject({ added: 1, changed: 1 })
    expect(registry.aeps.find(({ number }) => number === 97)).toMatchObject({
      title: NEW_AEP.title,
      status: 'Draft',
      path: 'spec/aep-97/README.md',
    })
    const aep76 = registry.aeps.find(({ number }) => number === 76)
    const before = floor.aeps.find(({ number }) => number === 76)
    expect(aep76?.history).toEqual([
      ...(before?.history ?? []),
      { date: '2026-11-21', commit: 'main', field: 'status', value: 'Last Call' },
    ])
    expect(registry.curated).toBe(floor.curated)
    expect(registry.references).toBe(floor.references)
    expect(registry.groupReferences).toBe(floor.groupReferences)
  })

  it('keeps the day a change was first seen at later readings', async () => {
    const served = await serve(json(indexOf(floor, { 76: { status: 'Last Call' } })))
    const archive = createMemoryRefreshArchive()
    await refreshRegistry(floor, { archive, fetch: served.fetch, now: later(0) })
    const { registry } = await refreshRegistry(floor, {
      archive,
      fetch: served.fetch,
      now: later(3 * 24 * 60),
    })
    expect(served.asked).toHaveLength(2)
    const { history } = registry.aeps.find(({ number }) => number === 76) ?? {}
    expect(history?.at(-1)?.date).toBe('2026-11-21')
    expect(history?.filter(({ value }) => value === 'Last Call')).toHaveLength(1)
  })

  it('is asked for every three hours at most', async () => {
    const { fetch, asked } = await serve(json([...indexOf(floor), NEW_AEP]))
    const archive = createMemoryRefreshArchive()
    for (const minutes of [0, 1, 179]) {
      const { freshness } = await refreshRegistry(floor, { archive, fetch, now: later(minutes) })
      expect(freshness).toMatchObject({ kind: 'refreshed', at: NOW, added: 1 })
    }
    expect(asked).toHaveLength(1)
    await refreshRegistry(floor, { archive, fetch, now: later(180) })
    expect(asked).toHaveLength(2)
    // A clock that was put back does not stop it for years.
    await refreshRegistry(floor, { archive, fetch, now: later(-60) })
    expect(asked).toHaveLength(3)
  })

  it.each([429, 403])('says that it is to wait (%i), and waits two hours', async (status) => {
    const served = await serve(json('slow down', status))
    const archive = createMemoryRefreshArchive()
    const read = (minutes: number) =>
      refreshRegistry(floor, { archive, fetch: served.fetch, now: later(minutes) })
    for (const minutes of [0, 5, 119]) {
      const { registry, freshness } = await read(minutes)
      expect(registry).toBe(floor)
      expect(freshness).toEqual({
        kind: 'committed',
        day: floor.aepSnapshot.day,
        note: 'The AEP repository could not be read anew. The server refuses to answer for now, as it does after too many requests.',
      })
    }
    expect(served.asked).toHaveLength(1)
    served.answer = json(indexOf(floor))
    expect((await read(121)).freshness.kind).toBe('refreshed')
  })

  it.each<[name: string, answer: RequestListener, sentence: string]>([
    ['another form', json({ aeps: [] }), 'another form than is known: it is no list.'],
    ['a page instead of data', json('<!doctype html><title>x</title>'), 'it is no JSON.'],
    ['rows of something else', json([{ id: 1 }, { id: 2 }]), 'no row of it is an AEP.'],
    ['more than a megabyte', json('x'.repeat(1_200_000)), 'larger than 400 kB'],
    ['a missing file', json('404: Not Found', 404), 'not with a file.'],
    ['a broken server', json('oops', 500), 'not with a file.'],
    [
      'an address that leads on',
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
      'leads on to another',
    ],
    ['a connection that is cut', (request) => request.socket.destroy(), 'could not be reached'],
  ])('leaves the committed registry where it meets %s', async (_, answer, sentence) => {
    const served = await serve(answer)
    const archive = createMemoryRefreshArchive()
    const { registry, freshness } = await refreshRegistry(floor, {
      archive,
      fetch: served.fetch,
      now: later(0),
    })
    expect(registry).toBe(floor)
    expect(freshness).toMatchObject({ kind: 'committed', day: floor.aepSnapshot.day })
    expect(freshness.note).toContain(sentence)
    await refreshRegistry(floor, { archive, fetch: served.fetch, now: later(14) })
    expect(served.asked).toHaveLength(1)
  })

  it('leaves it where the server does not answer', async () => {
    const { fetch } = await serve(() => undefined)
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort())
    const archive = createMemoryRefreshArchive()
    const { freshness } = await refreshRegistry(floor, { archive, fetch, now: later(0) })
    timeout.mockRestore()
    expect(freshness.note).toContain('did not answer within ten seconds')
  })

  it('goes on with what it read before where it cannot be read any more, and says so', async () => {
    const served = await serve(json([...indexOf(floor), NEW_AEP]))
    const archive = createMemoryRefreshArchive()
    await refreshRegistry(floor, { archive, fetch: served.fetch, now: later(0) })
    served.answer = json('gone', 500)
    const { registry, freshness } = await refreshRegistry(floor, {
      archive,
      fetch: served.fetch,
      now: later(500),
    })
    expect(registry.aeps.some(({ number }) => number === 97)).toBe(true)
    expect(freshness).toMatchObject({ kind: 'refreshed', at: NOW, added: 1 })
    expect(freshness.note).toContain('could not be read anew')
  })

  it('loses the rows that cannot be read and names them', async () => {
    const { fetch } = await serve(json([{ aep: 98 }, 'x', ...indexOf(floor)]))
    const archive = createMemoryRefreshArchive()
    const { freshness } = await refreshRegistry(floor, { archive, fetch, now: later(0) })
    expect(freshness).toMatchObject({ kind: 'refreshed', added: 0, changed: 0 })
    expect(freshness.note).toBe(
      'Of the index 2 rows could not be read. Row 1: The field title is missing or empty. Row 2: The row is no record.',
    )
  })

  it('ends with the reader’s own reason where the reader left', async () => {
    const { fetch } = await serve(() => undefined)
    const archive = createMemoryRefreshArchive()
    const signal = AbortSignal.abort(new Error('left the page'))
    const reading = refreshRegistry(floor, { archive, fetch, now: later(0), signal })
    await expect(reading).rejects.toThrow('left the page')
    expect(await archive.load()).toBeUndefined()
  })
})

describe('skylight --refresh', () => {
  it('tells of an AEP that came later, made harmless for a terminal', async () => {
    const { fetch } = await serve(json([...indexOf(floor), NEW_AEP]))
    vi.stubGlobal('fetch', fetch)
    const { exitCode, stdout, stderr } = await runSkylight('aep', '97', '--refresh')
    expect([exitCode, stderr]).toEqual([0, ''])
    expect(stdout).toContain('</title><script>alert(1)</script>')
    expect(stdout).not.toContain('\u202e')
    expect(stdout).toContain(
      'https://raw.githubusercontent.com/akash-network/AEP/main/index.json at ',
    )
  })

  it('asks nobody without it', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new Error('asked')))
    const { exitCode, stderr } = await runSkylight('aep', '97')
    expect(exitCode).toBe(1)
    expect(stderr).toContain('No AEP-97 is known')
    expect((await runSkylight('aeps', '--format', 'csv')).exitCode).toBe(0)
  })

  it('says so beside the answer where it cannot', async () => {
    const { fetch } = await serve(json('no', 429))
    vi.stubGlobal('fetch', fetch)
    const { exitCode, stderr } = await runSkylight('aeps', '--refresh', '--format', 'csv')
    expect(exitCode).toBe(0)
    expect(stderr).toContain('The AEP repository could not be read anew.')
  })
})

describe('the document of one AEP', () => {
  it('is read by itself; what is wrong with it is a sentence', async () => {
    const served = await serve(json('---\naep: 76\ntitle: T\nstatus: Final\n---\n'))
    const path = 'spec/aep-76/README.md'
    const read = () => readAepDocument(path, { fetch: served.fetch, now: () => NOW })
    expect(await read()).toMatchObject({ kind: 'fetched', at: NOW, aep: { number: 76 } })
    expect(served.asked).toEqual([`/akash-network/AEP/main/${path}`])
    served.answer = json('---\naep: 76\n---\n')
    expect(await read()).toEqual({
      kind: 'failed',
      sentence: 'The field title is missing or empty.',
    })
    served.answer = json('', 429)
    expect(await read()).toMatchObject({
      kind: 'failed',
      sentence: expect.stringContaining('refuses to answer'),
    })
  })
})
