import type { Group } from '../../domain/registry/group.ts'
import { findTables, readLinkCell } from './markdown-table.ts'

/** A row of the community's list of groups (`cg-list/README.md`). */
export interface ListedGroup {
  /** Its folder, in small letters, or the label where it has none: `sig-docs`. */
  readonly id: string
  readonly name: string
  readonly kind: Group['kind']
  readonly leads: readonly string[]
  /** The list says that its work is done. */
  readonly isComplete: boolean
}

const FOLDER = /\/(?:tree|blob)\/main\/([\w.-]+)/
const ID = /^\[?((?:sig|wg|ug)-[\w.-]+)/i

/** Every group of the tables of the list. Rows without a label that is a group, and tables without names, are none. */
export function readGroupList(markdown: string): readonly ListedGroup[] {
  const rows = findTables(markdown).flatMap(({ header, rows: listed }) => {
    const column = (pattern: RegExp) => header.findIndex((name) => pattern.test(name))
    const [name, label] = [column(/^name$/i), column(/^label$/i)]
    const [leads, meeting] = [column(/^leads?$/i), column(/meeting/i)]
    const isOfUsers = column(/^topic$/i) !== -1
    if (name === -1) return []
    return listed.flatMap(({ cells }) => {
      const named = cells[name] ?? ''
      const id = isOfUsers ? `ug-${named.toLowerCase()}` : readId(cells[label] ?? '')
      const kind = id === undefined ? undefined : kindOfGroup(id)
      if (id === undefined || kind === undefined) return []
      return {
        id,
        name: named,
        kind,
        leads: (cells[leads] ?? '')
          .split(',')
          .map((lead) => lead.trim())
          .filter((lead) => lead !== '' && lead !== 'TBD'),
        isComplete: /^complete/i.test(cells[meeting] ?? ''),
      }
    })
  })
  return /\bcommittee-steering\b/.test(markdown) ? [...rows, STEERING] : rows
}

/** A section of its own, not a row. */
const STEERING: ListedGroup = {
  id: 'committee-steering',
  name: 'Steering Committee',
  kind: 'committee',
  leads: [],
  isComplete: false,
}

/** Where a label and its link differ, the link names the folder. */
function readId(cell: string): string | undefined {
  const folder = FOLDER.exec(readLinkCell(cell).link ?? '')?.[1]
  return (folder ?? ID.exec(cell)?.[1])?.toLowerCase()
}

/** What a group is by its id; undefined: no group has such an id. */
export function kindOfGroup(id: string): Group['kind'] | undefined {
  return KINDS.find((kind) => id.startsWith(`${kind}-`))
}

const KINDS = ['sig', 'wg', 'ug', 'committee'] as const
