import type { GroupNotesFile } from '../../data/registry/group-notes-schema.ts'
import type { Group } from '../../domain/registry/group.ts'
import type { Project } from '../../domain/registry/project.ts'
import { expectWhole } from './expect-whole.ts'
import { readGroupList } from './group-list.ts'
import { readGroupPage } from './group-page.ts'
import { findGroupFolders, readGroups } from './read-groups.ts'
import { readProjects } from './read-projects.ts'
import { SourceError } from './source-error.ts'
import type { SourceTree } from './source-tree.ts'
import type { Unread } from './unread.ts'

export interface CommunitySourceReading {
  readonly groups: readonly Group[]
  readonly projects: readonly Project[]
  readonly unread: readonly Unread[]
}

const GROUP_LIST = 'cg-list/README.md'
const PROJECT_LIST = 'projects-list/README.md'

/**
 * Groups and projects of the community's repository.
 * @throws {SourceError} where it is no such repository, or far from whole
 */
export async function readCommunitySource(
  tree: SourceTree,
  former: { readonly groups: readonly Group[]; readonly projects: readonly Project[] },
  notes: GroupNotesFile,
): Promise<CommunitySourceReading> {
  for (const path of [GROUP_LIST, PROJECT_LIST]) {
    if (tree.paths.includes(path)) continue
    throw new SourceError(tree.source, `it has no ${path}: no community repository, or it moved`)
  }
  const folders = findGroupFolders(tree.paths)
  const withPage = former.groups.filter(({ charter }) => charter !== undefined)
  expectWhole(tree.source, 'folders of groups', folders.length, withPage.length)
  const pages = new Map(
    folders.flatMap(({ id, files, folder }) => {
      const page = files.find((path) => path.toLowerCase() === `${folder}/readme.md`.toLowerCase())
      return page === undefined ? [] : [[id, page] as const]
    }),
  )
  const texts = await tree.readFiles([GROUP_LIST, PROJECT_LIST, ...pages.values()])
  const listed = readGroupList(texts.get(GROUP_LIST) ?? '')
  const listedBefore = former.groups.filter(({ isListed }) => isListed)
  expectWhole(tree.source, `groups in ${GROUP_LIST}`, listed.length, listedBefore.length)
  const groups = readGroups({
    folders,
    pages: new Map([...pages].map(([id, path]) => [id, readGroupPage(texts.get(path) ?? '')])),
    listed,
    notes,
    day: tree.day,
  })
  const list = texts.get(PROJECT_LIST) ?? ''
  const projects = readProjects(list, PROJECT_LIST, groups, former.projects)
  const inList = former.projects.filter(({ isGone }) => isGone !== true)
  expectWhole(tree.source, `projects in ${PROJECT_LIST}`, projects.listed, inList.length)
  const pageless = folders.filter(({ id }) => !pages.has(id))
  return {
    groups,
    projects: projects.projects,
    unread: [
      ...pageless.map(({ folder }): Unread => {
        return { path: folder, sentence: 'The group has no page README.md.', kind: 'remark' }
      }),
      ...projects.unread,
    ],
  }
}
