import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatJson } from './format-json.ts'

describe('JSON as the formatter of this repository leaves it', () => {
  it('has a list on one line as long as it fits into 100 columns', () => {
    const fits = 'a'.repeat(100 - '  "list": ["", 1],'.length)
    expect(formatJson({ list: [fits, 1], more: [] })).toBe(
      `{\n  "list": ["${fits}", 1],\n  "more": []\n}\n`,
    )
    expect(formatJson({ list: [`${fits}a`, 1], more: {} })).toBe(
      `{\n  "list": [\n    "${fits}a",\n    1\n  ],\n  "more": {}\n}\n`,
    )
  })

  it('leaves out what is unknown', () => {
    expect(formatJson([{ title: 'a', resolution: undefined }])).toBe(
      '[\n  {\n    "title": "a"\n  }\n]\n',
    )
  })

  it.each(['aeps', 'aeps-elsewhere', 'groups', 'projects'])(
    'is what %s.json is written as, so that a sync without news changes no line',
    (name) => {
      const file = new URL(`../../data/registry/${name}.json`, import.meta.url)
      const text = readFileSync(file, 'utf8')
      expect(formatJson(JSON.parse(text))).toBe(text)
    },
  )
})
