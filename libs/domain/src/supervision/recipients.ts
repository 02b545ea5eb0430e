import type { PostRelation } from './policy.js';

/** Who stands behind a notice: the post and the person who holds it when the notice is written. */
export interface Recipient {
  readonly post: PostRelation;
  readonly name: string | null;
}

/**
 * Turns the posts of a rung into recipients. A stage owed by the office has no handler or unit head: both mean the
 * office, once. A vacant post is shown with no name and the office is told too, once.
 * @param holder who holds a post of the project now, null when it is vacant
 */
export function recipientsOf(
  to: readonly PostRelation[],
  owedBy: 'unit' | 'office',
  holder: (post: PostRelation) => string | null,
): Recipient[] {
  const posts = to.map((post) =>
    owedBy === 'office' && (post === 'handler' || post === 'unit-head') ? 'office' : post,
  );
  const recipients = [...new Set(posts)].map((post): Recipient => ({ post, name: holder(post) }));
  const vacant = recipients.some(({ name }) => name === null);
  if (vacant && !recipients.some(({ post }) => post === 'office')) {
    recipients.push({ post: 'office', name: holder('office') });
  }
  return recipients;
}
