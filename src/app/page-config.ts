import * as z from 'zod/mini'

/**
 * What whoever serves this page wants it to start with: a JSON data block in index.html (`#skylight-config`). The local
 * server fills it for `npm start -- --rpc …`; other hosts may edit it by hand. An empty block is the default.
 */
const PageConfigSchema = z.object({
  /** A network of `src/data/networks.ts`, by id. */
  network: z.optional(z.string()),
  /** Endpoints to use instead of the network's. `url` may be a path on this host; `name` is what people read. */
  endpoints: z.optional(
    z.array(z.object({ url: z.string().check(z.minLength(1)), name: z.string() })),
  ),
  /** A clock that stands still, for recordings (RFC 3339). */
  now: z.optional(z.string()),
  /** `hash` for hosts that cannot send every path to index.html. */
  history: z.optional(z.enum(['browser', 'hash'])),
})

export type PageConfig = z.infer<typeof PageConfigSchema>

/** Reads the block. A block that is no valid config is reported and treated as empty, so that the page still opens. */
export function parsePageConfig(text: string | null): {
  readonly config: PageConfig
  readonly problem: string | undefined
} {
  if (text === null || text.trim() === '') return { config: {}, problem: undefined }
  try {
    const parsed = PageConfigSchema.safeParse(JSON.parse(text))
    if (parsed.success) return { config: parsed.data, problem: undefined }
    return { config: {}, problem: 'The configuration in this page is not of the known form.' }
  } catch {
    return { config: {}, problem: 'The configuration in this page is not valid JSON.' }
  }
}
