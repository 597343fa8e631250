import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LongTable } from './LongTable.tsx'
import type { TableColumn } from './table-column.ts'

const columns: readonly TableColumn<number>[] = [
  { id: 'id', header: '#', align: 'end', isSortable: true, render: (row) => row },
  { id: 'title', header: 'Title', isRowHeader: true, render: (row) => `Proposal ${row}` },
]

function markup(count: number) {
  return renderToStaticMarkup(
    <LongTable
      label="Proposals"
      columns={columns}
      rows={Array.from({ length: count }, (_, index) => count - index)}
      getKey={(row) => row.toString()}
      sort={{ columnId: 'id', direction: 'descending' }}
      onSort={() => undefined}
      rowHref={(row) => (row === 199 ? undefined : `/proposals/${row}`)}
    />,
  )
}

describe('LongTable', () => {
  it('draws a windowful and tells screen readers how long the whole is', () => {
    const html = markup(200)
    expect(html).toContain('aria-rowcount="201"')
    const drawn = html.match(/data-index=/g)?.length ?? 0
    expect(drawn).toBeGreaterThan(10)
    expect(drawn).toBeLessThan(60)
    expect(html).toContain('<tr role="presentation" aria-hidden="true"')
  })

  it('numbers rows after the headings, which are the first', () => {
    expect(markup(3)).toMatch(/data-index="0" aria-rowindex="2"/)
  })

  it('says which column is sorted and which could be', () => {
    expect(markup(3)).toContain('aria-sort="descending"')
    expect(markup(3).match(/aria-sort/g)).toHaveLength(1)
  })

  it('makes a row a link of the platform, and leaves those without a page alone', () => {
    const html = markup(200)
    expect(html).toContain('<a href="/proposals/200" class="row-link">Proposal 200</a>')
    expect(html).not.toContain('/proposals/199')
  })

  it('keeps the roles that display takes from table elements on a phone', () => {
    const html = markup(3)
    for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell']) {
      expect(html).toContain(`role="${role}"`)
    }
  })
})
