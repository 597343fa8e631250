import type { Plan } from '../../message.ts'
import type { PlanBinary } from './plan-info.ts'
import { cosmovisorFolder, findFolderProblem } from './plan-name.ts'

/** One step, and what to type for it. */
export interface CosmovisorStep {
  readonly title: string
  readonly command: string
}

export type CosmovisorGuide =
  | { readonly kind: 'steps'; readonly folder: string; readonly steps: readonly CosmovisorStep[] }
  /** Commands with such a name in them would do something else than they say. */
  | { readonly kind: 'unsafe-name' }

/** Akash's daemon and where its files are, unless a validator has chosen otherwise. */
const DAEMON = 'akash'
const HOME = '$HOME/.akash'

/**
 * What a validator types to have the binary in place before the height. Download commands come only for https
 * addresses that need no quoting, and check the hash before anything is unpacked.
 */
export function composeCosmovisorGuide(
  { name }: Pick<Plan, 'name'>,
  binaries: readonly PlanBinary[],
): CosmovisorGuide {
  if (findFolderProblem(name) !== undefined) return { kind: 'unsafe-name' }
  const folder = `${HOME}/cosmovisor/upgrades/${cosmovisorFolder(name)}/bin`
  const binary = `"${folder}/${DAEMON}"`
  return {
    kind: 'steps',
    folder: `${folder}/${DAEMON}`,
    steps: [
      { title: 'Make the folder', command: `mkdir -p "${folder}"` },
      ...binaries.flatMap((each) => composeDownload(each, folder)),
      { title: 'Make it executable', command: `chmod +x ${binary}` },
      { title: 'See that it is the right one', command: `${binary} version` },
    ],
  }
}

const PLATFORM_WORDS: ReadonlyMap<string, string> = new Map([
  ['linux/amd64', 'x86-64'],
  ['linux/arm64', 'ARM'],
])

function composeDownload(
  { platform, url, sha256 }: PlanBinary,
  folder: string,
): readonly CosmovisorStep[] {
  const words = PLATFORM_WORDS.get(platform)
  const address = plainAddress(url)
  if (words === undefined || sha256 === undefined || address === undefined) return []
  const file = `${DAEMON}-upgrade.zip`
  return [
    {
      title: `Fetch and check the binary for ${words} (${platform})`,
      command: [
        `curl -fsSL -o ${file} '${address}'`,
        `echo '${sha256}  ${file}' | sha256sum -c -`,
        `unzip -o ${file} ${DAEMON} -d "${folder}"`,
      ].join(' && \\\n'),
    },
  ]
}

/** Nothing a shell would read as more than an address, and a zip, which is how Akash packs its releases. */
function plainAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  url.searchParams.delete('checksum')
  const { href } = url
  return /^https:\/\/[\w.-]+\/[\w./~+%-]+\.zip$/.test(href) ? href : undefined
}
