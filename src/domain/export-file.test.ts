import { describe, expect, it } from 'vitest'
import { composeCsvFile, composeJsonFile, markRows } from './export-file.ts'

const ROWS = [
  ['id', 'title'],
  ['1', 'a'],
  ['2', 'b'],
]

describe('files of a demo chain', () => {
  it('say so in the name and on every row, for rows are copied out of files', () => {
    expect(composeCsvFile('skydemo-3', 'proposals-skydemo-3-9', ROWS)).toEqual({
      name: 'demo-proposals-skydemo-3-9.csv',
      type: 'text/csv;charset=utf-8',
      text: 'data,id,title\r\ndemo: invented data,1,a\r\ndemo: invented data,2,b\r\n',
    })
  })

  it('say so in JSON first of all', () => {
    const { name, text } = composeJsonFile('skydemo-3-7', 'votes', { format: 'x' })
    expect(name).toBe('demo-votes.json')
    expect(text).toBe('{\n  "data": "demo: invented data",\n  "format": "x"\n}\n')
  })
})

describe('files of any other chain', () => {
  it.each(['akashnet-2', 'skydev-1', 'my-skydemo-1'])('say nothing of the kind: %s', (chainId) => {
    expect(composeCsvFile(chainId, 'proposals', ROWS)).toEqual({
      name: 'proposals.csv',
      type: 'text/csv;charset=utf-8',
      text: 'id,title\r\n1,a\r\n2,b\r\n',
    })
    expect(composeJsonFile(chainId, 'votes', { a: 1 }).text).toBe('{\n  "a": 1\n}\n')
    expect(composeJsonFile(chainId, 'votes', { a: 1 }).name).toBe('votes.json')
  })

  it('nor do rows nobody knows the chain of', () => {
    expect(markRows(null, ROWS)).toBe(ROWS)
  })
})
