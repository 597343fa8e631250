import type { EvidenceClass } from '../registry/registry.ts'
import type { Evidence } from './link.ts'

const CLASSES: Readonly<Record<EvidenceClass, string>> = {
  explicit: 'Named outright',
  documentary: 'Documented',
  curated: 'Reviewed',
  charter: 'By charter',
  date: 'Same days',
}

/** A word or two for the class of a piece of evidence. */
export function describeClass(evidenceClass: EvidenceClass): string {
  return CLASSES[evidenceClass]
}

const RULES: Readonly<Record<Evidence['rule'], string>> = {
  changelog: 'The changelog of the node names it under this release.',
  'changelog-topic':
    'The changelog of the node describes it under this release, without its number.',
  'release-commit': 'A commit in this release names it.',
  'proposal-text': 'The text of the proposal names it.',
  'aep-text': 'The text of an AEP says so.',
  'release-notes': 'Release notes, documentation or a blog say so.',
  minutes: 'Minutes of a meeting say so.',
  issue: 'An issue in the support repository says so.',
  'pool-report': 'The report of the community pool lists it.',
  messages: 'The messages of the proposal do it.',
  repository: 'A page of a repository says so.',
  'resolution-field': 'The document names the proposal as its resolution.',
  'shared-resolution':
    'The document names the proposal as its resolution, and so does another AEP’s: it may be meant for that one.',
  curated: 'A reviewed row of the registry says so.',
  scope: 'It is what the group is there for.',
  'completed-date': 'The document calls it completed within two days of the upgrade.',
}

/** What was found, a sentence. */
export function describeRule(rule: Evidence['rule']): string {
  return RULES[rule]
}

const FILE =
  /^([\w.-]+\/[\w.-]+)(?:@([\w.-]+))?:([^\s@#]+?)(?:#L(\d+))?(?:@([\w.-]+))?(?:#L(\d+))?(?: .*)?$/
const COMMIT = /^([\w.-]+\/[\w.-]+) commits? ([0-9a-f]{7,40})\b/
const TAG = /^([\w.-]+\/[\w.-]+) tag ([\w.-]+)/

/**
 * The page a source stands for: `owner/repository:path#L12` on GitHub, a commit, a tag, or an https address as it is.
 * undefined for what has none, such as `proposal 342, summary`.
 */
export function sourceUrl(source: string): string | undefined {
  if (/^https:\/\//i.test(source)) return URL.canParse(source) ? source : undefined
  const commit = COMMIT.exec(source)
  if (commit !== null) return `https://github.com/${commit[1]}/commit/${commit[2]}`
  const tag = TAG.exec(source)
  if (tag !== null) return `https://github.com/${tag[1]}/releases/tag/${tag[2]}`
  const file = FILE.exec(source)
  if (file === null) return undefined
  const [, repository, before, path = '', line = file[6], after] = file
  if (path.split('/').includes('..')) return undefined
  const name = path.split('/').at(-1) ?? ''
  const kind = name.includes('.') ? 'blob' : 'tree'
  const page = `https://github.com/${repository}/${kind}/${before ?? after ?? 'HEAD'}/${encodeURI(path)}`
  return line === undefined ? page : `${page}${/\.md$/.test(name) ? '?plain=1' : ''}#L${line}`
}
