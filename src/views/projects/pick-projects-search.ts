/** What the URL of the projects says. */
export interface ProjectsSearch {
  /** Id of a group; `none`: projects without one. */
  readonly group?: string | undefined
}

/** Takes from the URL what the screen knows of it. */
export function pickProjectsSearch({ group }: Record<string, unknown>): ProjectsSearch {
  return { group: typeof group === 'string' ? group : undefined }
}
