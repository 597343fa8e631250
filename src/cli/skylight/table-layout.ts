/** A column of a table that is read on a terminal. */
export interface Column {
  readonly name: string
  /** Its cells may go on over several lines, or below their row. */
  readonly isWide: boolean
  /** Its cells are lists with `; ` between: where they do not fit, an entry has a line of its own. */
  readonly isList: boolean
}

type Row = readonly string[]

const GAP = 2
/** A wide column beside others is not narrower than this, nor than its words up to `LONGEST_WORD`, if they are as long. */
const NARROWEST = 32
const LONGEST_WORD = 72
const INDENT = 4

/**
 * A table as lines, header first. In a line a row where all fits; else wide columns are narrowed and their cells wrapped;
 * else wide columns, and as few of the others as will do, stand below the row with their names. Nothing is left out.
 * @param width how many characters a line may have; undefined: any number
 */
export function layOutTable(
  columns: readonly Column[],
  rows: readonly Row[],
  width: number | undefined,
): readonly string[] {
  const header = columns.map(({ name }) => name)
  const natural = columns.map(({ name }, at) => widestOf(name, rows, at))
  if (width === undefined || total(natural) <= width) {
    return [header, ...rows].map((row) => joinCells(row, natural))
  }
  const narrow = columns.map(({ isWide }, at) =>
    isWide ? Math.min(natural[at] ?? 0, narrowest(rows, at)) : (natural[at] ?? 0),
  )
  if (total(narrow) <= width) {
    const widths = share(narrow, natural, width - total(narrow))
    return [header, ...rows].flatMap((row) => wrapRow(row, columns, widths))
  }
  // Where the last alone is wide, it may be narrower than its longest word.
  const [last, ...others] = columns.toReversed()
  const rest = width - GAP - total(natural.slice(0, -1))
  if (last?.isWide === true && !others.some(({ isWide }) => isWide) && rest >= NARROWEST) {
    const widths = [...natural.slice(0, -1), rest]
    return [header, ...rows].flatMap((row) => wrapRow(row, columns, widths))
  }
  return layBelow(columns, rows, natural, width)
}

function layBelow(
  columns: readonly Column[],
  rows: readonly Row[],
  natural: readonly number[],
  width: number,
): readonly string[] {
  const widthOf = (at: number): number => natural[at] ?? 0
  const fixed = columns.flatMap(({ isWide }, at) => (isWide ? [] : [at]))
  const beside = keepFitting(fixed, widthOf, width)
  const below = columns.map((_, at) => at).filter((at) => !beside.includes(at))
  const label = Math.max(...below.map((at) => columns[at]?.name.length ?? 0)) + GAP
  const pick = (row: Row): string =>
    joinCells(
      beside.map((at) => row[at] ?? ''),
      beside.map(widthOf),
    )
  const room = Math.max(width - INDENT - label, NARROWEST)
  return [
    pick(columns.map(({ name }) => name)),
    ...rows.flatMap((row) => [
      ...(beside.length > 0 ? [pick(row)] : []),
      ...below
        .filter((at) => (row[at] ?? '') !== '')
        .flatMap((at) =>
          // An address that is too long is left to the terminal, which keeps it one to be copied.
          wrapCell(row[at] ?? '', room, columns[at]?.isList === true, false).map(
            (line, index) =>
              `${' '.repeat(INDENT)}${(index === 0 ? (columns[at]?.name ?? '') : '').padEnd(label)}${line}`,
          ),
        ),
    ]),
  ]
}

/** Without the last ones, or without the widest, whichever are fewer; the first, which tells what a row is, stays. */
function keepFitting(
  places: readonly number[],
  widthOf: (at: number) => number,
  width: number,
): readonly number[] {
  const fits = (kept: readonly number[]): boolean =>
    kept.length <= 1 || total(kept.map(widthOf)) <= width
  let first = places
  while (!fits(first)) first = first.slice(0, -1)
  let slim = places
  while (!fits(slim)) {
    const rest = slim.slice(1)
    const widest = Math.max(...rest.map(widthOf))
    const gone = rest.find((at) => widthOf(at) === widest)
    slim = slim.filter((at) => at !== gone)
  }
  return slim.length > first.length ? slim : first
}

/** In the last column a word that is too long stands out, so that an address stays one: nothing is to the right of it. */
function wrapRow(row: Row, columns: readonly Column[], widths: readonly number[]): string[] {
  const cells = columns.map(({ isList }, at) =>
    wrapCell(row[at] ?? '', widths[at] ?? 0, isList, at < columns.length - 1),
  )
  const height = Math.max(1, ...cells.map(({ length }) => length))
  return Array.from({ length: height }, (_, line) =>
    joinCells(
      cells.map((lines) => lines[line] ?? ''),
      widths,
    ),
  )
}

/** The lines of a cell. What goes on in a list stands further in than what begins. */
function wrapCell(
  text: string,
  width: number,
  isList: boolean,
  isBroken: boolean,
): readonly string[] {
  if (lengthOf(text) <= width) return [text]
  if (!isList) return wrapWords(text, width, isBroken)
  return text
    .split('; ')
    .flatMap((entry) =>
      wrapWords(entry, width - GAP, isBroken).map((line, at) => (at === 0 ? line : `  ${line}`)),
    )
}

function wrapWords(text: string, width: number, isBroken: boolean): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`
    if (lengthOf(joined) <= width) {
      line = joined
      continue
    }
    if (line !== '') lines.push(line)
    const characters = [...word]
    while (isBroken && characters.length > width) lines.push(characters.splice(0, width).join(''))
    line = characters.join('')
  }
  if (line !== '') lines.push(line)
  return lines
}

/** Gives what room is left to the columns that want it, the same to each. */
function share(
  narrow: readonly number[],
  natural: readonly number[],
  room: number,
): readonly number[] {
  const widths = [...narrow]
  for (let left = room; left > 0; ) {
    const wanting = widths.flatMap((width, at) => (width < (natural[at] ?? 0) ? [at] : []))
    if (wanting.length === 0) break
    for (const at of wanting.slice(0, left)) widths[at] = (widths[at] ?? 0) + 1
    left -= Math.min(left, wanting.length)
  }
  return widths
}

/** Below this a column would break words, or be a thread. */
function narrowest(rows: readonly Row[], at: number): number {
  const longest = rows.reduce(
    (most, row) => Math.max(most, ...(row[at] ?? '').split(' ').map(lengthOf)),
    0,
  )
  return Math.max(NARROWEST, Math.min(longest, LONGEST_WORD))
}

/** Not as arguments of one call, which takes no hundred thousand of them. */
function widestOf(name: string, rows: readonly Row[], at: number): number {
  return rows.reduce((widest, row) => Math.max(widest, lengthOf(row[at] ?? '')), lengthOf(name))
}

function joinCells(cells: Row, widths: readonly number[]): string {
  return cells
    .map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - lengthOf(cell))))
    .join(' '.repeat(GAP))
    .trimEnd()
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, GAP * Math.max(0, widths.length - 1))
}

/** In characters, as a terminal counts those of one cell. */
function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}
