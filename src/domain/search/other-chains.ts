/** A chain people may mistake an address of for one of this chain. */
export interface OtherChain {
  readonly name: string
  /** Keys are derived as here (SLIP-44 coin type 118), so one key owns an account on both. */
  readonly hasSameKeys: boolean
}

const CHAINS: Readonly<Record<string, OtherChain>> = {
  akash: { name: 'Akash', hasSameKeys: true },
  axelar: { name: 'Axelar', hasSameKeys: true },
  celestia: { name: 'Celestia', hasSameKeys: true },
  cosmos: { name: 'the Cosmos Hub', hasSameKeys: true },
  dydx: { name: 'dYdX', hasSameKeys: true },
  inj: { name: 'Injective', hasSameKeys: false },
  juno: { name: 'Juno', hasSameKeys: true },
  kava: { name: 'Kava', hasSameKeys: false },
  neutron: { name: 'Neutron', hasSameKeys: true },
  noble: { name: 'Noble', hasSameKeys: true },
  osmo: { name: 'Osmosis', hasSameKeys: true },
  regen: { name: 'Regen', hasSameKeys: true },
  secret: { name: 'Secret Network', hasSameKeys: false },
  sei: { name: 'Sei', hasSameKeys: true },
  stars: { name: 'Stargaze', hasSameKeys: true },
  stride: { name: 'Stride', hasSameKeys: true },
  terra: { name: 'Terra', hasSameKeys: false },
}

/** The chain whose accounts begin with a prefix; undefined for one not listed, and for validators' prefixes. */
export function findOtherChain(prefix: string): OtherChain | undefined {
  return Object.hasOwn(CHAINS, prefix) ? CHAINS[prefix] : undefined
}

/** `the Cosmos Hub` for `cosmos` and `cosmosvaloper`; the prefix in quotes where no name is known. */
export function formatOtherChain(prefix: string): string {
  const chain = findOtherChain(prefix.replace(/val(oper|cons)$/, ''))
  return chain === undefined ? `a chain whose addresses begin with ${prefix}1` : chain.name
}
