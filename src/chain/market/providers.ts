import type { Provider } from '../../domain/market/market.ts'
import type { RequestOptions, Transport } from '../../rpc/transport.ts'
import { fetchAllPages } from '../all-pages.ts'
import type { Answered } from '../gov.ts'
import type { AuditedProvider } from '../proto/generated/akash/audit/v1/audit.ts'
import {
  QueryProvidersResponse as AuditedProvidersResponse,
  QueryAllProvidersAttributesRequest,
} from '../proto/generated/akash/audit/v1/query.ts'
import type { Provider as ProviderProto } from '../proto/generated/akash/provider/v1beta4/provider.ts'
import {
  QueryProvidersRequest,
  QueryProvidersResponse,
} from '../proto/generated/akash/provider/v1beta4/query.ts'
import { MARKET_PATH } from './market-paths.ts'

/** As the recordings ask for them. */
const PROVIDERS_A_PAGE = 1_000n
const AUDITS_A_PAGE = 500n
const MOST_PAGES = 50

export type RegisteredProvider = Omit<Provider, 'auditors'>

/** One auditor's signature under one provider's attributes. */
export interface Audit {
  readonly provider: string
  readonly auditor: string
}

/**
 * Every registered provider; whether one is online is not on chain.
 * @throws {AbciQueryError|EndpointError|UndecodableError|PageOrderError}
 */
export async function fetchProviders(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<readonly RegisteredProvider[]>> {
  return fetchAllPages(
    transport,
    {
      path: MARKET_PATH.providers,
      height,
      pageSize: PROVIDERS_A_PAGE,
      mostPages: MOST_PAGES,
      keyOf: ({ owner }: RegisteredProvider) => owner,
      encode: (pagination) => QueryProvidersRequest.encode({ pagination }).finish(),
      decode: (bytes) => {
        const { providers, pagination } = QueryProvidersResponse.decode(bytes)
        return { items: providers.map(toProvider), nextKey: pagination?.nextKey }
      },
    },
    options,
  )
}

/**
 * Who signed whose attributes (akash.audit.v1).
 * @throws {AbciQueryError|EndpointError|UndecodableError|PageOrderError}
 */
export async function fetchAudits(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<readonly Audit[]>> {
  return fetchAllPages(
    transport,
    {
      path: MARKET_PATH.audits,
      height,
      pageSize: AUDITS_A_PAGE,
      mostPages: MOST_PAGES,
      keyOf: ({ provider, auditor }: Audit) => `${provider}/${auditor}`,
      encode: (pagination) => QueryAllProvidersAttributesRequest.encode({ pagination }).finish(),
      decode: (bytes) => {
        const { providers, pagination } = AuditedProvidersResponse.decode(bytes)
        return { items: providers.map(toAudit), nextKey: pagination?.nextKey }
      },
    },
    options,
  )
}

function toProvider({ owner, hostUri, attributes, info }: ProviderProto): RegisteredProvider {
  return {
    owner,
    hostUri,
    attributes: attributes.map(({ key, value }) => ({ key, value })),
    email: info?.email ?? '',
    website: info?.website ?? '',
  }
}

function toAudit({ owner, auditor }: AuditedProvider): Audit {
  return { provider: owner, auditor }
}
