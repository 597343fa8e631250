import { Link } from '@tanstack/react-router'
import { shortenMiddle } from '../../domain/format-shortened.ts'
import type { NamedValidator } from '../../queries/account-validators.ts'

export interface MemberNameProps {
  /** Consensus address in hex. */
  readonly address: string
  readonly names: ReadonlyMap<string, NamedValidator>
}

/** A member of the validator set by its name where it is bonded today, by its key's address where not. */
export function MemberName({ address, names }: MemberNameProps) {
  const validator = names.get(address)
  if (validator === undefined) {
    return (
      <span className="font-mono text-[0.92em]" title={address}>
        {shortenMiddle(address, 8, 6)}
      </span>
    )
  }
  return (
    <Link to="/accounts/$address" params={{ address: validator.operatorAddress }} search={{}}>
      <bdi dir="ltr" className="chain-text">
        {validator.label}
      </bdi>
    </Link>
  )
}
