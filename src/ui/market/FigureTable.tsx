import type { ReactNode } from 'react'

export interface FigureTableRow {
  readonly key: string
  readonly name: ReactNode
  readonly cells: readonly ReactNode[]
}

export interface FigureTableProps {
  readonly label: string
  /** The first heads the names. */
  readonly header: readonly string[]
  readonly rows: readonly FigureTableRow[]
}

/** A small table of figures with a name to each row; scrolls sideways where it does not fit. */
export function FigureTable({ label, header: [first, ...header], rows }: FigureTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="overflow-x-auto">
      <table aria-label={label} className="tabular w-full text-s">
        <thead>
          <tr className="border-b border-rule-strong text-xs text-ink-3">
            <th scope="col" className="py-1 pe-3 text-start font-medium">
              {first}
            </th>
            {header.map((name) => (
              <th key={name} scope="col" className="py-1 ps-3 text-end font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells }) => (
            <tr key={key} className="border-b border-rule">
              <th scope="row" className="py-1 pe-3 text-start font-normal">
                {name}
              </th>
              {cells.map((cell, index) => (
                <td key={header[index]} className="py-1 ps-3 text-end whitespace-nowrap">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
