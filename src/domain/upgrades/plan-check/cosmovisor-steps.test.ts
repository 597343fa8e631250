import { describe, expect, it } from 'vitest'
import { composeCosmovisorGuide } from './cosmovisor-steps.ts'
import { parseInfoFile } from './plan-info.ts'
import { INFO_FILE } from './testing/plan-input.ts'

const file = parseInfoFile(INFO_FILE)
const binaries = file.kind === 'binaries' ? file.binaries : []

describe('composeCosmovisorGuide', () => {
  it('checks the hash before anything is unpacked, for the platforms validators run', () => {
    expect(composeCosmovisorGuide({ name: 'v2.0.0' }, binaries)).toEqual({
      kind: 'steps',
      folder: '$HOME/.akash/cosmovisor/upgrades/v2.0.0/bin/akash',
      steps: [
        {
          title: 'Make the folder',
          command: 'mkdir -p "$HOME/.akash/cosmovisor/upgrades/v2.0.0/bin"',
        },
        download('x86-64 (linux/amd64)', 'amd64', 'e3'),
        download('ARM (linux/arm64)', 'arm64', 'ac'),
        {
          title: 'Make it executable',
          command: 'chmod +x "$HOME/.akash/cosmovisor/upgrades/v2.0.0/bin/akash"',
        },
        {
          title: 'See that it is the right one',
          command: '"$HOME/.akash/cosmovisor/upgrades/v2.0.0/bin/akash" version',
        },
      ],
    })
  })

  it('uses the folder cosmovisor does, which is in lower case', () => {
    const guide = composeCosmovisorGuide({ name: 'V2.0.0-RC1' }, [])
    expect(guide.kind === 'steps' && guide.folder).toContain('/upgrades/v2.0.0-rc1/')
  })

  it.each(['$(reboot)', 'a/b', 'x"y', "x'y", 'a b', '', '..', '`id`', 'a;b', 'a\nb'])(
    'gives no commands for the name %j',
    (name) => {
      expect(composeCosmovisorGuide({ name }, binaries)).toEqual({ kind: 'unsafe-name' })
    },
  )

  it('gives no download for an address that could close its quotes, is not https, or has no hash', () => {
    const sha256 = 'ab'.repeat(32)
    for (const [url, hash] of [
      ["https://example.org/a';reboot;'.zip", sha256],
      ['http://example.org/a.zip', sha256],
      ['https://example.org/a.tar.gz', sha256],
      ['https://user@example.org/a.zip', sha256],
      ['https://example.org/a.zip', undefined],
    ] as const) {
      const guide = composeCosmovisorGuide({ name: 'v2.0.0' }, [
        { platform: 'linux/amd64', url, sha256: hash },
      ])
      expect(guide.kind === 'steps' && guide.steps).toHaveLength(3)
    }
  })
})

function download(words: string, architecture: string, digit: string) {
  const folder = '$HOME/.akash/cosmovisor/upgrades/v2.0.0/bin'
  return {
    title: `Fetch and check the binary for ${words}`,
    command: [
      `curl -fsSL -o akash-upgrade.zip 'https://github.com/akash-network/node/releases/download/v2.0.0/akash_linux_${architecture}.zip'`,
      `echo '${digit.repeat(32)}  akash-upgrade.zip' | sha256sum -c -`,
      `unzip -o akash-upgrade.zip akash -d "${folder}"`,
    ].join(' && \\\n'),
  }
}
