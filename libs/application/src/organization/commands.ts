import { DomainError, type Instant } from '@duban/domain';
import { type Actor, appoint, personNamed, writeHistory } from '@duban/persistence';
import type { DataSource } from 'typeorm';

/**
 * Puts somebody on a post of the organization from now on, for every project tied to it; null leaves it vacant. Notices
 * from now on go to the new holder, those written stay with whom they were written to.
 * @param version the row version of the post, as the person saw it
 * @returns how many projects are tied to the post
 * @throws DomainError NOT_FOUND, STALE_VERSION with the present holder
 */
export async function appointToPost(
  dataSource: DataSource,
  actor: Actor,
  postId: number,
  name: string | null,
  now: Instant,
  version?: number,
): Promise<{ readonly projects: number }> {
  return dataSource.transaction(async (manager) => {
    const posts: { id: number; title: string; version: number }[] = await manager.query(
      'SELECT id, title, version FROM post WHERE id = $1 FOR UPDATE',
      [postId],
    );
    const [post] = posts;
    if (!post) throw new DomainError('NOT_FOUND', '没有这个岗位');
    const before: { name: string }[] = await manager.query(
      'SELECT p.name FROM appointment a JOIN person p ON p.id = a.person_id WHERE a.post_id = $1 AND a.held_to IS NULL',
      [postId],
    );
    if (version !== undefined && version !== post.version) {
      throw new DomainError('STALE_VERSION', '这个岗位刚有人任免，请按现在的任职重新操作', {
        present: { version: post.version, holder: before[0]?.name ?? null },
      });
    }
    await manager.query('UPDATE post SET version = version + 1 WHERE id = $1', [postId]);
    await appoint(manager, postId, name === null ? null : await personNamed(manager, name), now);
    const tied: { id: number; programme_id: number }[] = await manager.query(
      'SELECT p.id, p.programme_id FROM project p JOIN linkage l ON l.project_id = p.id WHERE l.post_id = $1 ORDER BY p.id',
      [postId],
    );
    const data = { postId, post: post.title, name, before: before[0]?.name ?? null };
    const entries = tied.map(({ id, programme_id }) => ({ projectId: id, programmeId: programme_id }));
    await writeHistory(
      manager,
      (entries.length > 0 ? entries : [{}]).map((about) => ({ ...about, at: now, act: 'appoint', actor, data })),
    );
    return { projects: tied.length };
  });
}
