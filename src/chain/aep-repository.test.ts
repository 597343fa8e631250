import { describe, expect, it, vi } from 'vitest'
import {
  AEP_INDEX_URL,
  AepIndexShapeError,
  fetchAepDocument,
  fetchAepIndex,
  parseAepIndex,
} from './aep-repository.ts'
import { PublicFileError } from './public-file.ts'

const serving = (text: string) => vi.fn<typeof globalThis.fetch>(async () => new Response(text))

const row = (aep: number, fields: object = {}) => ({
  aep,
  title: `Title ${aep}`,
  author: 'Ann Author (@ann)',
  status: 'Draft',
  type: 'Standard',
  category: 'Core',
  created: '2026-10-01T00:00:00.000Z',
  ...fields,
})

const parse = (...rows: readonly unknown[]) => parseAepIndex(JSON.stringify(rows))

describe('the index of the AEP repository', () => {
  it('is read as documents, ascending, days as days', () => {
    const { aeps, lost } = parse(row(97), row(3, { 'superseeded-by': 97, status: 'Final (core)' }))
    expect(lost).toEqual([])
    expect(aeps).toMatchObject([
      {
        number: 3,
        status: 'Final',
        statusRaw: 'Final (core)',
        supersededBy: [97],
        misspelt: ['superseeded-by'],
        path: 'spec/aep-3/README.md',
      },
      { number: 97, created: '2026-10-01', authors: [{ name: 'Ann Author', handle: '@ann' }] },
    ])
  })

  it('loses a row that cannot be read and no other', () => {
    const bad = [null, 7, [], row(0), row(10_000), { aep: 5 }, row(1), row(6, { title: { a: 1 } })]
    const good = Array.from({ length: 9 }, (_, index) => row(index + 1))
    const { aeps, lost } = parse(...good, ...bad)
    expect(aeps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(lost).toHaveLength(bad.length)
    expect(lost[0]).toBe('Row 10: The row is no record.')
    expect(lost[4]).toBe('Row 14: 10000 is too high.')
    expect(lost[6]).toBe('Row 16: AEP-1 stands in an earlier row.')
  })

  it.each([
    ['<!doctype html>', 'it is no JSON'],
    ['{"aeps": []}', 'it is no list'],
    ['[]', 'no row of it is an AEP'],
    ['[{"id": 1}, {"id": 2}]', 'no row of it is an AEP'],
    [JSON.stringify([row(1), 1, 2]), 'most of its rows are no AEPs'],
    [
      JSON.stringify(Array.from({ length: 2_001 }, (_, index) => row(index + 1))),
      'it has 2001 rows',
    ],
  ])('is refused as a whole where it has another form: %.24s', (text, reason) => {
    expect(() => parseAepIndex(text)).toThrow(new AepIndexShapeError(reason))
  })

  it('says in a sentence why it was refused', () => {
    expect(new AepIndexShapeError('it is no list').message).toBe(
      'The index of the AEP repository has another form than is known: it is no list.',
    )
  })

  it('is fetched from the public repository and nowhere else', async () => {
    const fetch = serving(JSON.stringify([row(97)]))
    const { index } = await fetchAepIndex({ fetch })
    expect(index.aeps).toHaveLength(1)
    expect(fetch).toHaveBeenCalledExactlyOnceWith(
      AEP_INDEX_URL,
      expect.objectContaining({ credentials: 'omit', redirect: 'error' }),
    )
    expect(new URL(AEP_INDEX_URL).origin).toBe('https://raw.githubusercontent.com')
  })
})

describe('the document of one AEP', () => {
  const path = 'spec/aep-97/README.md'

  it('is read by its frontmatter, whatever stands below', async () => {
    const fetch = serving('---\naep: 97\ntitle: Ninety-seven\nstatus: Last Call\n---\n# Text: [\n')
    const reading = await fetchAepDocument(path, { fetch })
    expect(reading).toMatchObject({
      kind: 'read',
      aep: { number: 97, title: 'Ninety-seven', status: 'Last Call', path },
    })
  })

  it('says what is wrong with it', async () => {
    const wrong = serving('---\naep: 98\ntitle: T\nstatus: Draft\n---\n')
    expect(await fetchAepDocument(path, { fetch: wrong })).toMatchObject({
      kind: 'unreadable',
      problem: { kind: 'number-differs' },
    })
    expect(await fetchAepDocument(path, { fetch: serving('no fence') })).toMatchObject({
      kind: 'unreadable',
      problem: { kind: 'no-frontmatter' },
    })
  })

  it('that is not there is a refusal, not an empty document', async () => {
    const fetch = async () => new Response('404: Not Found', { status: 404 })
    await expect(fetchAepDocument(path, { fetch })).rejects.toThrow(PublicFileError)
  })
})
