import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXPLORERS } from './explorers.ts'
import { parseExplorerUrl } from './parse-explorer-url.ts'

const ACCOUNT = 'akash14jetgtmfup6xeupt6ssamuxntashmmzvgut3r6'
const OPERATOR = 'akashvaloper14jetgtmfup6xeupt6ssamuxntashmmzvx7zmqr'
const HASH = '0B93482C9A57F49C3B7019F26B9FDA6FD0FDC4CE2BCF85443B7C5E8F6354AAED'

/** `explorer` or `guess`, then what it shows, in a line. */
function read(url: string): string {
  const reading = parseExplorerUrl(url)
  if (reading === undefined) return 'no URL'
  if (reading.kind === 'unknown') return `unknown ${reading.explorer ?? reading.host}`
  if (reading.kind === 'other-chain') return `${reading.explorer}: chain ${reading.chain}`
  const { target } = reading
  const who = reading.kind === 'explorer' ? reading.explorer : `guess ${reading.host}`
  switch (target.kind) {
    case 'proposal':
      return `${who}: proposal ${target.id}`
    case 'block':
      return `${who}: block ${target.height}`
    case 'transaction':
      return `${who}: tx ${target.hash.slice(0, 4)}`
    case 'address':
      return `${who}: ${target.address.slice(0, 9)}`
  }
}

describe('parseExplorerUrl', () => {
  it.each([
    ['https://www.mintscan.io/akash/proposals/353', 'Mintscan: proposal 353'],
    ['https://mintscan.io/akash/proposals/353?tab=votes#top', 'Mintscan: proposal 353'],
    [`https://www.mintscan.io/akash/validators/${OPERATOR}`, 'Mintscan: akashvalo'],
    [`https://www.mintscan.io/akash/address/${ACCOUNT}`, 'Mintscan: akash14je'],
    ['https://www.mintscan.io/akash/block/27400494', 'Mintscan: block 27400494'],
    [`https://www.mintscan.io/akash/tx/${HASH}?height=27400200`, 'Mintscan: tx 0B93'],
    ['mintscan.io/akash/proposals/12', 'Mintscan: proposal 12'],
    ['https://www.mintscan.io/cosmos/proposals/12', 'Mintscan: chain cosmos'],
    ['https://www.mintscan.io/akash/parameters', 'unknown Mintscan'],
    ['https://ping.pub/akash/gov/353', 'Ping.pub: proposal 353'],
    [`https://ping.pub/akash/staking/${OPERATOR}`, 'Ping.pub: akashvalo'],
    ['https://ping.pub/akash/block/27400494', 'Ping.pub: block 27400494'],
    ['https://atomscan.com/akash/votes/353', 'ATOMScan: proposal 353'],
    [`https://atomscan.com/akash/accounts/${ACCOUNT}`, 'ATOMScan: akash14je'],
    ['https://akash.explorers.guru/proposal/353', 'Explorers Guru: proposal 353'],
    ['https://juno.explorers.guru/proposal/3', 'Explorers Guru: chain juno'],
    ['https://stakeflow.io/akash/proposals/353', 'Stakeflow: proposal 353'],
    ['https://stats.akash.network/proposals/353', 'Akash Stats: proposal 353'],
    ['https://stats.akash.network/blocks/27400494', 'Akash Stats: block 27400494'],
    [`https://stats.akash.network/transactions/${HASH.toLowerCase()}`, 'Akash Stats: tx 0B93'],
    [`https://console.akash.network/addresses/${ACCOUNT}`, 'Akash Console: akash14je'],
    [`https://akash.valopers.com/validators/${OPERATOR}`, 'Valopers: akashvalo'],
    ['https://polkachu.com/gov_proposals/akash/353', 'Polkachu: proposal 353'],
    ['https://wallet.keplr.app/chains/akash/proposals/353', 'Keplr: proposal 353'],
    ['https://commonwealth.im/akash/proposal/353-a-long-title', 'Commonwealth: proposal 353'],
    ['https://restake.app/akash/vote/353', 'Restake: proposal 353'],
    ['https://gov.example.org/#/akash/proposals/353', 'guess gov.example.org: proposal 353'],
    ['https://explorer.example/akash/gov/353', 'guess explorer.example: proposal 353'],
    ['https://x.example/governance_proposals/akash/7', 'guess x.example: proposal 7'],
    ['https://x.example/en/blocks/27400494', 'guess x.example: block 27400494'],
    [`https://x.example/a/${ACCOUNT}/balances`, 'guess x.example: akash14je'],
    ['https://rpc.example.org:443/akash', 'unknown rpc.example.org'],
    ['127.0.0.1:26657', 'unknown 127.0.0.1:26657'],
    ['localhost:26657', 'unknown localhost:26657'],
    ['upgrade v2.1.0', 'no URL'],
    ['v2.1.0', 'no URL'],
    ['at 12:30', 'no URL'],
    ['https://', 'no URL'],
  ])('reads %s as %s', (url, expected) => {
    expect(read(url)).toBe(expected)
  })

  it('is given no pattern that could never match: each shows something and starts at the root', () => {
    for (const { name, paths } of EXPLORERS) {
      for (const path of paths) {
        expect([name, path, /^\/.*:(proposal|address|height|hash)/.test(path)]).toEqual([
          name,
          path,
          true,
        ])
      }
    }
  })

  it('never throws, whatever is pasted', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl({ withFragments: true }), fc.string({ unit: 'binary' })),
        (text) => {
          parseExplorerUrl(text)
          parseExplorerUrl(`https://mintscan.io/${text}`)
          parseExplorerUrl(`https://x.example/proposals/${text}`)
        },
      ),
    )
  })
})
