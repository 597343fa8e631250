import type { TextCase } from './text-case.ts'

const RELEASE = '## Akash v2.2.0\n\n'

/** Lists of contents. */
export const LIST_CASES: readonly TextCase[] = [
  {
    rule: 'list: this release contains',
    text: `${RELEASE}This release contains:\n\n- AEP-76: Burn Mint Equilibrium\n- CosmWasm (AEP-78)\n* [AEP-80](https://a.example/) On-chain oracle\n`,
    says: { 76: 'delivers', 78: 'delivers', 80: 'delivers' },
  },
  {
    rule: 'list: this release includes, numbered',
    text: 'This release includes:\n1. AEP-76\n2. AEP-78\n',
    says: { 76: 'delivers', 78: 'delivers' },
  },
  {
    rule: "list: what's new",
    text: "## What's new\n\n- AEP-76 Burn Mint Equilibrium\n\n## References\n\n- AEP-80\n",
    says: { 76: 'delivers', 80: 'mentions' },
  },
  {
    rule: 'list: headings under a heading',
    text: '# v2.2.0\n\n## Highlights\n\n### AEP-76: Burn Mint Equilibrium\n\nIt builds on AEP-80.\n\n## Background\n\n### AEP-75\n',
    says: { 76: 'delivers', 80: 'mentions', 75: 'mentions' },
  },
  {
    rule: 'list: lines without marks',
    text: 'This upgrade includes:\nAEP-76: Burn Mint Equilibrium\nAEP-78: CosmWasm\n\nIt was discussed with AEP-5.',
    says: { 76: 'delivers', 78: 'delivers', 5: 'mentions' },
  },
  {
    rule: 'list: in one line',
    text: 'This release contains: AEP-76, AEP-78 and AEP-80.',
    says: { 76: 'delivers', 78: 'delivers', 80: 'delivers' },
  },
  {
    rule: 'list: not included',
    text: 'Not included in this release:\n- AEP-76\n- AEP-78\n',
    says: { 76: 'mentions', 78: 'mentions' },
  },
  {
    rule: 'list: another list follows without a blank line',
    text: 'Includes:\n- AEP-76\n- AEP-78\nNot included:\n- AEP-80\nRemoved:\n- AEP-23\n',
    says: { 76: 'delivers', 78: 'delivers', 80: 'mentions', 23: 'removes' },
  },
  {
    rule: 'list: another list follows, neither with marks nor blank lines',
    text: 'Includes:\nAEP-76\nDeferred:\nAEP-80\n',
    says: { 76: 'delivers', 80: 'mentions' },
  },
  {
    rule: 'list: another list follows without a colon',
    text: 'Includes:\n* AEP-76 makes fees\nbe burnt\n* AEP-78\nNot included\n* AEP-80\n',
    says: { 76: 'delivers', 78: 'delivers', 80: 'mentions' },
  },
  {
    rule: 'list: removed',
    text: 'Removed:\n- AEP-23\n',
    says: { 23: 'removes' },
  },
  {
    rule: 'list: next steps',
    text: '## Next steps\n- AEP-76\n- Implement AEP-78 on the testnet\n',
    says: { 76: 'mentions', 78: 'mentions' },
  },
  {
    rule: 'list: items that tell of something else',
    text: "What's new:\n- Fix for AEP-76\n- Follow-up to AEP-78\n- Oracle tests (requires AEP-80)\n- AEP-82 documentation\n- Prices honour AEP-5\n",
    says: { 76: 'mentions', 78: 'mentions', 80: 'mentions', 82: 'mentions', 5: 'mentions' },
  },
  {
    rule: 'list: items below an item',
    text: 'This release adds:\n- AEP-76\n  - uses AEP-80\n  - AEP-5\n- Core:\n  - AEP-78\n',
    says: { 76: 'delivers', 80: 'mentions', 5: 'mentions', 78: 'delivers' },
  },
  {
    rule: 'list: the second sentence of an item',
    text: 'This release adds:\n- AEP-76. AEP-80 is older.\n',
    says: { 76: 'delivers', 80: 'mentions' },
  },
  { rule: 'list: no lead', text: 'Hello.\n\n- AEP-76\n', says: { 76: 'mentions' } },
  {
    rule: 'list: table',
    text: '## Included\n\n| AEP | Title |\n|---|---|\n| AEP-76 | Burn Mint Equilibrium |\n',
    says: { 76: 'delivers' },
  },
]
