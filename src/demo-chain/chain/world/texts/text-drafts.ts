import type { Random } from '../random.ts'
import { ipfsMetadata, type ProposalDraft, titleOfReading } from './draft.ts'

interface Words {
  readonly title: string
  readonly summary: string
}

const SIGNALS: readonly [Words, ...Words[]] = [
  {
    title: 'A calendar for network upgrades',
    summary: `Operators ask for dates they can plan around. This signal sets four windows a year.

| Window | Opens | Closes |
|---|---|---|
| Winter | 15 January | 31 January |
| Spring | 10 April | 25 April |
| Summer | 1 July | 15 July |
| Autumn | 5 October | 20 October |

Security releases stay free of the calendar.`,
  },
  {
    title: 'Reasons beside the votes of larger validators',
    summary: `Validators above **two percent** of the bonded stake are asked to write two sentences on each vote.

- Delegators learn what they delegate to.
- Nobody is bound: this is a wish, not a rule.
- The vote's own metadata field is the place for it.`,
  },
  {
    title: 'Ten days of notice before an upgrade height',
    summary: `The plan's height should lie at least ten days after the release is tagged.

> A weekend is not notice.

If the vote passes, proposers who leave less time should say why in their text.`,
  },
  {
    title: 'Endorse a standing test network for providers',
    summary: `Providers want a network that is not reset under them. Joining it would look like this:

\`\`\`sh
export NODE=https://rpc.standing.example
provider check --node "$NODE" --dry-run
\`\`\`

Costs are asked for separately; this vote only says whether it is wanted.`,
  },
  {
    title: 'Move the weekly call by three hours',
    summary:
      'Half of those who take part live where the call falls into the night. Three hours later suits more people. Yes moves it, no keeps it.',
  },
  {
    title: 'Keep proposal texts readable without a link',
    summary: `A text that is only a link can change after the vote. Proposers are asked to put the **decision itself** into the summary and to link for background only.`,
  },
]

/** A proposal that changes nothing by itself. */
export function draftText(index: number, random: Random): ProposalDraft {
  const words = SIGNALS[index % SIGNALS.length] ?? SIGNALS[0]
  const title = titleOfReading(words.title, index, SIGNALS.length)
  const { summary } = words
  // Some clients put JSON there; title and summary in it have to be the proposal's.
  const metadata =
    index % 3 === 1
      ? JSON.stringify({
          title,
          summary,
          authors: ['A. Petrel'],
          forum: 'https://forum.example/t/71',
        })
      : ipfsMetadata(random)
  return { title, summary, metadata, messages: [] }
}

const HURRIES: readonly [Words, ...Words[]] = [
  {
    title: 'Pause the faucet of the test network',
    summary: 'It was emptied twice this week. A pause of five days gives time to add a limit.',
  },
  {
    title: 'Recommend the patched relayer release',
    summary:
      'Relayers older than the last release can lose packets. This asks operators to update **today**.',
  },
  {
    title: 'Ask endpoints to raise their rate limits',
    summary: `Wallets see refusals since this morning:

\`429 Too Many Requests\`

The signal asks public endpoints for ten requests a second until Monday.`,
  },
  {
    title: 'Postpone the tenant survey',
    summary: 'The form was sent out with a wrong link. A new date is proposed in the forum.',
  },
]

/** A text that its proposer finds urgent. */
export function draftHurry(index: number, random: Random): ProposalDraft {
  const words = HURRIES[index % HURRIES.length] ?? HURRIES[0]
  return {
    title: `Urgent: ${titleOfReading(words.title, index, HURRIES.length)}`,
    summary: words.summary,
    metadata: ipfsMetadata(random),
    messages: [],
  }
}
