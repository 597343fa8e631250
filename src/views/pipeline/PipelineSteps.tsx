import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { formatCount } from '../../domain/format-integer.ts'
import { formatPipelineStage } from '../../domain/link/pipeline/describe-pipeline.ts'
import {
  PIPELINE_STAGES,
  type Pipeline,
  type PipelineStage,
} from '../../domain/link/pipeline/pipeline.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { FilterChips } from '../../ui/controls/FilterChips.tsx'
import { saveFile } from '../../ui/controls/save-file.ts'
import { Section } from '../../ui/page/Heading.tsx'
import { StateMessage } from '../../ui/state/StateMessage.tsx'
import { LongTable } from '../../ui/table/LongTable.tsx'
import { nextSort, type TableSort } from '../../ui/table/table-column.ts'
import { composePipelineCsv } from './pipeline-csv.ts'
import { StepMedians } from './StepMedians.tsx'
import { STEP_COLUMNS } from './step-columns.tsx'
import {
  findStepSort,
  formatPipelineSearch,
  listStepRows,
  parsePipelineSearch,
  type StepFilter,
  type StepRow,
  selectStepRows,
} from './step-rows.ts'

const route = getRouteApi('/aeps/pipeline')

/** In pixels; on a phone the cells of a row stand one below the other. */
function estimateRowHeight(): number {
  return window.matchMedia('(width >= 640px)').matches ? 55 : 150
}

/** How long each step took: the medians as a picture, and every AEP with its own days. */
export function PipelineSteps({
  pipeline,
  chainId,
}: {
  readonly pipeline: Pipeline
  readonly chainId: string
}) {
  const router = useRouter()
  const navigate = useNavigate({ from: '/aeps/pipeline' })
  const search = route.useSearch()
  const filter = useMemo(() => parsePipelineSearch(search), [search])
  const rows = useMemo(() => listStepRows(pipeline), [pipeline])
  const shown = useMemo(() => selectStepRows(rows, filter), [rows, filter])
  const change = (next: Partial<StepFilter>) =>
    void navigate({
      search: (previous) => ({ ...previous, ...formatPipelineSearch({ ...filter, ...next }) }),
      replace: true,
      resetScroll: false,
    })
  const sort: TableSort = {
    columnId: filter.sort,
    direction: filter.isAscending ? 'ascending' : 'descending',
  }
  const { today } = pipeline
  return (
    <>
      <Section title="How long each step took" aside={`up to ${today}`}>
        <StepMedians medians={pipeline.medians} rows={rows} />
      </Section>
      <Section id="steps" title="Every AEP, step by step" aside={formatCount(shown.length, 'AEP')}>
        <p className="mb-3 max-w-measure text-s text-ink-2">
          Where a step is blank the AEP has not begun it, or never took it: some documents began as
          Final, and the launch of a chain had no vote.
        </p>
        <search className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2.5">
          <FilterChips<PipelineStage>
            label="Stage"
            options={PIPELINE_STAGES.flatMap((stage) => {
              const count = rows.filter(({ entry }) => entry.stage === stage).length
              return count === 0 && filter.stage !== stage
                ? []
                : [{ value: stage, label: formatPipelineStage(stage), count }]
            })}
            selected={filter.stage === undefined ? [] : [filter.stage]}
            onChange={(stages) => change({ stage: stages.find((one) => one !== filter.stage) })}
          />
          <span className="ms-auto">
            <Button
              look="quiet"
              isDisabled={shown.length === 0}
              onClick={() => saveFile(composePipelineCsv(shown, { chainId, day: today }))}
            >
              Save as CSV
            </Button>
          </span>
        </search>
        {shown.length === 0 ? (
          <StateMessage
            title="No AEP is at this stage"
            sentence="Take the filter away to see all of them."
          />
        ) : (
          <LongTable<StepRow>
            label="AEPs and the days their steps took"
            columns={STEP_COLUMNS}
            rows={shown}
            getKey={({ number }) => number.toString()}
            sort={sort}
            onSort={(columnId) => {
              const next = nextSort(sort, columnId)
              change({
                sort: findStepSort(next.columnId),
                isAscending: next.direction === 'ascending',
              })
            }}
            rowHref={({ number }) =>
              router.buildLocation({
                to: '/aeps/$number',
                params: { number: number.toString() },
                search: {},
              }).href
            }
            onFollow={(href) => router.history.push(href)}
            phoneRowClass="max-sm:grid-cols-2"
            estimateRowHeight={estimateRowHeight()}
          />
        )}
      </Section>
    </>
  )
}
