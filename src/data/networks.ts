import type { Network } from './network-schema.ts'

export type { Network } from './network-schema.ts'

/**
 * Known networks, the default first. Whether an endpoint is up, allows browsers or keeps an index is not written here:
 * that is learned from it.
 */
export const NETWORKS: readonly Network[] = [
  {
    id: 'mainnet',
    chainId: 'akashnet-2',
    name: 'Akash mainnet',
    kind: 'mainnet',
    bech32Prefix: 'akash',
    stakingDenom: 'uakt',
    displayDenom: 'akt',
    exponent: 6,
    endpoints: [
      { url: 'https://rpc.akt.dev/rpc', operator: 'akt.dev' },
      { url: 'https://rpc.akashnet.net', operator: 'Akash Network' },
      { url: 'https://akash-rpc.polkachu.com', operator: 'Polkachu' },
      { url: 'https://rpc-akash.ecostake.com', operator: 'ecostake' },
      { url: 'https://akash-rpc.publicnode.com', operator: 'Allnodes' },
      { url: 'https://akash-rpc.kleomedes.network', operator: 'Kleomedes' },
      {
        url: 'https://akash-mainnet-rpc.cosmonautstakes.com',
        operator: 'Cosmonaut Stakes',
      },
      { url: 'https://akash-rpc.europlots.com', operator: 'europlots' },
      { url: 'https://rpc.lavenderfive.com/akash', operator: 'Lavender.Five Nodes' },
      { url: 'https://akash.c29r3.xyz/rpc', operator: 'c29r3' },
      { url: 'https://akash.rpc.arcturian.tech', operator: 'Arcturian Tech' },
      { url: 'https://akash.rpc.uquad.org', operator: 'QUAD' },
      { url: 'https://akash.api.pocket.network', operator: 'Pocket Network' },
    ],
    sourceNote:
      'akash-network/net mainnet/meta.json (2026-04-22); cosmos/chain-registry akash/chain.json (2026-08-12) and akash/assetlist.json',
    asOf: '2026-08-12',
  },
  {
    id: 'sandbox',
    chainId: 'sandbox-2',
    name: 'Akash sandbox',
    kind: 'sandbox',
    bech32Prefix: 'akash',
    stakingDenom: 'uakt',
    displayDenom: 'akt',
    exponent: 6,
    endpoints: [{ url: 'https://rpc.sandbox-2.aksh.pw', operator: 'akash' }],
    sourceNote:
      'akash-network/net sandbox-2/meta.json (2026-04-22) and sandbox-2/genesis.json; cosmos/chain-registry testnets/akashtestnet/chain.json (2025-10-14)',
    asOf: '2026-04-22',
  },
  {
    id: 'testnet-reclamation',
    chainId: 'testnet-reclamation',
    name: 'Akash testnet for reclamation',
    kind: 'testnet',
    bech32Prefix: 'akash',
    stakingDenom: 'uakt',
    displayDenom: 'akt',
    exponent: 6,
    endpoints: [{ url: 'https://testnetreclamationrpc.akashnet.net' }],
    sourceNote:
      'akash-network/net testnet-reclamation/meta.json (2026-06-02), which names uakt as the fee token; the staking token is taken to be the same',
    asOf: '2026-06-02',
  },
  {
    id: 'testnet-oracle',
    chainId: 'testnet-oracle',
    name: 'Akash testnet for the oracle',
    kind: 'testnet',
    bech32Prefix: 'akash',
    stakingDenom: 'uakt',
    displayDenom: 'akt',
    exponent: 6,
    endpoints: [{ url: 'https://testnetoraclerpc.akashnet.net' }],
    sourceNote:
      'akash-network/net testnet-oracle/meta.json (2026-03-02), which names uakt as the fee token; the staking token is taken to be the same',
    asOf: '2026-03-02',
  },
]

/** A network by its id or its chain id; undefined for a chain that is not listed. */
export function findNetwork(idOrChainId: string): Network | undefined {
  return NETWORKS.find(({ id, chainId }) => id === idOrChainId || chainId === idOrChainId)
}
