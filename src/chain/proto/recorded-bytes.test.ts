import { describe, expect, it } from 'vitest'
import { QueryBidsResponse, QueryLeasesResponse } from './generated/akash/market/v1beta5/query.ts'
import { QueryAggregatedPriceResponse } from './generated/akash/oracle/v2/query.ts'
import { type Codec, isFields, ourCodec } from './testing/codecs.ts'
import { type MessageDescriptor, readProtoImage } from './testing/proto-image.ts'
import { type RecordedQuery, readQueries, type Scene } from './testing/recordings.ts'

const image = readProtoImage()

/** Answers whose type is not named after the method. */
const ANSWERS: Readonly<Record<string, string>> = {
  'akash.audit.v1.Query/AllProvidersAttributes': 'akash.audit.v1.QueryProvidersResponse',
}

/** `/akash.market.v1beta5.Query/Leases` is answered by `akash.market.v1beta5.QueryLeasesResponse`. */
function answerOf(path: string): MessageDescriptor | undefined {
  const method = path.slice(1)
  const name = ANSWERS[method] ?? `${method.replace('.Query/', '.Query')}Response`
  return image.messages.get(name)
}

function readAnswers(scene: Scene): readonly (RecordedQuery & { readonly codec: Codec })[] {
  return readQueries(scene).flatMap((query) => {
    const message = answerOf(query.path)
    return message === undefined ? [] : [{ ...query, codec: ourCodec(message) }]
  })
}

describe('recorded answers', () => {
  it.each<Scene>(['steady', 'market', 'halt', 'halt-partial', 'resumed'])(
    'of %s come out byte by byte when read and written again, so no field is unknown or misread',
    (scene) => {
      const answers = readAnswers(scene)
      expect(answers.length).toBeGreaterThan(0)
      const changed = answers.filter(({ codec, value }) => {
        return !Buffer.from(codec.encode(codec.decode(value))).equals(value)
      })
      expect(changed.map(({ file, path }) => `${file} ${path}`)).toEqual([])
    },
    30_000,
  )

  it('include every query of a module whose answers we can read', () => {
    const paths = readQueries('steady').map(({ path }) => path)
    const unread = paths.filter((path) => path.includes('.Query/') && !answerOf(path))
    expect([...new Set(unread)]).toEqual([])
  })

  it('show leases being reclaimed, which no library knows', () => {
    const leases = queriesOf('market', '/akash.market.v1beta5.Query/Leases').flatMap(
      ({ value }) => QueryLeasesResponse.decode(value).leases,
    )
    const reclaiming = leases.filter(({ lease }) => lease?.state === 4)
    expect(reclaiming.length).toBeGreaterThan(0)
    for (const { lease } of reclaiming) {
      const reclamation = lease?.reclamation
      expect(reclamation?.window?.seconds).toBeGreaterThan(0n)
      expect(reclamation?.startedAt).toBeGreaterThan(27_000_000n)
      expect(reclamation?.deadline).toBeGreaterThan(1_700_000_000n)
      expect(reclamation?.reason).toBeGreaterThanOrEqual(10_000)
    }
  })

  it('show bids that offer a time for reclaiming', () => {
    const bids = queriesOf('market', '/akash.market.v1beta5.Query/Bids').flatMap(
      ({ value }) => QueryBidsResponse.decode(value).bids,
    )
    expect(bids.some(({ bid }) => (bid?.reclamationWindow?.seconds ?? 0n) > 0n)).toBe(true)
  })

  it('show the price of AKT by oracle v2', () => {
    const [answer] = queriesOf('steady', '/akash.oracle.v2.Query/AggregatedPrice')
    const { aggregatedPrice, priceHealth } = QueryAggregatedPriceResponse.decode(
      answer?.value ?? new Uint8Array(),
    )
    expect(isFields(aggregatedPrice)).toBe(true)
    expect(aggregatedPrice?.denom).toBe('akt')
    expect(aggregatedPrice?.twap).toMatch(/^\d{17,20}$/)
    expect(priceHealth?.denom).toBe('akt')
  })
})

function queriesOf(scene: Scene, path: string): readonly RecordedQuery[] {
  return readQueries(scene).filter((query) => query.path === path)
}
