/** The columns that an export adds of its own. An import passes over them: they are no words of the office. */
export const LIVE_COLUMNS = ['当前状态', '当前亮灯', '当前完成比例', '当前进展'] as const;
export type LiveWord = (typeof LIVE_COLUMNS)[number];

/** A row's notes without what an export had added. */
export function withoutLive(notes: Readonly<Record<string, string>>): Record<string, string> {
  const live: readonly string[] = LIVE_COLUMNS;
  return Object.fromEntries(Object.entries(notes).filter(([word]) => !live.includes(word)));
}
