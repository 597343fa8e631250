import type { FrontmatterProblem } from './frontmatter.ts'

/** Characters between the two lines `---`. The longest of the repository has 500. */
export const MOST_FRONTMATTER = 16_000

export type FrontmatterCut =
  | {
      readonly kind: 'cut'
      readonly yaml: string
      /** Of the document, from 1: where `yaml` begins. */
      readonly firstLine: number
    }
  | { readonly kind: 'unreadable'; readonly problem: FrontmatterProblem }

const FENCE = /^---[ \t]*$/

/** The part of a document between its first line `---` and the next one. Looks no further than a frontmatter may reach. */
export function cutFrontmatter(document: string): FrontmatterCut {
  const text = document.startsWith('\ufeff') ? document.slice(1) : document
  const isLonger = text.length > MOST_FRONTMATTER
  const lines = text.slice(0, MOST_FRONTMATTER).split('\n').map(withoutReturn)
  if (!FENCE.test(lines[0] ?? '')) {
    return unreadable('no-frontmatter', 1, 'The document does not begin with a line ---.')
  }
  // The last of the lines may have been cut in two.
  const end = lines.findIndex(
    (line, at) => at > 0 && FENCE.test(line) && !(isLonger && at === lines.length - 1),
  )
  if (end !== -1) return { kind: 'cut', yaml: lines.slice(1, end).join('\n'), firstLine: 2 }
  return isLonger
    ? unreadable('too-large', 1, `The frontmatter is longer than ${MOST_FRONTMATTER} characters.`)
    : unreadable('unterminated', 1, 'The frontmatter has no end: a second line --- is missing.')
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

function unreadable(
  kind: FrontmatterProblem['kind'],
  line: number,
  sentence: string,
): FrontmatterCut {
  return { kind: 'unreadable', problem: { kind, line, sentence } }
}
