import type { Aep } from '../../../registry/aep.ts'
import { linkWorld } from '../../findings/testing/link-world.ts'
import type { AepLink, LinkGround } from '../../link.ts'
import { computePipeline } from '../compute-pipeline.ts'
import type { Pipeline, PipelineEntry } from '../pipeline.ts'

/** The pipeline of documents and links on 2026-11-20. */
export function pipeWorld(
  aeps: readonly Aep[],
  links: readonly AepLink[] = [],
  rest?: Partial<LinkGround>,
): Pipeline {
  return computePipeline(...linkWorld(aeps, links, rest), '2026-11-20')
}

export function entryOf({ columns }: Pipeline, number: number): PipelineEntry | undefined {
  return columns
    .flatMap(({ entries }) => entries)
    .find(({ subject }) => subject.kind === 'aep' && subject.number === number)
}
