import { describe, expect, it } from 'vitest'
import type {
  Pipeline,
  PipelineEntry,
  PipelineStage,
  PipelineStep,
  PipelineStepKind,
  StepLength,
} from '../../domain/link/pipeline/pipeline.ts'
import { pickPipelineSearch } from './pick-pipeline-search.ts'
import {
  formatPipelineSearch,
  listStepRows,
  parsePipelineSearch,
  type StepFilter,
  selectStepRows,
} from './step-rows.ts'
import { computeStrip, findLongest } from './strip-geometry.ts'

const EVERY = parsePipelineSearch({})

describe('the URL of the pipeline', () => {
  it('says nothing when nothing is filtered, so that the plain address stays plain', () => {
    expect(formatPipelineSearch(EVERY)).toEqual({})
  })

  it('brings back the very filter it was made from', () => {
    const filter: StepFilter = { stage: 'last-call', sort: 'to-upgrade', isAscending: true }
    expect(parsePipelineSearch(formatPipelineSearch(filter))).toEqual(filter)
  })

  it('shows everything where a link is mistyped', () => {
    expect(
      parsePipelineSearch(pickPipelineSearch({ stage: 'limbo', sort: [], dir: 'up' })),
    ).toEqual(EVERY)
  })
})

describe('the table of steps', () => {
  it('has the AEPs alone, the newest first, for projects have no days', () => {
    expect(numbersOf({})).toEqual([90, 76, 30, 9])
  })

  it('keeps to the stage asked for', () => {
    expect(numbersOf({ stage: 'active' })).toEqual([76, 9])
  })

  it('puts a length that is not known last both ways, since it is neither short nor long', () => {
    // 30 took 40 days, 76 took 183; 9 took a time that is not on record and 90 never began the step.
    expect(numbersOf({ sort: 'whole' })).toEqual([76, 30, 90, 9])
    expect(numbersOf({ sort: 'whole', isAscending: true })).toEqual([30, 76, 90, 9])
  })

  it('goes by stage in the order of the way', () => {
    expect(numbersOf({ sort: 'stage', isAscending: true })).toEqual([90, 30, 76, 9])
  })
})

describe('the strip of a step', () => {
  it('has a dot for each length that is known, to the scale of the longest of all', () => {
    expect(findLongest(ROWS)).toBe(183)
    expect(computeStrip(ROWS, 'whole', 200)).toEqual([{ number: 76, days: 183, percent: 91.5 }])
  })

  it('has a scale even where nothing is known', () => {
    expect(findLongest([])).toBe(1)
    expect(computeStrip([], 'draft', 1)).toEqual([])
  })
})

function numbersOf(change: Partial<StepFilter>): readonly number[] {
  return selectStepRows(ROWS, { ...EVERY, ...change }).map(({ number }) => number)
}

function step(kind: PipelineStepKind, length: StepLength): PipelineStep {
  return { kind, from: undefined, to: undefined, length }
}

function entry(
  number: number,
  stage: PipelineStage,
  ...steps: readonly PipelineStep[]
): PipelineEntry {
  return {
    subject: { kind: 'aep', number, title: undefined, document: undefined },
    stage,
    entered: { kind: 'unknown', reason: '' },
    steps,
    delivery: undefined,
    topicProjects: [],
  }
}

const PROJECT: PipelineEntry = {
  ...entry(0, 'project'),
  subject: { kind: 'project', project: { name: 'x', topicAeps: [] } },
}

const PIPELINE: Pipeline = {
  today: '2026-11-20',
  columns: [
    { stage: 'project', entries: [PROJECT] },
    { stage: 'draft', entries: [entry(90, 'draft')] },
    {
      stage: 'scheduled',
      entries: [entry(30, 'scheduled', step('whole', { kind: 'running', days: 40 }))],
    },
    {
      stage: 'active',
      entries: [
        entry(9, 'active', step('whole', { kind: 'unknown', reason: '' })),
        entry(76, 'active', step('whole', { kind: 'known', days: 183 })),
      ],
    },
  ],
  unplaced: [],
  medians: [],
}

const ROWS = listStepRows(PIPELINE)
