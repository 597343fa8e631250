import { expect, test } from 'vitest'
import { describeClass, describeRule, sourceUrl } from './describe-evidence.ts'

const GITHUB = 'https://github.com/akash-network'

test.each([
  [
    'akash-network/AEP:spec/aep-8/README.md#L38',
    `${GITHUB}/AEP/blob/HEAD/spec/aep-8/README.md?plain=1#L38`,
  ],
  [
    'akash-network/AEP:spec/aep-15/README.md frontmatter',
    `${GITHUB}/AEP/blob/HEAD/spec/aep-15/README.md`,
  ],
  [
    'akash-network/docs@780e6f6:guides/akashnet-2-software-upgrade.md',
    `${GITHUB}/docs/blob/780e6f6/guides/akashnet-2-software-upgrade.md`,
  ],
  ['akash-network/node:go.mod@v1.0.0', `${GITHUB}/node/blob/v1.0.0/go.mod`],
  ['akash-network/node:app/app.go#L519@v0.22.9', `${GITHUB}/node/blob/v0.22.9/app/app.go#L519`],
  ['akash-network/node commits 291ff5d1, 3b482401', `${GITHUB}/node/commit/291ff5d1`],
  ['akash-network/net commit 0891850 (2021-03-08T15:21Z)', `${GITHUB}/net/commit/0891850`],
  ['akash-network/node tag v0.8.1', `${GITHUB}/node/releases/tag/v0.8.1`],
  ['akash-network/community:PIP-revenue-share', `${GITHUB}/community/tree/HEAD/PIP-revenue-share`],
  ['https://polkachu.com/gov_proposals/6985', 'https://polkachu.com/gov_proposals/6985'],
])('%s has a page', (source, url) => {
  expect(sourceUrl(source)).toBe(url)
})

test.each([
  'proposal 342, summary',
  'proposal 342, title',
  'http://a.example/',
  'javascript:alert(1)',
  'https://',
  'a/b:../../etc/passwd',
  'nothing',
  '',
])('%s has none', (source) => {
  expect(sourceUrl(source)).toBeUndefined()
})

test('every word and sentence is there', () => {
  expect(describeClass('explicit')).toBe('Named outright')
  expect(describeRule('resolution-field')).toBe(
    'The document names the proposal as its resolution.',
  )
  expect(describeRule('shared-resolution')).toBe(
    'The document names the proposal as its resolution, and so does another AEP’s: it may be meant for that one.',
  )
})
