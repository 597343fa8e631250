import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseInfoFile, parsePlanInfo } from './plan-info.ts'
import { INFO_FILE, INFO_URL } from './testing/plan-input.ts'

describe('parsePlanInfo', () => {
  it('reads a list of binaries in the plan itself', () => {
    const info = parsePlanInfo(INFO_FILE)
    expect(info.kind === 'binaries' && info.binaries.map(({ platform }) => platform)).toEqual([
      'darwin/arm64',
      'linux/amd64',
      'linux/arm64',
    ])
    expect(info.kind === 'binaries' && info.binaries[1]?.sha256).toBe('e3'.repeat(32))
  })

  it('reads an address, and takes its checksum off what is asked of the server', () => {
    expect(parsePlanInfo(INFO_URL)).toMatchObject({ kind: 'url', url: INFO_URL, sha256: undefined })
    const checksum = 'AB'.repeat(32)
    expect(parsePlanInfo(` ${INFO_URL}?x=1&checksum=sha256:${checksum}\n`)).toEqual({
      kind: 'url',
      url: `${INFO_URL}?x=1`,
      sha256: checksum.toLowerCase(),
      isChecksumMalformed: false,
    })
  })

  it('knows an address of another scheme as one, so that it is judged and not run', () => {
    expect(parsePlanInfo('file:///etc/passwd').kind).toBe('url')
    expect(parsePlanInfo('javascript:alert(1)').kind).toBe('malformed')
  })

  it('never throws, whatever it is given', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.webUrl({ withQueryParameters: true }),
      fc
        .dictionary(fc.string(), fc.oneof(fc.string(), fc.webUrl()))
        .map((binaries) => JSON.stringify({ binaries })),
    )
    fc.assert(
      fc.property(text, (info) => {
        expect(['empty', 'binaries', 'url', 'malformed']).toContain(parsePlanInfo(info).kind)
        expect(['binaries', 'malformed']).toContain(parseInfoFile(info).kind)
      }),
    )
    expect(parsePlanInfo('{'.repeat(400_000)).kind).toBe('malformed')
  })

  it('takes "__proto__" for a platform like any other', () => {
    expect(parseInfoFile('{"binaries":{"__proto__":"x"}}')).toMatchObject({
      binaries: [{ platform: '__proto__', url: 'x' }],
    })
  })
})
