import { formatCount } from '../../domain/format-integer.ts'
import type { GroupWorks } from '../../domain/groups/group-works.ts'
import { Section } from '../../ui/page/Heading.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { GroupAepTable } from './GroupAepTable.tsx'
import { GroupProjects } from './GroupProjects.tsx'
import { GroupUpgradeTable } from './GroupUpgradeTable.tsx'

export interface GroupWorkSectionsProps {
  /** undefined while the chain is being read. */
  readonly works: GroupWorks | undefined
  /** Nothing of the chain is unread. */
  readonly isWhole: boolean
  readonly now: Date
}

/** Upgrades, AEPs and projects of a group, each with how it is tied to it. */
export function GroupWorkSections({ works, isWhole, now }: GroupWorkSectionsProps) {
  if (works === undefined) {
    return (
      <Section title="Upgrades">
        {/* Higher than a window, so that nothing on screen moves when they come. */}
        <Skeleton lines={60} label="its upgrades and AEPs" />
      </Section>
    )
  }
  const { upgrades, aeps, aepsByScope, projects } = works
  return (
    <>
      <Section title="Upgrades" aside={formatCount(upgrades.length, 'upgrade')}>
        {upgrades.length === 0 ? (
          <Nothing>
            {isWhole
              ? 'No upgrade is tied to it by text, minutes or record.'
              : 'None so far; not all of the chain is read.'}
          </Nothing>
        ) : (
          <GroupUpgradeTable upgrades={upgrades} now={now} />
        )}
      </Section>
      <Section title="AEPs" aside={formatCount(aeps.length, 'AEP')}>
        {aeps.length === 0 ? (
          <Nothing>
            {isWhole
              ? 'No AEP is tied to it by text, minutes or record.'
              : 'None so far; not all of the chain is read.'}
          </Nothing>
        ) : (
          <GroupAepTable label="AEPs tied to the group" aeps={aeps} isWhole={isWhole} />
        )}
      </Section>
      {aepsByScope.length > 0 && (
        <Section title="AEPs by scope alone" aside={formatCount(aepsByScope.length, 'AEP')}>
          <p className="mb-2 max-w-measure text-s text-ink-2">
            Nothing names the group with these. They lie in what it says it is for, which is how
            they are put to it here; those older than the group had no SIG in their time.
          </p>
          <GroupAepTable
            label="AEPs that only the scope covers"
            aeps={aepsByScope}
            isWhole={isWhole}
          />
        </Section>
      )}
      <Section title="Projects" aside={formatCount(projects.length, 'project')}>
        {projects.length === 0 ? (
          <Nothing>The community's list of projects gives it none.</Nothing>
        ) : (
          <GroupProjects projects={projects} />
        )}
      </Section>
    </>
  )
}

function Nothing({ children }: { readonly children: string }) {
  return <p className="border-t border-rule pt-2 text-s text-ink-2">{children}</p>
}
