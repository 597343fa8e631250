import { describeGroupStatus, formatGroupStatus } from '../../domain/groups/describe-group.ts'
import type { Group } from '../../domain/registry/group.ts'
import { Icon, type IconName } from '../Icon.tsx'
import { Pill, type PillTone } from '../page/Pill.tsx'

const LOOKS: Readonly<
  Record<Group['status'], { readonly tone: PillTone; readonly icon: IconName }>
> = {
  active: { tone: 'good', icon: 'check' },
  dormant: { tone: 'warn', icon: 'moon' },
  archived: { tone: 'plain', icon: 'close' },
  'listed-only': { tone: 'plain', icon: 'info' },
}

/** Whether a group meets, by word, sign and colour. */
export function GroupStatusMark({ status }: { readonly status: Group['status'] }) {
  const { tone, icon } = LOOKS[status]
  return (
    <Pill tone={tone} title={describeGroupStatus(status)}>
      <Icon name={icon} />
      {formatGroupStatus(status)}
    </Pill>
  )
}
