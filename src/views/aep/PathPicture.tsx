import type { ReactNode } from 'react'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatCount } from '../../domain/format-integer.ts'
import type { AepLink, LinkTarget } from '../../domain/link/link.ts'
import type { EvidenceClass } from '../../domain/registry/registry.ts'
import { EvidenceMark } from '../../ui/aep/EvidenceMark.tsx'
import { EvidencePopover } from '../../ui/aep/EvidencePopover.tsx'
import { ProposalNumberLink } from '../../ui/aep/ProposalNumberLink.tsx'
import { UpgradeNameLink } from '../../ui/aep/UpgradeNameLink.tsx'
import { HeightText } from '../../ui/text/HeightText.tsx'
import { type AepPath, formatStanding, type PathBranch, type PathEnd } from './compute-path.ts'
import { FactMark } from './FactMark.tsx'
import './path-picture.css'

export interface PathPictureProps {
  readonly aep: number
  /** Under the number: what its document says. */
  readonly status: ReactNode
  readonly path: AepPath
  /** Who tells of votes, plans and heights. */
  readonly basis: 'chain' | 'record'
}

/** AEP → vote → upgrade → height, drawn. A list to those who do not see it. */
export function PathPicture({ aep, status, path, basis }: PathPictureProps) {
  const { branches, mentions, undrawn } = path
  const drawn = [...branches.map(({ link }) => link), ...mentions.slice(0, MOST_MENTIONS)]
  const classes = [...new Set(drawn.flatMap(({ evidence }) => evidence[0]?.class ?? []))]
  return (
    <figure className="my-4">
      <div className="path">
        <Box label="AEP" name={`AEP-${aep}`}>
          {status}
        </Box>
        <ol className="path-branches" aria-label={`From AEP-${aep} to the chain`}>
          {branches.map((branch) => (
            <li key={branch.key} className="path-branch" data-line={branch.line}>
              <Branch branch={branch} aep={aep} basis={basis} />
            </li>
          ))}
          {mentions.length > 0 && (
            <li className="path-branch" data-line="dotted">
              <Mentions links={mentions} aep={aep} />
            </li>
          )}
        </ol>
      </div>
      <figcaption className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-3">
        <Legend classes={classes} basis={branches.length === 0 ? undefined : basis} />
        {undrawn > 0 && <span>{formatCount(undrawn, 'link')} more in the table below.</span>}
      </figcaption>
    </figure>
  )
}

const CLASS_WORDS: Readonly<Record<EvidenceClass, string>> = {
  explicit: 'a text or a field names it',
  documentary: 'a release note or minutes name it',
  curated: 'a reviewed row says so',
  charter: 'by what the group is for',
  date: 'a coincidence of days',
}

function Legend({
  classes,
  basis,
}: {
  readonly classes: readonly EvidenceClass[]
  /** undefined: nothing of it is drawn. */
  readonly basis: PathPictureProps['basis'] | undefined
}) {
  return (
    <>
      {classes.map((one) => (
        <span key={one}>
          <EvidenceMark class={one} /> {CLASS_WORDS[one]}
        </span>
      ))}
      {basis !== undefined && (
        <span>
          <FactMark basis={basis} />{' '}
          {basis === 'chain'
            ? 'read from the chain itself'
            : 'on record elsewhere, no node was asked'}
        </span>
      )}
    </>
  )
}

function Branch({
  branch: { link, verb, vote, end },
  aep,
  basis,
}: {
  readonly branch: PathBranch
  readonly aep: number
  readonly basis: PathPictureProps['basis']
}) {
  const { target, evidence } = link
  const first = (name: string) => (
    <Arrow verb={verb}>
      <EvidencePopover evidence={evidence} of={`AEP-${aep} ${verb} ${name}`} />
    </Arrow>
  )
  const fact = <FactMark basis={basis} />
  const last = (
    <li className="path-step">
      <Arrow>{fact}</Arrow>
      <EndBox end={end} />
    </li>
  )
  switch (target.kind) {
    case 'upgrade':
      return (
        <ol className="path-steps">
          {vote !== undefined && (
            <li className="path-step">
              {first(`proposal ${vote.id}`)}
              <Box label="Vote" name={<ProposalNumberLink id={vote.id} form="sign" />}>
                {vote.standing}
                {vote.endedOn !== undefined && <Day day={vote.endedOn} />}
              </Box>
            </li>
          )}
          <li className="path-step" data-span={vote === undefined ? 2 : 1}>
            {vote === undefined ? first(nameOf(target)) : <Arrow>{fact}</Arrow>}
            <Box label="Upgrade" name={<UpgradeNameLink name={target.name} limit={30} />}>
              {vote === undefined && 'no proposal known'}
            </Box>
          </li>
          {last}
        </ol>
      )
    case 'launch':
      return (
        <ol className="path-steps">
          <li className="path-step" data-span={2}>
            {first(target.displayName)}
            <Box label="Launch" name={target.displayName}>
              {target.chainId}, from a genesis file
            </Box>
          </li>
          {last}
        </ol>
      )
    case 'proposal':
      return (
        <ol className="path-steps">
          <li className="path-step" data-span={2}>
            {first(`proposal ${target.proposalId}`)}
            <Box label="Vote" name={<ProposalNumberLink id={target.proposalId} form="sign" />}>
              {formatStanding(target.standing)}
              {target.votingEndedOn !== undefined && <Day day={target.votingEndedOn} />}
            </Box>
          </li>
          {last}
        </ol>
      )
  }
}

const MOST_MENTIONS = 6

/** Texts that name it and do no more: one arrow for all of them. */
function Mentions({ links, aep }: { readonly links: readonly AepLink[]; readonly aep: number }) {
  const shown = links.slice(0, MOST_MENTIONS)
  const rest = links.length - shown.length
  return (
    <ol className="path-steps">
      <li className="path-step" data-span={3}>
        <Arrow verb="only mentioned in" />
        <div className="path-box" data-look="quiet">
          <ul className="flex flex-wrap gap-x-5 gap-y-1.5 text-s">
            {shown.map(({ target, evidence }) => (
              <li key={nameOf(target)} className="flex items-baseline gap-x-1.5">
                <span>
                  {target.kind === 'proposal' && <ProposalNumberLink id={target.proposalId} />}
                  {target.kind === 'upgrade' && <UpgradeNameLink name={target.name} limit={30} />}
                  {target.kind === 'launch' && target.displayName}
                </span>
                <EvidencePopover
                  evidence={evidence}
                  of={`AEP-${aep} mentioned in ${nameOf(target)}`}
                />
              </li>
            ))}
            {rest > 0 && <li className="text-ink-3">and {rest} more</li>}
          </ul>
        </div>
      </li>
    </ol>
  )
}

function nameOf(target: LinkTarget): string {
  switch (target.kind) {
    case 'upgrade':
      return sanitizeChainText(target.name)
    case 'launch':
      return target.displayName
    case 'proposal':
      return `proposal ${target.proposalId}`
  }
}

/** Without words, an arrow is one of the chain's own. */
function Arrow({ verb, children }: { readonly verb?: string; readonly children?: ReactNode }) {
  return (
    <div className="path-arrow">
      <span>{verb}</span>
      <span>{children}</span>
    </div>
  )
}

function Box({
  label,
  name,
  look,
  children,
}: {
  readonly label: string
  readonly name: ReactNode
  readonly look?: PathEnd['look']
  readonly children?: ReactNode
}) {
  return (
    <div className="path-box" data-look={look}>
      <small className="block text-xs text-ink-3">{label}</small>
      <b className="block text-l leading-tight font-semibold">{name}</b>
      {children !== undefined && <small className="block text-xs text-ink-2">{children}</small>}
    </div>
  )
}

function EndBox({ end: { label, height, day, look } }: { readonly end: PathEnd }) {
  if (height === undefined) {
    return (
      <Box label="Outcome" look={look} name={<span className="text-m">{label}</span>}>
        {day !== undefined && <time dateTime={day}>{day}</time>}
      </Box>
    )
  }
  return (
    <Box
      label={label}
      look={look}
      name={<HeightText height={height} href={look === 'ahead' ? false : undefined} />}
    >
      {day !== undefined && <time dateTime={day}>{day}</time>}
    </Box>
  )
}

function Day({ day }: { readonly day: string }) {
  return (
    <>
      , <time dateTime={day}>{day}</time>
    </>
  )
}
