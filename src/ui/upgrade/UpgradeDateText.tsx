import { formatUtc } from '../../domain/time.ts'
import type { RecordDate } from '../../domain/upgrades/ledger/record-date.ts'
import { Popover } from '../overlay/Popover.tsx'
import { SourceNote } from '../page/SourceNote.tsx'
import { Skeleton } from '../state/Skeleton.tsx'
import { ExternalLink } from '../text/ExternalLink.tsx'
import { TimeText } from '../text/TimeText.tsx'

export interface UpgradeDateTextProps {
  readonly record: RecordDate
  readonly now: Date
}

const QUIET = 'text-xs text-ink-3 underline decoration-dotted underline-offset-3 hover:text-ink'

/** When an upgrade was applied and who says so: its block, a record elsewhere, or nobody. */
export function UpgradeDateText({ record, now }: UpgradeDateTextProps) {
  if (record.kind === 'loading') return <Skeleton lines={2} widthClass="w-28" />
  if (record.kind === 'not-known') {
    return (
      <Popover trigger="date not known" label="Why the date is not known" className={QUIET}>
        {record.failure.sentence} No date of it is on record elsewhere either.
      </Popover>
    )
  }
  const { date, source } = record
  if (date.kind === 'header') {
    return (
      <>
        <TimeText date={date.time} now={now} form="utc" />{' '}
        <span className="block text-xs text-ink-3">
          block header{' '}
          {source !== undefined && (
            <SourceNote
              source={source}
              now={now}
              form="inline"
              definition="The time in the header of the block at the plan's height."
            />
          )}
        </span>
      </>
    )
  }
  const isDay = date.kind === 'recorded-day'
  return (
    <>
      {isDay ? (
        <time dateTime={formatUtc(date.day, 'date')}>{formatUtc(date.day, 'date')}</time>
      ) : (
        <TimeText date={date.time} now={now} form="utc" />
      )}{' '}
      <span className="block">
        <Popover
          trigger={isDay ? 'day precision' : 'on record'}
          label="Where this date is on record"
          className={QUIET}
        >
          No node here has told the header of the block. The {isDay ? 'day' : 'time'} is on record
          elsewhere
          {isDay && date.slackDays === 1 ? ', in a time zone the record does not name' : ''}:
          <span className="mt-1 block">
            {date.sources.map((source) => (
              <span key={source} className="chain-text block text-xs">
                <ExternalLink url={source} />
              </span>
            ))}
          </span>
        </Popover>
      </span>
    </>
  )
}
