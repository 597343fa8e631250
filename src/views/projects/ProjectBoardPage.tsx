import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { cutText, sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import { FIRST_LIST_DAY } from '../../domain/groups/describe-project.ts'
import type { Project } from '../../domain/registry/project.ts'
import type { AepLinksReading } from '../../queries/aep-links.ts'
import { useChain } from '../../queries/chain.ts'
import { ChainFailureNote } from '../../ui/aep/ChainFailureNote.tsx'
import { LinkSourceNote } from '../../ui/aep/LinkSourceNote.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { CommunityNote } from '../../ui/group/CommunityNote.tsx'
import { isWhole } from '../../ui/group/is-whole.ts'
import { Callout } from '../../ui/page/Callout.tsx'
import { Lede } from '../../ui/page/Heading.tsx'
import { ExternalLink } from '../../ui/text/ExternalLink.tsx'
import { useNow } from '../../ui/use-now.ts'
import { ProjectCard } from './ProjectCard.tsx'
import { composeBoard, NO_GROUP } from './project-board.ts'

const route = getRouteApi('/projects')

const LIST = 'https://github.com/akash-network/community/blob/main/projects-list/README.md'
const EVERY_GROUP = ''

/** The list with its history: when it was kept, what it says, and what may have become of it. */
export function ProjectBoardPage({
  reading: { registry, linked, chain: chainReading, retry },
}: {
  readonly reading: AepLinksReading & { readonly kind: 'ready' }
}) {
  const { projects } = registry
  const chain = useChain()
  const navigate = useNavigate({ from: '/projects' })
  const { group } = route.useSearch()
  const now = useNow(chain.now, 60_000)
  const { columns, emptyStates } = useMemo(() => composeBoard(projects, group), [projects, group])
  const isChainWhole = linked !== undefined && isWhole(linked.basis)
  const present = projects.filter(({ isGone }) => isGone !== true)
  const without = present.filter(({ state }) => state === undefined).length
  const shown = columns.reduce((sum, column) => sum + column.projects.length, 0)
  return (
    <>
      <Lede>
        <b>{formatCount(present.length, 'project')}</b> on the community's list,{' '}
        {formatInteger(without)} of them without a state;{' '}
        {formatInteger(projects.length - present.length)} more stood on the first list of{' '}
        {FIRST_LIST_DAY} and are gone.
      </Lede>
      <ChainFailureNote
        chain={chainReading}
        isRecord={linked?.basis.kind === 'record'}
        onRetry={retry}
      />
      <Callout tone="warn" title="Not kept since December 2023">
        <p>
          AEPs and the boards of the repositories took the place of{' '}
          <ExternalLink url={LIST}>this list</ExternalLink>. Its states are those of then: a project
          in implementation may be long released, or given up. What the chain shows stands with the
          AEPs.
        </p>
      </Callout>
      <search className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1">
        <Select
          label="Group"
          value={group ?? EVERY_GROUP}
          options={groupOptions(projects, group)}
          onChange={(chosen) =>
            void navigate({
              search: (previous) => ({
                ...previous,
                group: chosen === EVERY_GROUP ? undefined : chosen,
              }),
              replace: true,
              resetScroll: false,
            })
          }
        />
        <span role="status" className="text-s text-ink-2">
          {group !== undefined && `${formatCount(shown, 'project')} shown`}
        </span>
      </search>
      <div className="grid items-start gap-x-5 gap-y-8 sm:grid-cols-3 lg:grid-cols-6">
        {columns.map((column) => (
          <section key={column.id} className="min-w-0">
            <h2 className="flex items-baseline justify-between gap-x-2 border-b border-rule-strong pb-1.5 text-s">
              {column.heading}
              <span className="text-xs font-normal text-ink-3">
                {formatInteger(column.projects.length)}
              </span>
            </h2>
            <ul>
              {column.projects.map((project) => (
                <li key={project.name} className="border-b border-rule py-2 text-s">
                  <ProjectCard
                    project={project}
                    deliveries={linked?.deliveries}
                    isWhole={isChainWhole}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {emptyStates.length > 0 && (
        <p className="mt-6 max-w-measure text-s text-ink-2">
          No project of the list is in {joinStates(emptyStates)}.
        </p>
      )}
      <p className="mt-2 max-w-measure text-s text-ink-2">
        The list names no AEP. Where one stands beside a project its topic is the same, which is a
        guess: it counts for nothing and makes no link.
      </p>
      <LinkSourceNote
        linked={linked}
        documents={<CommunityNote snapshot={registry.communitySnapshot} />}
        now={now}
      />
    </>
  )
}

function joinStates(states: readonly string[]): string {
  const last = states.at(-1) ?? ''
  return states.length < 2 ? last : `${states.slice(0, -1).join(', ')} or ${last}`
}

/** Groups with their number of projects, then those without one; a group of the URL stays chosen also without projects. */
function groupOptions(projects: readonly Project[], asked: string | undefined) {
  const counts = new Map<string, number>()
  for (const { group = NO_GROUP } of projects) counts.set(group, (counts.get(group) ?? 0) + 1)
  if (asked !== undefined && !counts.has(asked)) counts.set(asked, 0)
  const ids = [...counts.keys()].filter((id) => id !== NO_GROUP).toSorted()
  return [
    { value: EVERY_GROUP, label: 'every one' },
    ...[...ids, NO_GROUP].map((value) => ({
      value,
      label: `${value === NO_GROUP ? 'no group given' : shorten(value)} (${counts.get(value) ?? 0})`,
    })),
  ]
}

/** The address is a stranger's text. */
function shorten(id: string): string {
  const safe = sanitizeChainText(id)
  const cut = cutText(safe, 40)
  return cut === undefined ? safe : `${cut}…`
}
