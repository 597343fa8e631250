import { ACCOUNT_PREFIX } from '../domain/account-prefix.ts'
import { isAddressableName } from '../domain/upgrades/ledger/addressable-name.ts'
import type { PageLinks } from '../ui/text/page-links.ts'
import type { createAppRouter } from './router.tsx'

/** Accounts and operators of this chain by their form alone; the page itself checks the checksum. */
const OWN_ADDRESS = new RegExp(`^${ACCOUNT_PREFIX}(valoper)?1([a-z0-9]{38}|[a-z0-9]{58})$`)

/** Pages that addresses and heights anywhere in a text lead to; they keep the network and height of the page they stand on. */
export function createPageLinks(router: ReturnType<typeof createAppRouter>): PageLinks {
  const hrefOf = (path: string) => router.buildLocation({ to: path, search: {} }).href
  return {
    addressHref: (address) =>
      OWN_ADDRESS.test(address)
        ? router.buildLocation({ to: '/accounts/$address', params: { address }, search: {} }).href
        : undefined,
    heightHref: (height) =>
      router.buildLocation({
        to: '/blocks/$height',
        params: { height: height.toString() },
        search: {},
      }).href,
    proposalHref: (id) =>
      router.buildLocation({ to: '/proposals/$id', params: { id: id.toString() }, search: {} })
        .href,
    upgradeHref: (name) =>
      isAddressableName(name)
        ? router.buildLocation({ to: '/upgrades/$name', params: { name }, search: {} }).href
        : undefined,
    aepHref: (aep) =>
      router.buildLocation({
        to: '/aeps/$number',
        params: { number: aep.toString() },
        search: {},
      }).href,
    groupHref: (id) => router.buildLocation({ to: '/sigs/$id', params: { id }, search: {} }).href,
    screenHref: hrefOf,
    leaseHref: (id) => hrefOf(`/market/leases/${id}`),
    holderHref: (as, address) =>
      OWN_ADDRESS.test(address) ? hrefOf(`/market/${as}s/${address}`) : undefined,
    onFollow: (href) => router.history.push(href),
  }
}
