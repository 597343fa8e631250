/** The states of the community's list of projects, in its order. */
export const PROJECT_STATES = [
  'ideation',
  'spec-definition',
  'spec-approved',
  'design',
  'implementation',
  'beta',
  'released',
  'blocked',
  'abandoned',
] as const

export type ProjectState = (typeof PROJECT_STATES)[number]

/** A row of the community's list of projects (akash-network/community `projects-list/README.md`). */
export interface Project {
  readonly name: string
  readonly label?: string | undefined
  readonly link?: string | undefined
  /** As written, often with a link; undefined: the cell is empty. */
  readonly groupRaw?: string | undefined
  /** `Group.id` */
  readonly group?: string | undefined
  readonly stateRaw?: string | undefined
  /** undefined: the cell is empty or holds another word. */
  readonly state?: ProjectState | undefined
  /** What the first list of 2023-01-09 said; undefined: it was not in it. */
  readonly seed?:
    | { readonly state?: ProjectState | undefined; readonly group?: string | undefined }
    | undefined
  /** In the first list and no longer in the present one. */
  readonly isGone?: true | undefined
  /** AEPs on the same topic. The list itself names none: a guess, never a link. */
  readonly topicAeps: readonly number[]
}
