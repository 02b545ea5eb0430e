/** The tables in which an import makes rows of its own. */
export const MADE_TABLES = ['organization', 'person', 'post', 'appointment', 'category', 'project'] as const;
export type MadeTable = (typeof MADE_TABLES)[number];

/** What an import made and what was there before, as far as undoing it needs. Plain JSON. */
export interface ImportTrace {
  readonly made: Record<MadeTable, number[]> & {
    /** The programme itself, when the import made it. */
    programme: number | null;
  };
  /** Rows of the projects it changed, of their linkages and milestones, as they were; as PostgreSQL's own JSON. */
  readonly before: { project: unknown[]; linkage: unknown[]; milestone: unknown[] };
  /** People whose telephone it set, with the number before and, since that is kept, the one it set. */
  readonly phones: { readonly id: number; readonly phone: string | null; readonly after?: string }[];
  /** Launched projects whose obligations went to another unit. */
  readonly moved: number[];
}

export function emptyTrace(): ImportTrace {
  return {
    made: { organization: [], person: [], post: [], appointment: [], category: [], project: [], programme: null },
    before: { project: [], linkage: [], milestone: [] },
    phones: [],
    moved: [],
  };
}
