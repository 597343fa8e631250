import * as z from 'zod/mini'

const text = z.string().check(z.minLength(1))
/** Without slash at the end, as endpoints are called and compared. */
const endpointUrl = z.string().check(z.regex(/^https:\/\/[a-z0-9.-]+(:\d+)?(\/[\w./-]*\w)?$/))

/** The one schema of `networks.ts`; unknown members are errors. */
export const NetworkSchema = z.strictObject({
  /** Short name, as in `?network=` and `--network`. */
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  /** As the chain writes it in every header. */
  chainId: text,
  name: text,
  kind: z.enum(['mainnet', 'sandbox', 'testnet']),
  bech32Prefix: z.string().check(z.regex(/^[a-z]+$/)),
  /** Base denomination that is staked, and that votes and deposits are counted in. */
  stakingDenom: text,
  displayDenom: text,
  /** 1 unit of the display denomination is 10^exponent base units. */
  exponent: z.int().check(z.nonnegative()),
  /** Public RPC endpoints in order of preference. */
  endpoints: z.array(
    z.strictObject({
      url: endpointUrl,
      /** As the source names it; absent where it names nobody. */
      operator: z.optional(text),
    }),
  ),
  /** Where the facts were read. */
  sourceNote: text,
  /** Newest date of those sources, YYYY-MM-DD. */
  asOf: z.iso.date(),
})

export type Network = z.infer<typeof NetworkSchema>
