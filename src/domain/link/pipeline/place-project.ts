import type { Project } from '../../registry/project.ts'
import type { Entered, PipelineStage } from './pipeline.ts'

/** Where a project without an AEP stands; a reason where it stands nowhere. */
export function placeProject(
  project: Project,
): { readonly stage: PipelineStage; readonly entered: Entered } | string {
  if (project.isGone === true) return 'The list of projects no longer names it.'
  return { stage: stageOf(project), entered: NOT_DATED }
}

const NOT_DATED: Entered = { kind: 'unknown', reason: 'The list of projects gives no days.' }

function stageOf({ state }: Project): PipelineStage {
  if (state === 'released') return 'completed'
  return state === 'abandoned' ? 'left' : 'project'
}
