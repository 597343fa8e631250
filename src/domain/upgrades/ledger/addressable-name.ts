/** Whether an address of this site can carry the name: browsers drop a path's empty part, `.` and `..`. */
export function isAddressableName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..'
}
