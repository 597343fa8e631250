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
  'min-w-0 text-start align-top font-normal max-lg:block lg:border-b lg:border-rule lg:px-3 lg:py-3 lg:first:ps-0 lg:last:pe-0'

const COLUMNS = [
  ['Endpoint', ''],
  ['Blocks', 'lg:w-44'],
  ['Answers', 'lg:w-44'],
  ['Agreement with the others', 'lg:w-48'],
  ['Version', 'lg:w-36'],
  ['Order', 'lg:w-48'],
] as const

/** The endpoints side by side, from 1024 px on as a table; below, one under the other. */
export function NodesTable(props: NodesTableProps) {
  const { rows, now, healthNow, onTest, onMove, onRemove } = props
  return (
    <table
      {...TABLE_ROLES.table}
      aria-label="Endpoints"
      className="w-full border-separate border-spacing-0 border-t border-rule-strong text-s max-lg:block lg:table-fixed"
    >
      <thead {...TABLE_ROLES.body} className="max-lg:sr-only">
        <tr {...TABLE_ROLES.row}>
          {COLUMNS.map(([header, width]) => (
            <th
              key={header}
              {...TABLE_ROLES.columnHeader}
              scope="col"
              className={classNames(
                'border-b border-rule-strong py-1 text-start text-xs font-medium text-ink-3 lg:px-3 lg:first:ps-0 lg:last:pe-0',
                width,
              )}
            >
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...TABLE_ROLES.body} className="max-lg:block">
        {rows.map((row, index) => (
          <tr
            key={row.name}
            {...TABLE_ROLES.row}
            className="max-lg:grid max-lg:gap-3 max-lg:border-b max-lg:border-rule-strong max-lg:py-4"
          >
            <th {...TABLE_ROLES.rowHeader} scope="row" className={CELL}>
              <NodeName row={row} place={index + 1} healthNow={healthNow} />
            </th>
            {row.state === 'asking' ? (
              <td
                {...TABLE_ROLES.cell}
                colSpan={4}
                className={classNames(CELL, 'text-ink-3 max-lg:min-h-[27rem] lg:h-38')}
              >
                {/* About the room of what an endpoint tells, so that nothing below moves when it does. */}
                What it tells will stand here.
              </td>
            ) : isUnheard(row) ? (
              <td {...TABLE_ROLES.cell} colSpan={4} className={CELL}>
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
