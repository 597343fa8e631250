import type { ReactNode } from 'react'
import { formatInteger } from '../../domain/format-integer.ts'
import type { NodeAgreement } from '../../domain/node-agreement.ts'
import { formatDuration } from '../../domain/time.ts'
import type { NodeRow } from '../../queries/node-rows.ts'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'

const NOT_TOLD = <span className="text-ink-3">not told</span>

function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className="grid gap-y-0.5">{children}</dl>
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-3">
      <dt className="text-ink-3">{label}</dt>
      <dd className="tabular min-w-0">{children}</dd>
    </div>
  )
}

/** Newest and oldest block, how far behind, how old. */
export function BlocksCell({ row, now }: { readonly row: NodeRow; readonly now: Date }) {
  const { answered, isCurrent, lag, blockAgeMs } = row
  if (answered === undefined) return NOT_TOLD
  const { facts } = answered
  return (
    <Facts>
      <Fact label={isCurrent ? 'newest' : 'newest, when it answered'}>
        {formatInteger(facts.latestHeight)}
      </Fact>
      <Fact label="its time">
        <TimeText date={facts.latestBlockTime} now={now} form="relative" />
      </Fact>
      {blockAgeMs !== undefined && (
        <Fact label="age when told">
          {blockAgeMs < 0 ? 'ahead of this clock' : formatDuration(blockAgeMs)}
        </Fact>
      )}
      <Fact label="behind">
        {lag === undefined ? (
          <span className="text-ink-3">not comparable</span>
        ) : lag === 0n ? (
          'no block'
        ) : (
          `${formatInteger(lag)} ${lag === 1n ? 'block' : 'blocks'}`
        )}
      </Fact>
      <Fact label="oldest">{formatInteger(facts.earliestHeight)}</Fact>
    </Facts>
  )
}

const CORS: Readonly<Record<NodeRow['cors'], string>> = {
  allowed: 'allowed',
  refused: 'refused',
  forwarded: 'by this server',
  unknown: 'not known',
}

/** Whether nothing but failures is known of an endpoint. */
export function isUnheard({ answered, lastSuccessAtMs }: NodeRow): boolean {
  return answered === undefined && lastSuccessAtMs === undefined
}

/** In place of all facts, for an endpoint that has told none. */
export function UnheardCell({
  row: { cors, lastFailureAtMs },
  healthNow,
}: {
  readonly row: NodeRow
  readonly healthNow: Date
}) {
  return (
    <span className="text-ink-3">
      Has not answered yet
      {lastFailureAtMs !== undefined && (
        <>
          ; failed last{' '}
          <TimeText date={new Date(lastFailureAtMs)} now={healthNow} form="relative" />
        </>
      )}
      {cors === 'refused' && '; CORS is refused'}.
    </span>
  )
}

/** How fast, by which ways, and when last. */
export function AbilitiesCell({
  row,
  healthNow,
}: {
  readonly row: NodeRow
  readonly healthNow: Date
}) {
  const { answered, latencyMs, socket, cors, lastSuccessAtMs, lastFailureAtMs } = row
  const index = answered?.facts.txIndex
  return (
    <Facts>
      {answered !== undefined && (
        <>
          <Fact label="latency">
            {latencyMs === undefined
              ? NOT_TOLD
              : formatDuration(Math.max(1, Math.round(latencyMs)))}
          </Fact>
          <Fact label="index">
            {index === undefined ? NOT_TOLD : index === 'on' ? 'kept' : 'none'}
          </Fact>
          <Fact label="WebSocket">
            {socket === undefined ? (
              <span className="text-ink-3">not known</span>
            ) : socket.kind === 'works' ? (
              'works'
            ) : (
              'refused'
            )}
          </Fact>
        </>
      )}
      <Fact label="CORS">{CORS[cors]}</Fact>
      <Fact label="answered">
        <TimeText
          date={lastSuccessAtMs === undefined ? undefined : new Date(lastSuccessAtMs)}
          now={healthNow}
          form="relative"
          absence="never yet"
        />
      </Fact>
      <Fact label="failed">
        <TimeText
          date={lastFailureAtMs === undefined ? undefined : new Date(lastFailureAtMs)}
          now={healthNow}
          form="relative"
          absence="never"
        />
      </Fact>
    </Facts>
  )
}

/** What is said of whether it tells the same as the others. */
export function AgreementText({ agreement }: { readonly agreement: NodeAgreement }) {
  switch (agreement.kind) {
    case 'none':
      return <span className="text-ink-3">{agreement.sentence}</span>
    case 'same':
      return (
        <>
          <span className="text-good">
            Same block and state as{' '}
            {agreement.others === 1 ? 'the other' : `${agreement.others} others`}
          </span>{' '}
          at {formatInteger(agreement.height)}.
        </>
      )
    case 'differs':
      return (
        <span className="text-bad">
          Tells another block than{' '}
          <HostileText text={agreement.against.join(', ')} limit={160} isCutSilently /> at{' '}
          {formatInteger(agreement.height)}.
        </span>
      )
  }
}

/** Chain, application and engine. */
export function VersionCell({ row }: { readonly row: NodeRow }) {
  const facts = row.answered?.facts
  if (facts === undefined) return NOT_TOLD
  const text = (value: string | undefined) =>
    value === undefined ? NOT_TOLD : <HostileText text={value} limit={40} isCutSilently />
  return (
    <Facts>
      <Fact label="chain">{text(facts.chainId)}</Fact>
      <Fact label="app">{text(facts.appVersion)}</Fact>
      <Fact label="engine">{text(facts.engineVersion)}</Fact>
    </Facts>
  )
}
