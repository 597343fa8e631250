import type { NodeRow } from '../../queries/node-rows.ts'
import { classNames } from '../../ui/class-names.ts'
import { TABLE_ROLES } from '../../ui/table/table-roles.ts'
import { NodeActions } from './NodeActions.tsx'
import { NodeName } from './NodeName.tsx'
import {
  AbilitiesCell,
  AgreementText,
  BlocksCell,
  isUnheard,
  UnheardCell,
  VersionCell,
} from './node-cells.tsx'

export interface NodesTableProps {
  readonly rows: readonly NodeRow[]
  readonly now: Date
  /** The present by the clock that requests are timed with; a recording's stands still, this one does not. */
  readonly healthNow: Date
  readonly onTest: (name: string) => void
  readonly onMove: (name: string, by: -1 | 1) => void
  /** undefined: the last one cannot be removed. */
  readonly onRemove: ((name: string) => void) | undefined
}

const CELL =
  'min-w-0 text-start align-top font-normal max-xl:block xl:border-b xl:border-rule xl:px-3 xl:py-3 xl:first:ps-0 xl:last:pe-0'

const ACROSS = 'sm:max-xl:col-span-3'

const COLUMNS = [
  ['Endpoint', ''],
  ['Blocks', 'xl:w-44'],
  ['Answers', 'xl:w-44'],
  ['Agreement with the others', 'xl:w-48'],
  ['Version', 'xl:w-36'],
  ['Order', 'xl:w-48'],
] as const

/** The endpoints side by side, from 1280 px on as a table; below, one under the other, each in three columns or on a phone in one. */
export function NodesTable(props: NodesTableProps) {
  const { rows, now, healthNow, onTest, onMove, onRemove } = props
  return (
    <table
      {...TABLE_ROLES.table}
      aria-label="Endpoints"
      className="w-full border-separate border-spacing-0 border-t border-rule-strong text-s max-xl:block xl:table-fixed"
    >
      <thead {...TABLE_ROLES.body} className="max-xl:sr-only">
        <tr {...TABLE_ROLES.row}>
          {COLUMNS.map(([header, width]) => (
            <th
              key={header}
              {...TABLE_ROLES.columnHeader}
              scope="col"
              className={classNames(
                'border-b border-rule-strong py-1 text-start text-xs font-medium text-ink-3 xl:px-3 xl:first:ps-0 xl:last:pe-0',
                width,
              )}
            >
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...TABLE_ROLES.body} className="max-xl:block">
        {rows.map((row, index) => (
          <tr
            key={row.name}
            {...TABLE_ROLES.row}
            className="max-xl:grid max-xl:gap-x-8 max-xl:gap-y-3 sm:max-xl:grid-cols-3 max-xl:border-b max-xl:border-rule-strong max-xl:py-4"
          >
            <th {...TABLE_ROLES.rowHeader} scope="row" className={classNames(CELL, ACROSS)}>
              <NodeName row={row} place={index + 1} healthNow={healthNow} />
            </th>
            {row.state === 'asking' ? (
              <td
                {...TABLE_ROLES.cell}
                colSpan={4}
                className={classNames(
                  CELL,
                  ACROSS,
                  'text-ink-3 max-sm:min-h-[27rem] sm:max-xl:min-h-52 xl:h-38',
                )}
              >
                {/* About the room of what an endpoint tells, so that nothing below moves when it does. */}
                What it tells will stand here.
              </td>
            ) : isUnheard(row) ? (
              <td {...TABLE_ROLES.cell} colSpan={4} className={classNames(CELL, ACROSS)}>
                <UnheardCell row={row} healthNow={healthNow} />
              </td>
            ) : (
              <>
                <td {...TABLE_ROLES.cell} className={CELL}>
                  <BlocksCell row={row} now={now} />
                </td>
                <td {...TABLE_ROLES.cell} className={CELL}>
                  <AbilitiesCell row={row} healthNow={healthNow} />
                </td>
                <td {...TABLE_ROLES.cell} className={CELL}>
                  <AgreementText agreement={row.agreement} />
                </td>
                <td {...TABLE_ROLES.cell} className={CELL}>
                  <VersionCell row={row} />
                </td>
              </>
            )}
            <td {...TABLE_ROLES.cell} className={CELL}>
              <NodeActions
                name={row.name}
                isFirst={index === 0}
                isLast={index === rows.length - 1}
                onTest={() => onTest(row.name)}
                onMove={(by) => onMove(row.name, by)}
                onRemove={onRemove === undefined ? undefined : () => onRemove(row.name)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
