const WIDTH = 100
const INDENT = '  '

/** JSON as the formatter of this repository leaves it: a list on one line where it fits, one member a line otherwise. */
export function formatJson(value: unknown): string {
  return `${format(value, '', 0)}\n`
}

/** @param taken columns before and after the value on its first line */
function format(value: unknown, indent: string, taken: number): string {
  if (Array.isArray(value)) return formatList(value, indent, taken)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = indent + INDENT
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  if (members.length === 0) return '{}'
  const lines = members.map(([name, member]) => {
    const before = `${inner}${JSON.stringify(name)}: `
    return before + format(member, inner, before.length + 1)
  })
  return `{\n${lines.join(',\n')}\n${indent}}`
}

function formatList(values: readonly unknown[], indent: string, taken: number): string {
  if (values.length === 0) return '[]'
  const isFlat = values.every((value) => typeof value !== 'object' || value === null)
  const flat = `[${values.map((value) => JSON.stringify(value)).join(', ')}]`
  if (isFlat && taken + [...flat].length <= WIDTH) return flat
  const inner = indent + INDENT
  const items = values.map((value) => inner + format(value, inner, inner.length + 1))
  return `[\n${items.join(',\n')}\n${indent}]`
}
