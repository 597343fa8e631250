import { createContext } from 'react'

/** What stands before the name of every page in tabs and histories, such as `Demo`; nothing where it is empty. */
export const TitleMark = createContext('')
