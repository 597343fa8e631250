import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { SearchTarget } from '../../domain/search/search-results.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { transactionHeightQuery } from '../../queries/search-transaction.ts'

export interface SearchNote {
  readonly isFailure: boolean
  readonly sentence: string
}

/** Where results lead. A transaction has no page: its block is asked for, which can fail. */
export function useSearchTarget(onDone: () => void) {
  const chain = useChain()
  const router = useRouter()
  const client = useQueryClient()
  const [note, setNote] = useState<SearchNote>()

  function hrefOf(target: SearchTarget): string | undefined {
    switch (target.kind) {
      case 'proposal':
        return router.buildLocation({
          to: '/proposals/$id',
          params: { id: target.id.toString() },
          search: {},
        }).href
      case 'aep':
        return router.buildLocation({
          to: '/aeps/$number',
          params: { number: target.number.toString() },
          search: {},
        }).href
      case 'upgrade':
        return router.buildLocation({
          to: '/upgrades/$name',
          params: { name: target.name },
          search: {},
        }).href
      case 'group':
        return router.buildLocation({ to: '/sigs/$id', params: { id: target.id }, search: {} }).href
      case 'block':
        return router.buildLocation({
          to: '/blocks/$height',
          params: { height: target.height.toString() },
          search: {},
        }).href
      case 'account':
        return router.buildLocation({
          to: '/accounts/$address',
          params: { address: target.address },
          search: {},
        }).href
      case 'lease': {
        const [owner = '', ...rest] = target.key.split('/')
        return router.buildLocation({
          to: '/market/leases/$owner/$',
          params: { owner, _splat: rest.join('/') },
          search: {},
        }).href
      }
      case 'leases':
        return router.buildLocation({
          to: '/market/leases',
          search: { dseq: target.dseq.toString(), tenant: target.owner },
        }).href
      case 'holder':
        return router.buildLocation({
          to: target.as === 'provider' ? '/market/providers/$address' : '/market/tenants/$address',
          params: { address: target.address },
          search: {},
        }).href
      case 'endpoint':
        // An endpoint in an address is asked about before it is called.
        return router.buildLocation({
          to: '/nodes',
          search: { rpc: target.url, network: undefined, height: undefined },
        }).href
      case 'transaction':
        return undefined
    }
  }

  async function findBlock(hash: string): Promise<void> {
    setNote({ isFailure: false, sentence: 'Asking the index of the node…' })
    try {
      const height = await client.fetchQuery(transactionHeightQuery(chain, hash))
      open({ kind: 'block', height })
    } catch (error) {
      const { sentence } = describeQueryFailure(error)
      setNote({
        isFailure: true,
        sentence: `The block of this transaction was not found. ${sentence}`,
      })
    }
  }

  function open(target: SearchTarget): void {
    const href = hrefOf(target)
    if (href === undefined) return
    onDone()
    router.history.push(href)
  }

  const follow = (target: SearchTarget) =>
    target.kind === 'transaction' ? void findBlock(target.hash) : open(target)
  return { follow, hrefOf, note }
}
