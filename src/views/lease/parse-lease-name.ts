import { ACCOUNT_PREFIX } from '../../domain/account-prefix.ts'
import { parseAddress } from '../../domain/search/parse-address.ts'
import type { LeaseName } from '../../queries/market/read-lease.ts'

/** What an address of a lease's page names. */
export type LeaseNameReading =
  | { readonly kind: 'lease'; readonly name: LeaseName }
  /** `sentence` says what is wrong with it; it holds words of the address. */
  | { readonly kind: 'malformed'; readonly sentence: string }

const FORM = 'A lease is named by owner/dseq/gseq/oseq/provider, with /bseq where it is known.'
const MOST_DSEQ = 2n ** 64n - 1n
const MOST_SEQ = 2 ** 32 - 1

/** Reads `owner/dseq/gseq/oseq/provider[/bseq]`. Never throws. */
export function parseLeaseName(text: string): LeaseNameReading {
  const parts = text.split('/').filter((part) => part !== '')
  const [owner = '', dseq = '', gseq = '', oseq = '', provider = '', bseq] = parts
  if (parts.length < 5 || parts.length > 6) return malformed(FORM)
  for (const [name, number] of Object.entries({ dseq, gseq, oseq, bseq: bseq ?? '0' })) {
    const most = name === 'dseq' ? MOST_DSEQ : BigInt(MOST_SEQ)
    if (!/^\d{1,20}$/.test(number) || BigInt(number) > most) {
      return malformed(`“${number}” is no ${name}. ${FORM}`)
    }
  }
  const accounts: string[] = []
  for (const [role, address] of [
    ['tenant', owner],
    ['provider', provider],
  ] as const) {
    const reading = parseAddress(address, ACCOUNT_PREFIX)
    if (reading?.kind !== 'account') {
      const why =
        reading?.kind === 'malformed' ? reading.sentence : 'It is no account of this chain.'
      return malformed(`The ${role}’s address does not hold: “${address}”. ${why}`)
    }
    accounts.push(reading.address)
  }
  const [ownerAddress = '', providerAddress = ''] = accounts
  return {
    kind: 'lease',
    name: {
      owner: ownerAddress,
      dseq: BigInt(dseq),
      gseq: Number(gseq),
      oseq: Number(oseq),
      provider: providerAddress,
      bseq: bseq === undefined ? undefined : Number(bseq),
    },
  }
}

function malformed(sentence: string): LeaseNameReading {
  return { kind: 'malformed', sentence }
}
