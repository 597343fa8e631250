/** An explorer or wallet people paste links of. */
export interface Explorer {
  readonly name: string
  /** A group named `chain` where the host says which chain it shows. */
  readonly host: RegExp
  /** Path patterns; a longer path matches too. `:chain` names the chain, the others what is shown. */
  readonly paths: readonly string[]
}

export const EXPLORERS: readonly Explorer[] = [
  {
    name: 'Mintscan',
    host: /^mintscan\.io$/,
    paths: [
      '/:chain/proposals/:proposal',
      '/:chain/validators/:address',
      '/:chain/address/:address',
      '/:chain/account/:address',
      '/:chain/block/:height',
      '/:chain/blocks/:height',
      '/:chain/tx/:hash',
      '/:chain/txs/:hash',
    ],
  },
  {
    name: 'Ping.pub',
    host: /^(testnet\.)?ping\.pub$/,
    paths: [
      '/:chain/gov/:proposal',
      '/:chain/staking/:address',
      '/:chain/account/:address',
      '/:chain/block/:height',
      '/:chain/blocks/:height',
      '/:chain/tx/:hash',
    ],
  },
  {
    name: 'ATOMScan',
    host: /^atomscan\.com$/,
    paths: [
      '/:chain/votes/:proposal',
      '/:chain/proposals/:proposal',
      '/:chain/validators/:address',
      '/:chain/accounts/:address',
      '/:chain/blocks/:height',
      '/:chain/transactions/:hash',
    ],
  },
  {
    name: 'Explorers Guru',
    host: /^(?<chain>[^.]+)\.explorers\.guru$/,
    paths: [
      '/proposal/:proposal',
      '/validator/:address',
      '/account/:address',
      '/block/:height',
      '/transaction/:hash',
    ],
  },
  {
    name: 'Stakeflow',
    host: /^stakeflow\.io$/,
    paths: [
      '/:chain/proposals/:proposal',
      '/:chain/governance/:proposal',
      '/:chain/validators/:address',
      '/:chain/accounts/:address',
    ],
  },
  {
    name: 'Akash Stats',
    host: /^stats\.(?<chain>akash)\.network$/,
    paths: [
      '/proposals/:proposal',
      '/validators/:address',
      '/addresses/:address',
      '/blocks/:height',
      '/transactions/:hash',
    ],
  },
  {
    name: 'Akash Console',
    host: /^console\.(?<chain>akash)\.network$/,
    paths: [
      '/proposals/:proposal',
      '/validators/:address',
      '/addresses/:address',
      '/blocks/:height',
      '/transactions/:hash',
    ],
  },
  {
    name: 'Valopers',
    host: /^(?<chain>[^.]+)\.valopers\.com$/,
    paths: [
      '/proposals/:proposal',
      '/validators/:address',
      '/account/:address',
      '/blocks/:height',
      '/transactions/:hash',
    ],
  },
  {
    name: 'Polkachu',
    host: /^polkachu\.com$/,
    paths: [
      '/gov/:chain/:proposal',
      '/gov_proposals/:chain/:proposal',
      '/governance_proposals/:chain/:proposal',
    ],
  },
  {
    name: 'Keplr',
    host: /^wallet\.keplr\.app$/,
    paths: ['/chains/:chain/proposals/:proposal', '/chains/:chain/validators/:address'],
  },
  {
    name: 'Commonwealth',
    host: /^(commonwealth\.im|common\.xyz)$/,
    paths: ['/:chain/proposal/:proposal', '/:chain/proposals/:proposal'],
  },
  {
    name: 'Restake',
    host: /^restake\.app$/,
    paths: ['/:chain/vote/:proposal', '/:chain/:address'],
  },
]
