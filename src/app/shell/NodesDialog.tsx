import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { NETWORKS } from '../../data/networks.ts'
import { formatInteger } from '../../domain/format-integer.ts'
import { describeNodeState } from '../../domain/node-state.ts'
import { type NodeReport, nodeReportsQuery, standingOf } from '../../queries/node-facts.ts'
import { Dialog } from '../../ui/overlay/Dialog.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import type { Session } from '../session.ts'
import { AgreedEndpoints } from './AgreedEndpoints.tsx'
import { EndpointForm } from './EndpointForm.tsx'

export interface NodesDialogProps {
  readonly session: Extract<Session, { kind: 'connected' }>
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** What is known of each endpoint, and the way to others. */
export function NodesDialog({ session, isOpen, onClose }: NodesDialogProps) {
  const { chain, connection, endpoints } = session
  const { data } = useQuery({
    ...nodeReportsQuery(chain.key, connection.nodes),
    enabled: isOpen,
    refetchInterval: 10_000,
  })
  return (
    <Dialog isOpen={isOpen} title="Where these figures come from" onClose={onClose}>
      <p className="mb-3 text-ink-2">
        This page asks these nodes itself, the best one first. No indexer or other service stands in
        between.
      </p>
      <ul className="divide-y divide-rule border-y border-rule">
        {endpoints.map(({ url, name }, index) => {
          const report = data?.[index]
          return (
            <li key={url} className="py-2.5">
              <div className="font-medium break-all">{name}</div>
              {report === undefined ? (
                <div className="text-ink-3">Asking…</div>
              ) : (
                <NodeLine report={report} all={data ?? []} now={chain.now()} />
              )}
            </li>
          )
        })}
      </ul>
      <h3 className="mt-5 mb-1.5 text-s">Another endpoint</h3>
      <EndpointForm onChosen={onClose} />
      <AgreedEndpoints onChosen={onClose} />
      <h3 className="mt-5 mb-1.5 text-s">Another network</h3>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {NETWORKS.map(({ id, name }) => (
          <li key={id}>
            <Link
              to="/proposals"
              search={{ network: id, rpc: undefined, height: undefined }}
              onClick={onClose}
              className="inline-block min-h-6"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function NodeLine({
  report,
  all,
  now,
}: {
  readonly report: NodeReport
  readonly all: readonly NodeReport[]
  readonly now: Date
}) {
  if (report.kind === 'failed') {
    return <div className="text-bad">{report.failure.sentence}</div>
  }
  const { facts, latencyMs } = report
  const { state } = standingOf(report, all, now)
  return (
    <>
      <div className={state.kind === 'ok' ? 'text-good' : 'text-warn'}>
        {describeNodeState(state)}
      </div>
      <dl className="mt-0.5 flex flex-wrap gap-x-4 text-xs text-ink-2">
        <Fact label="chain" value={facts.chainId} />
        <Fact label="newest block" value={formatInteger(facts.latestHeight)} />
        <Fact label="blocks since" value={formatInteger(facts.earliestHeight)} />
        <Fact label="transaction index" value={facts.txIndex ?? 'not said'} />
        <Fact label="version" value={facts.appVersion ?? 'not said'} />
        <Fact label="answers in" value={`${Math.round(latencyMs)} ms`} />
      </dl>
    </>
  )
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className="flex gap-1">
      <dt className="text-ink-3">{label}</dt>
      <dd>
        <HostileText text={value} limit={40} isCutSilently />
      </dd>
    </div>
  )
}
