import type { GroupNote, GroupNotesFile } from '../../data/registry/group-notes-schema.ts'
import type { Day } from '../../domain/registry/aep.ts'
import type { Group } from '../../domain/registry/group.ts'
import { kindOfGroup, type ListedGroup } from './group-list.ts'
import { countMinutes, isRecent } from './group-minutes.ts'
import type { GroupPage } from './group-page.ts'

/** A folder of the community's repository that is a group's. */
export interface GroupFolder {
  /** In small letters. */
  readonly id: string
  /** As the repository writes it. */
  readonly folder: string
  readonly isInArchive: boolean
  readonly files: readonly string[]
}

const FOLDER = /^(Archive\/)?((?:sig|wg|ug|committee)-[^/]+)\//i

/** Folders of groups among the paths of a community repository, each with its files. */
export function findGroupFolders(paths: readonly string[]): readonly GroupFolder[] {
  const folders = new Map<string, GroupFolder & { files: string[] }>()
  for (const path of paths) {
    const [folder, archive, name] = FOLDER.exec(path) ?? []
    if (folder === undefined || name === undefined) continue
    const id = name.toLowerCase()
    const known = folders.get(id)
    if (known !== undefined) known.files.push(path)
    else {
      const isInArchive = archive !== undefined
      folders.set(id, { id, folder: folder.slice(0, -1), isInArchive, files: [path] })
    }
  }
  return [...folders.values()]
}

export interface GroupSources {
  readonly folders: readonly GroupFolder[]
  /** By id. */
  readonly pages: ReadonlyMap<string, GroupPage>
  readonly listed: readonly ListedGroup[]
  readonly notes: GroupNotesFile
  readonly day: Day
}

const KINDS: readonly Group['kind'][] = ['sig', 'wg', 'ug', 'committee']

/** Every group that has a folder, a place in the list, or a note that it was closed; by kind, then by id. */
export function readGroups(sources: GroupSources): readonly Group[] {
  const { folders, listed, notes } = sources
  const idOf = (name: string) =>
    notes.groups.find(({ id, aliases = [] }) => id === name || aliases.includes(name))?.id ?? name
  const ids = new Set([
    ...folders.map(({ id }) => id),
    ...listed.map(({ id }) => idOf(id)),
    ...notes.groups.flatMap(({ id, archived }) => (archived === undefined ? [] : [id])),
  ])
  const rows = new Map(listed.map((row) => [idOf(row.id), row]))
  const groups = [...ids].flatMap((id) => {
    const kind = kindOfGroup(id)
    const note = notes.groups.find((entry) => entry.id === id)
    return kind === undefined ? [] : [describeGroup({ id, kind, note, row: rows.get(id), sources })]
  })
  return groups.sort(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.id < b.id ? -1 : 1),
  )
}

interface GroupParts {
  readonly id: string
  readonly kind: Group['kind']
  readonly note: GroupNote | undefined
  readonly row: ListedGroup | undefined
  readonly sources: GroupSources
}

function describeGroup({ id, kind, note, row, sources }: GroupParts): Group {
  const folder = sources.folders.find((entry) => entry.id === id)
  const page = sources.pages.get(id)
  const { meetings, last } = countMinutes(folder?.files ?? [])
  const leads = page?.leads ?? row?.leads ?? []
  return {
    id,
    name: note?.name ?? page?.name ?? row?.name ?? id,
    kind,
    ...judge(note, folder, row, last, sources.day),
    leads: [...new Set(leads.map((name) => sources.notes.people[name] ?? name))],
    scope: note?.scope,
    charter:
      folder && `https://github.com/akash-network/community/tree/main/${encodeURI(folder.folder)}`,
    isListed: row !== undefined,
    lastMeeting: last,
    meetings,
    aliases: note?.aliases ?? [],
    related: note?.related ?? [],
    note: note?.note,
  }
}

function judge(
  note: GroupNote | undefined,
  folder: GroupFolder | undefined,
  row: ListedGroup | undefined,
  last: Day | undefined,
  day: Day,
): Pick<Group, 'status' | 'statusBasis'> {
  if (note?.archived !== undefined) return { status: 'archived', statusBasis: note.archived }
  if (folder?.isInArchive === true) {
    return { status: 'archived', statusBasis: 'its folder is in the archive' }
  }
  const minutes = last === undefined ? 'no minutes' : `last minutes ${last}`
  if (row?.isComplete === true) {
    return { status: 'archived', statusBasis: `complete by the list of groups; ${minutes}` }
  }
  if (folder === undefined) {
    return { status: 'listed-only', statusBasis: 'in the list of groups, without a page' }
  }
  if (last !== undefined && isRecent(last, day)) {
    return { status: 'active', statusBasis: `${minutes}, within 13 months of the snapshot` }
  }
  return { status: 'dormant', statusBasis: minutes }
}
