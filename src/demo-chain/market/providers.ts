import type { Attribute } from '../../chain/proto/generated/akash/base/attributes/v1/attribute.ts'
import { addressKey, lengthPrefixed } from '../application/bech32-bytes.ts'
import type { Entry } from '../application/entries.ts'
import { findEntry } from '../application/entries.ts'
import type { QueryAnswer } from '../application/query-answer.ts'
import { notFound, valueAnswer } from '../application/query-answer.ts'
import { answerPage, pageStore } from '../application/sdk-paging.ts'
import { encodeBytesField, lastText } from '../application/wire-fields.ts'
import { encodeProto } from '../protobuf/message-writer.ts'
import { compareBytes, concatBytes } from '../server/bytes.ts'
import { GPU_CATALOGUE, gpuPath } from './gpu-catalogue.ts'
import { AUDITED_PROVIDER, PROVIDER } from './market-messages.ts'
import type { Actor } from './market-people.ts'
import type { MarketQuestion } from './market-question.ts'
import type { MarketWorld } from './market-world.ts'

export interface ProviderRoutes {
  answerProviders(query: MarketQuestion): QueryAnswer
  answerProvider(query: MarketQuestion): QueryAnswer
  /** `AllProvidersAttributes` of the audit module. */
  answerAudits(query: MarketQuestion): QueryAnswer
}

const REGIONS = [
  'us-west',
  'us-east',
  'eu-central',
  'eu-north',
  'ap-south',
  'ap-northeast',
] as const
const ORGANIZATIONS = [
  'halcyon',
  'meridian',
  'northgate',
  'quarry',
  'saltmarsh',
  'tidewater',
] as const

/** Who offers machines. They have been there since before the chain began. */
export function createProviderRoutes(world: MarketWorld): ProviderRoutes {
  const { people } = world
  const providers = inOrder(
    people.providers.map((actor, number) => ({
      key: lengthPrefixed(actor.bytes),
      item: encodeProto(PROVIDER, {
        owner: actor.address,
        hostUri: `https://${hostOf(actor)}:8443`,
        attributes: attributesOf(world, actor, number),
        info: { email: `ops@${hostOf(actor)}`, website: `https://${hostOf(actor)}` },
      }),
    })),
  )
  // Two of three are audited by the first auditor, and one of four by the second.
  const audits = inOrder(
    people.auditors.flatMap((auditor, turn) =>
      people.providers.flatMap((actor, number) => {
        const isAudited = turn === 0 ? actor.rank % 3 !== 2 : actor.rank % 4 === 0
        if (!isAudited) return []
        const item = encodeProto(AUDITED_PROVIDER, {
          owner: actor.address,
          auditor: auditor.address,
          attributes: attributesOf(world, actor, number).slice(0, 4),
        })
        return [
          { key: concatBytes(lengthPrefixed(actor.bytes), lengthPrefixed(auditor.bytes)), item },
        ]
      }),
    ),
  )

  const list =
    (entries: readonly Entry[]) =>
    ({ request, height }: MarketQuestion): QueryAnswer =>
      answerPage({ entries, pager: pageStore, pageField: 1 }, request, height)

  return {
    answerProviders: list(providers),
    answerAudits: list(audits),
    answerProvider({ request, height }) {
      const key = addressKey(lastText(request, 1))
      const found = key && findEntry(providers, key)
      if (found !== undefined) return valueAnswer(encodeBytesField(1, found.item), height)
      return notFound('invalid provider: address not found', height)
    },
  }
}

function hostOf({ rank }: Actor): string {
  return `${ORGANIZATIONS[rank % ORGANIZATIONS.length]}${rank}.example`
}

function attributesOf({ people }: MarketWorld, { rank }: Actor, number: number): Attribute[] {
  const region = REGIONS[rank % REGIONS.length] ?? REGIONS[0]
  const isTrue = (key: string): Attribute => ({ key, value: 'true' })
  const gpus = GPU_CATALOGUE.filter((_, gpu) => people.gpuBidders[gpu]?.includes(number))
  return [
    { key: 'host', value: 'akash' },
    { key: 'tier', value: rank < 12 ? 'premium' : 'community' },
    { key: 'organization', value: ORGANIZATIONS[rank % ORGANIZATIONS.length] ?? '' },
    { key: 'region', value: region },
    { key: 'location-region', value: region },
    { key: 'capabilities/storage/2/class', value: 'beta3' },
    isTrue('capabilities/storage/2/persistent'),
    { key: 'hardware-cpu', value: rank % 3 === 0 ? 'intel' : 'amd' },
    { key: 'network-speed-up', value: rank % 2 === 0 ? '10000' : '1000' },
    ...gpus.flatMap((gpu) => [
      isTrue(`capabilities/gpu/${gpuPath(gpu)}`),
      isTrue(`capabilities/gpu/vendor/${gpu.vendor}/model/${gpu.model}`),
    ]),
  ]
}

function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((a, b) => compareBytes(a.key, b.key))
}
