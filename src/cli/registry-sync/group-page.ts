/** What a group's page tells of it. */
export interface GroupPage {
  /** Without what all titles have in common; undefined: there is no title. */
  readonly name?: string | undefined
  /** As written, without companies and handles. */
  readonly leads: readonly string[]
}

const HEADING = /^(#{1,6})\s+(.*)$/
const LEADING = /^(?:leads?|leadership|.*steering committee)$/i
/** What the template for new groups has in its place. */
const TEMPLATE_NAMES: ReadonlySet<string> = new Set(['name', 'tbd', 'none', 'n/a', ''])

/**
 * A page of the community's repository (`sig-README-template.md`, `wg-README-template.md`): the title of its frontmatter
 * and the names under its heading Leadership, Leads or Lead.
 */
export function readGroupPage(markdown: string): GroupPage {
  const leads: string[] = []
  let level = 0
  for (const line of markdown.split(/\r?\n/)) {
    const [, marks, heading] = HEADING.exec(line) ?? []
    if (marks === undefined) {
      const name = level > 0 ? readName(line) : undefined
      if (name !== undefined && !leads.includes(name)) leads.push(name)
    } else if (LEADING.test(heading?.trim() ?? '') && marks.length > 1) level = marks.length
    else if (marks.length <= level) level = 0
  }
  return { name: readTitle(markdown), leads }
}

const MOST_WORDS = 4
const LONGEST_LINE = 200

/** `- Anil Murty, Overclock Labs (@anilmurty) - Akash Console` is Anil Murty; a sentence is nobody. */
function readName(line: string): string | undefined {
  const item = line
    .slice(0, LONGEST_LINE)
    .replace(/^\s*[-*+]\s+/, '')
    .trim()
  const [name = ''] = item.split(/\s*[,(<|]|\s[-–—]\s/, 1)
  const isName = /^\p{Lu}/u.test(name) && !/[.:!?[\]]$/.test(name)
  if (!isName || TEMPLATE_NAMES.has(name.toLowerCase())) return undefined
  return name.split(/\s+/).length <= MOST_WORDS ? name : undefined
}

function readTitle(markdown: string): string | undefined {
  const [, written] = /^title:(.*)$/m.exec(markdown.slice(0, 4_000)) ?? []
  const title = written
    ?.replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/^["']|["']$/g, '')
    .trim()
    .replace(/ ?-? ?(?:special interest|working|user) group$/i, '')
    .trim()
  return title === '' ? undefined : title
}
