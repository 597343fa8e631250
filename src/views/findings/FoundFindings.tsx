import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { formatCount } from '../../domain/format-integer.ts'
import type { Registry } from '../../domain/registry/registry.ts'
import { formatUtc } from '../../domain/time.ts'
import type { LinkedRegistry } from '../../queries/linked-registry.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { saveFile } from '../../ui/controls/save-file.ts'
import { isWhole } from '../../ui/group/is-whole.ts'
import { Lede } from '../../ui/page/Heading.tsx'
import { StateMessage } from '../../ui/state/StateMessage.tsx'
import { FindingKinds } from './FindingKinds.tsx'
import { FindingSection } from './FindingSection.tsx'
import {
  type FindingFilter,
  formatFindingsSearch,
  groupFindings,
  parseFindingsSearch,
} from './finding-filter.ts'
import { composeFindingsCsv } from './findings-csv.ts'

const route = getRouteApi('/aeps/findings')

const EVERY_AEP = ''

/** The disagreements that were found: how many of which kind, then each with its lines. */
export function FoundFindings({
  registry,
  linked,
  now,
}: {
  readonly registry: Registry
  readonly linked: LinkedRegistry
  readonly now: Date
}) {
  const { findings, table } = linked
  const navigate = useNavigate({ from: '/aeps/findings' })
  const search = route.useSearch()
  const filter = useMemo(() => parseFindingsSearch(search), [search])
  const groups = useMemo(() => groupFindings(findings, filter), [findings, filter])
  const documents = useMemo(
    () => new Map(registry.aeps.map((document) => [document.number, document])),
    [registry],
  )
  const shown = groups.flatMap((group) => group.findings)
  const aeps = [...new Set(findings.map(({ aep }) => aep))].toSorted((a, b) => a - b)
  const change = (next: Partial<FindingFilter>) =>
    void navigate({
      search: (previous) => ({ ...previous, ...formatFindingsSearch({ ...filter, ...next }) }),
      replace: true,
      resetScroll: false,
    })
  const asked = filter.aep === undefined || aeps.includes(filter.aep) ? [] : [filter.aep]
  const save = () =>
    saveFile(composeFindingsCsv(shown, { chainId: table.chainId, day: formatUtc(now, 'date') }))
  return (
    <>
      <Lede>
        {findings.length === 0 ? (
          <>
            <b>{isWhole(linked.basis) ? 'Nothing disagrees.' : 'Nothing disagrees so far.'}</b> What
            the documents say and what the chain shows are of one mind, as far as both are known.
          </>
        ) : (
          <>
            <b>
              {formatCount(findings.length, 'disagreement')}
              {!isWhole(linked.basis) && ' so far'}
            </b>{' '}
            on {formatCount(aeps.length, 'AEP')}, each with the lines that disagree.
            <span className="block">
              Neither side is taken for the truth here: the document is its author's word, the chain
              is what runs.
            </span>
          </>
        )}
      </Lede>
      <FindingKinds
        findings={findings}
        aep={filter.aep}
        selected={filter.kind}
        onSelect={(kind) => change({ kind })}
      />
      <search className="mt-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2.5">
        <Select
          label="AEP"
          value={filter.aep?.toString() ?? EVERY_AEP}
          options={[
            { value: EVERY_AEP, label: 'every one' },
            ...[...aeps, ...asked].map((aep) => ({
              value: aep.toString(),
              label: `AEP-${aep} (${findings.filter((finding) => finding.aep === aep).length})`,
            })),
          ]}
          onChange={(aep) => change({ aep: aep === EVERY_AEP ? undefined : Number(aep) })}
        />
        <Button look="quiet" isDisabled={shown.length === 0} onClick={save}>
          Save as CSV
        </Button>
      </search>
      {groups.map((group) => (
        <FindingSection key={group.kind} group={group} documents={documents} />
      ))}
      {shown.length === 0 && findings.length > 0 && (
        <div className="mt-6">
          <StateMessage
            title="No disagreement matches"
            sentence={
              filter.aep === undefined
                ? 'There is none of this kind now.'
                : `Nothing of this kind was found on AEP-${filter.aep}.`
            }
            actions={
              <Button onClick={() => change({ kind: undefined, aep: undefined })}>
                Show all {formatCount(findings.length, 'disagreement')}
              </Button>
            }
          />
        </div>
      )}
    </>
  )
}
