import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FAULT_EXAMPLES } from '../../src/demo-chain/faults/fault-examples.ts'
import { type ProposalList, readProposalList } from '../../src/queries/proposal-list.ts'
import { COLUMNS, type ColumnFindings } from './failure-matrix/columns.ts'
import { FAILURE_MATRIX } from './failure-matrix/expectations.ts'
import { formatMatrix } from './failure-matrix/format-matrix.ts'
import { type Cell, runMatrix, type Variant } from './failure-matrix/run-matrix.ts'
import { shownLines, stateOf, trueLines, trueTally } from './failure-matrix/truth.ts'
import { openVisit } from './failure-matrix/visit.ts'
import { createMatrixWorld, faultsOf } from './failure-matrix/world.ts'

let cells: readonly Cell[] = []
beforeAll(async () => {
  const faults = FAILURE_MATRIX.map(({ fault }) => fault)
  cells = await runMatrix(createMatrixWorld(), faults)
}, 180_000)

afterAll(async () => {
  const table = formatMatrix(FAILURE_MATRIX, cells)
  const file = process.env.FAILURE_MATRIX_FILE
  // The command that runs every test has their output for itself, and prints this.
  if (file === undefined) process.stdout.write(table)
  else await writeFile(file, table)
})

/** What was found on each screen; every screen was opened. */
function found(fault: string, variant: Variant): ColumnFindings {
  const own = cells.filter((cell) => cell.fault === fault && cell.variant === variant)
  return Object.fromEntries(own.map(({ column, findings }) => [column, findings]))
}

/** A screen that nothing is expected of completes. */
function whole(expected: ColumnFindings): ColumnFindings {
  return Object.fromEntries(COLUMNS.map((column) => [column, expected[column] ?? {}]))
}

describe.each(FAILURE_MATRIX.filter(({ sometimes }) => sometimes === undefined))(
  'an endpoint with $fault',
  ({ fault, first, every }) => {
    it('leaves each screen whole where others are well, or says what is not', () => {
      expect(found(fault, 'first')).toEqual(whole(first))
    })

    it('is named on each screen it spoils where no other is well', () => {
      expect(found(fault, 'every')).toEqual(whole(every))
    })
  },
)

describe.each(FAILURE_MATRIX.filter(({ sometimes }) => sometimes !== undefined))(
  'an endpoint with $fault, as the moment will have it,',
  ({ fault, sometimes = [] }) => {
    it.each(['first', 'every'] as const)('shows nothing wrong: %s', (variant) => {
      const texts = Object.values(found(fault, variant)).flatMap((one) => Object.values(one))
      expect(texts.filter((text) => !sometimes.includes(text))).toEqual([])
    })
  },
)

describe('a list whose two good endpoints die while it is read', () => {
  it.each(['none', 'lag:100', 'pruned:100'])(
    'is read to its end at a height of the third: %s',
    async (last) => {
      const world = createMatrixWorld()
      const nodes = await Promise.all(
        ['die-after:2', 'die-after:1', last].map((fault) =>
          world.serve(fault === 'none' ? [] : faultsOf(fault)),
        ),
      )
      const urls = nodes.map(({ url }) => url)
      const visit = openVisit(world, urls, { explicitHeight: undefined, timeoutMs: 20_000 })
      let list: ProposalList | undefined
      for await (const picture of readProposalList(visit.chain)) list = picture
      const state = stateOf(world, list?.source.height ?? 0n)
      expect(list?.isComplete).toBe(true)
      expect(shownLines(list?.rows ?? [])).toEqual(trueLines(state))
      const open = [...(list?.tallies ?? [])].map(([id, figure]) => [
        id,
        figure.kind === 'known' ? figure.value : figure,
      ])
      expect(open.length).toBeGreaterThan(0)
      expect(open).toEqual(open.map(([id]) => [id, trueTally(state, BigInt(String(id)))]))
      await Promise.all(nodes.map((node) => node.close()))
    },
  )
})

describe('the matrix', () => {
  it('has every fault there is', () => {
    const tried = new Set(
      FAILURE_MATRIX.flatMap(({ fault }) => (fault === 'halt' ? 'halt:now' : fault)).flatMap(
        (fault) => faultsOf(fault).map(({ kind }) => kind),
      ),
    )
    expect(FAULT_EXAMPLES.map(({ kind }) => kind).filter((kind) => !tried.has(kind))).toEqual([])
  })

  it('never says that something went wrong in this app', () => {
    const texts = cells.flatMap(({ findings }) => Object.values(findings))
    expect(texts.filter((text) => text.startsWith('unexpected'))).toEqual([])
    expect(texts).not.toContain('never came')
  })

  it('tells in every sentence what the reader can do', () => {
    const sentences = cells
      .flatMap(({ findings }) => Object.values(findings))
      .filter((text) => /^(?!old|lagging|ahead)[a-z-]+: [A-Z]/.test(text))
    const advice =
      /; (?:try|use|check|wait|choose|enter|an endpoint)|; none of its figures are used/
    expect(sentences.filter((sentence) => !advice.test(sentence))).toEqual([])
    expect(sentences.length).toBeGreaterThan(100)
  })
})
