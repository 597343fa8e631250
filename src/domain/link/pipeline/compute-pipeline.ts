import type { Day } from '../../registry/aep.ts'
import type { Project } from '../../registry/project.ts'
import { computeDeliveries } from '../compute-delivery.ts'
import type { Delivery, LinkGround, LinkTable } from '../link.ts'
import { findChainPath } from './chain-path.ts'
import { measureSteps } from './measure-steps.ts'
import {
  PIPELINE_STAGES,
  type Pipeline,
  type PipelineEntry,
  type PipelineSubject,
  type UnplacedEntry,
} from './pipeline.ts'
import { placeAep } from './place-aep.ts'
import { placeProject } from './place-project.ts'
import { computeStepMedians } from './step-medians.ts'

const NOTHING: Delivery = { kind: 'nothing-found' }

/**
 * Who is where on the way from an idea to the chain of the table, and how long each step took. Every AEP of the registry
 * and every one that has a link stands in it once, and every project on whose topic no AEP was found.
 * @param today UTC; what is not over is measured up to it
 */
export function computePipeline(ground: LinkGround, table: LinkTable, today: Day): Pipeline {
  const { projects } = ground.registry
  const deliveries = computeDeliveries(table)
  const topicProjects = groupByTopic(projects)
  const entries: PipelineEntry[] = []
  const unplaced: UnplacedEntry[] = []

  for (const subject of listSubjects(ground, deliveries.keys())) {
    const { number, document } = subject
    const delivery = deliveries.get(number) ?? NOTHING
    const path = findChainPath(delivery, ground)
    const place = placeAep(document, delivery, path)
    if (typeof place === 'string') {
      unplaced.push({ subject, reason: place })
      continue
    }
    entries.push({
      subject,
      ...place,
      steps: document === undefined ? [] : measureSteps(document, path, today),
      delivery,
      topicProjects: topicProjects.get(number) ?? [],
    })
  }
  for (const project of projects) {
    if (project.topicAeps.length > 0) continue
    const subject = { kind: 'project', project } as const
    const place = placeProject(project)
    if (typeof place === 'string') unplaced.push({ subject, reason: place })
    else entries.push({ subject, ...place, steps: [], delivery: undefined, topicProjects: [] })
  }

  const sorted = entries.toSorted(compareEntries)
  return {
    today,
    columns: PIPELINE_STAGES.map((stage) => ({
      stage,
      entries: sorted.filter((entry) => entry.stage === stage),
    })),
    unplaced,
    medians: computeStepMedians(entries),
  }
}

type AepSubject = Extract<PipelineSubject, { kind: 'aep' }>

/** AEPs with a document, those seen later, and those that only a proposal names; ascending. */
function listSubjects(
  { registry: { aeps, laterAeps } }: LinkGround,
  linked: Iterable<number>,
): readonly AepSubject[] {
  const subjects = new Map<number, AepSubject>()
  const put = (number: number, rest: Pick<AepSubject, 'title' | 'document'>) => {
    if (!subjects.has(number)) subjects.set(number, { kind: 'aep', number, ...rest })
  }
  for (const document of aeps) put(document.number, { title: document.title, document })
  for (const { number, title } of laterAeps) put(number, { title, document: undefined })
  for (const number of linked) put(number, { title: undefined, document: undefined })
  return [...subjects.values()].sort((a, b) => a.number - b.number)
}

function groupByTopic(projects: readonly Project[]): ReadonlyMap<number, readonly Project[]> {
  const groups = new Map<number, Project[]>()
  for (const project of projects) {
    for (const aep of new Set(project.topicAeps)) {
      const group = groups.get(aep)
      if (group === undefined) groups.set(aep, [project])
      else group.push(project)
    }
  }
  return groups
}

function compareEntries({ entered: a }: PipelineEntry, { entered: b }: PipelineEntry): number {
  const first = a.kind === 'unknown' ? '' : a.day
  const second = b.kind === 'unknown' ? '' : b.day
  return first < second ? 1 : first > second ? -1 : 0
}
