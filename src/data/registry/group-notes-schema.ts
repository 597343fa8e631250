import * as z from 'zod/mini'

const text = z.string().check(z.minLength(1))

/** What the folders of the community's repository do not say of a group, in our words. */
const GroupNoteSchema = z.strictObject({
  id: text,
  /** Where its page's title would be misleading, or there is no page. */
  name: z.optional(text),
  scope: z.optional(text),
  /** Other names it goes by, in texts and lists. */
  aliases: z.optional(z.array(text)),
  related: z.optional(z.array(text)),
  note: z.optional(text),
  /** It was closed, and why we say so; it stays on record without a folder. */
  archived: z.optional(text),
})

/** `group-notes.json`, which people write and `registry:sync` reads. */
export const GroupNotesFileSchema = z.strictObject({
  groups: z.array(GroupNoteSchema),
  /** Names of leads as some pages misspell them, and as others write them. */
  people: z.record(text, text),
})

export type GroupNote = z.infer<typeof GroupNoteSchema>
export type GroupNotesFile = z.infer<typeof GroupNotesFileSchema>
