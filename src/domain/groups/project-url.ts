import type { Project } from '../registry/project.ts'

/** Where the list of projects stands, which its relative links start from. */
const LIST = 'https://github.com/akash-network/community/blob/main/projects-list/README.md'

/** The address of a project's page; undefined where the list gives none, or none of the web. */
export function projectUrl({ link }: Pick<Project, 'link'>): string | undefined {
  if (link === undefined || !URL.canParse(link, LIST)) return undefined
  const url = new URL(link, LIST)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined
}
