import { ACCOUNT_PREFIX } from '../account-prefix.ts'
import { parseAddress } from '../search/parse-address.ts'
import type { LeaseId } from './lease.ts'

/** A lease by its id; without `bseq` the newest with that provider. */
export type LeaseName = Omit<LeaseId, 'bseq'> & { readonly bseq: number | undefined }

/** What a reader's text names. */
export type LeaseNameReading =
  | { readonly kind: 'lease'; readonly name: LeaseName }
  /** `why`: a sentence on the part that is wrong, with words of the text; undefined where the whole has another form. */
  | { readonly kind: 'malformed'; readonly why: string | undefined }

const MOST_DSEQ = 2n ** 64n - 1n
const MOST_SEQ = 2 ** 32 - 1

/** Reads `owner/dseq/gseq/oseq/provider[/bseq]`. Never throws. */
export function parseLeaseName(text: string): LeaseNameReading {
  const parts = text.split('/').filter((part) => part !== '')
  const [owner = '', dseq = '', gseq = '', oseq = '', provider = '', bseq] = parts
  if (parts.length < 5 || parts.length > 6) return malformed(undefined)
  for (const [name, number] of Object.entries({ dseq, gseq, oseq, bseq: bseq ?? '0' })) {
    const most = name === 'dseq' ? MOST_DSEQ : BigInt(MOST_SEQ)
    if (!/^\d{1,20}$/.test(number) || BigInt(number) > most) {
      return malformed(`“${number}” is no ${name}.`)
    }
  }
  const accounts: string[] = []
  for (const [role, address] of [
    ['tenant', owner],
    ['provider', provider],
  ] as const) {
    const reading = parseAddress(address, ACCOUNT_PREFIX)
    if (reading?.kind !== 'account') {
      const fault =
        reading?.kind === 'malformed' ? reading.sentence : 'It is no account of this chain.'
      return malformed(`The ${role}’s address does not hold: “${address}”. ${fault}`)
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

function malformed(why: string | undefined): LeaseNameReading {
  return { kind: 'malformed', why }
}
