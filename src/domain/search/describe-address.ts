import { shortenAddress } from '../format-shortened.ts'
import { findHolder } from './find-on-market.ts'
import { validatorResult } from './find-validators.ts'
import { formatOtherChain } from './other-chains.ts'
import type { AddressReading } from './parse-address.ts'
import type { SearchGround, SearchResult } from './search-results.ts'

/** What an address leads to, and what there is to say of it. */
export function describeAddress(
  reading: AddressReading,
  ground: SearchGround,
): { readonly results: readonly SearchResult[]; readonly remarks: readonly string[] } {
  switch (reading.kind) {
    case 'account': {
      const own = ground.validators?.find(
        ({ accountAddress }) => accountAddress === reading.address,
      )
      return {
        results: [
          accountResult(
            reading.address,
            own === undefined
              ? 'Account: its votes, proposals, deposits and delegations'
              : `Account of the validator ${own.label}`,
          ),
          ...(own === undefined ? [] : [validatorResult(own, 80)]),
          ...findHolder(reading.address, ground.market),
        ],
        remarks: [],
      }
    }
    case 'operator': {
      const own = ground.validators?.find(
        ({ operatorAddress }) => operatorAddress === reading.address,
      )
      return {
        results: [
          own === undefined
            ? accountResult(
                reading.address,
                ground.validators === undefined
                  ? 'Operator of a validator'
                  : 'Operator of a validator that is not bonded now, or of none',
              )
            : validatorResult(own, 100),
        ],
        remarks: [],
      }
    }
    case 'consensus': {
      const own = ground.validators?.find(
        ({ consensusAddress }) => consensusAddress === reading.address,
      )
      if (own !== undefined) return { results: [validatorResult(own, 100)], remarks: [] }
      return {
        results: [],
        remarks: [
          ground.validators === undefined
            ? 'This is the consensus address of a validator; the validators are not read yet.'
            : 'This is a consensus address, and of none of the bonded validators.',
        ],
      }
    }
    case 'foreign': {
      const name = formatOtherChain(reading.prefix)
      const { sameKeyAddress } = reading
      return {
        results:
          sameKeyAddress === undefined
            ? []
            : [accountResult(sameKeyAddress, `Account here of the same key as on ${name}`)],
        remarks: [`This is an address of ${name}, not of this chain.`],
      }
    }
    case 'malformed':
      return { results: [], remarks: [reading.sentence] }
  }
}

function accountResult(address: string, detail: string): SearchResult {
  return {
    group: 'Accounts',
    target: { kind: 'account', address },
    title: shortenAddress(address),
    detail,
    score: 100,
  }
}
