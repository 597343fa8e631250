/** What the headings of one part of a text begin with. Levels count from 1. */
export interface HeadingStart {
  /** The level of the text's greatest heading, which becomes 1. */
  readonly top: number
  /** The level of the last heading before the part, as it is shown; 0 before the first. */
  readonly before: number
}

/** A node of the tree that remark makes, as far as headings are concerned. */
export interface MarkdownNode {
  readonly type: string
  depth?: number
  readonly children?: readonly MarkdownNode[]
}

const HEADING = /^ {0,3}(#{1,6})(?=\s|$)|^ {0,3}\S.*\n {0,3}(=+|-+)[ \t]*$/gm

/**
 * Where the headings of each part begin. A screen reader goes from heading to heading by level, and a stranger's text
 * may begin with any and leave some out.
 */
export function startHeadings(parts: readonly string[]): readonly HeadingStart[] {
  const levels = parts.map((part) => [...part.matchAll(HEADING)].map(levelOf))
  const top = levels.flat().reduce((least, level) => Math.min(least, level), 6)
  let before = 0
  return levels.map((own) => {
    const start = { top, before }
    for (const level of own) before = shownLevel(level, top, before)
    return start
  })
}

function levelOf([, marks, underline]: RegExpMatchArray): number {
  if (marks !== undefined) return marks.length
  return underline?.startsWith('=') === true ? 1 : 2
}

/** One deeper than the heading before at most. */
function shownLevel(level: number, top: number, before: number): number {
  return Math.max(1, Math.min(level - top + 1, before + 1))
}

/** Changes the depths of a part's headings to those that are shown. */
export function levelHeadings(tree: MarkdownNode, { top, before }: HeadingStart): void {
  let last = before
  const walk = (node: MarkdownNode): void => {
    if (node.type === 'heading' && node.depth !== undefined) {
      last = shownLevel(node.depth, top, last)
      node.depth = last
    }
    for (const child of node.children ?? []) walk(child)
  }
  walk(tree)
}
