import { expect, test } from 'vitest'
import { parseProposalUrl } from './parse-proposal-url.ts'

test.each([
  ['https://www.mintscan.io/akash/proposals/224', 224n],
  ['https://www.mintscan.io/akash/proposal/19/', 19n],
  ['http://mintscan.io/akash/proposals/6?tab=votes', 6n],
  ['[Proposal 240](https://www.mintscan.io/akash/proposals/240)', 240n],
  ['https://observatory.zone/akash-network/governance/19', 19n],
  ['https://ping.pub/akash/gov/281', 281n],
  ['https://akash.valopers.com/proposals/308', 308n],
])('%s is the page of a proposal', (text, id) => {
  expect(parseProposalUrl(text)).toBe(id)
})

test.each([
  ['a release', 'https://github.com/akash-network/node/releases/tag/v0.3.0'],
  ['a pull request', 'https://github.com/akash-network/node/pull/435'],
  ['a file by its hash', 'https://ipfs.io/ipfs/QmdV52bF7j4utynJ6L11RgG93FuJiUmBH1i7pRD6NjUt6B'],
  ['a blog', 'https://akash.network/blog/public-cloud-is-a-public-utility/'],
  ['a page numbered by its site', 'https://polkachu.com/gov_proposals/6985'],
  ['another chain', 'https://www.mintscan.io/osmosis/proposals/224'],
  ['a test network', 'https://testnet.ping.pub/akash/gov/12'],
  ['a host that only looks like it', 'https://www.mintscan.io.example/akash/proposals/224'],
  ['a milestone', 'https://github.com/akash-network/console/milestone/20'],
  ['words', 'proposal 224'],
  ['nothing', ''],
])('%s is none', (_, text) => {
  expect(parseProposalUrl(text)).toBeUndefined()
})
