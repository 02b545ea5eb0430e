import { type DataSource, formatInstant, type Upcoming, upcoming } from '@duban/application';
import type { ClocksAnswer } from './clocks.schema.js';

const SHOWN = 6;

/** What the first page tells of the record. No names of people or projects: nobody has signed in. */
export interface HomeFacts {
  readonly clocks: ClocksAnswer;
  readonly mode: 'sample' | 'production';
  readonly now: number;
  readonly programmes: number;
  readonly projects: number;
  readonly live: number;
  readonly overdue: number;
  readonly next: readonly Upcoming[];
}

/** Counts and the next instants at which something will happen by itself. */
export async function readHome(
  dataSource: DataSource,
  now: number,
): Promise<Omit<HomeFacts, 'clocks' | 'mode' | 'now'>> {
  const stamp = new Date(now).toISOString();
  const [counts]: { programmes: number; projects: number; live: number; overdue: number }[] = await dataSource.query(
    `SELECT (SELECT count(*) FROM programme) AS programmes,
            (SELECT count(*) FROM project WHERE state = 'launched') AS projects,
            count(*) FILTER (WHERE o.state <> 'planned') AS live,
            count(*) FILTER (WHERE o.due_at < $1 AND o.state IN ('open', 'received', 'returned')) AS overdue
     FROM obligation o WHERE o.ended_at IS NULL`,
    [stamp],
  );
  const next = await upcoming(dataSource, now, SHOWN);
  return { programmes: 0, projects: 0, live: 0, overdue: 0, ...counts, next };
}

/** The page until the web application comes: what this is, how it is, what comes next, where the API is described. */
export function homePage(facts: HomeFacts): string {
  const { clocks, mode, next } = facts;
  const state = clocks.running ? '运行正常，时钟在走' : `可以使用，但时钟没有运行：${clocks.reason ?? ''}`;
  const rows = next.map(({ at, what }) => `<tr><td>${shown(formatInstant(at))}</td><td>${inHtml(what)}</td></tr>`);
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>督办</title><style>
body{font:16px/1.7 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222}
h1{color:#a61b1b}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ddd;padding:.35rem .5rem;text-align:left}
.note{background:#fff7e6;border-left:4px solid #d48806;padding:.5rem 1rem}code{background:#f4f4f4;padding:0 .25rem}
</style></head><body>
<h1>督办</h1>
<p>项目化党建督导的督办引擎：把一年的重点任务列成清单，定到“1+3”责任人，到时间自动开启报告、提醒、催办、升级、下达整改，直到销号。</p>
<p${clocks.running ? '' : ' class="note"'}><strong>现在</strong>（${shown(formatInstant(facts.now))}）：${inHtml(state)}</p>
${mode === 'sample' ? '<p class="note">这是示例模式，数据均为虚构；示例账号见启动窗口，请勿录入真实信息。</p>' : ''}
<table><tr><th>专项</th><th>在办项目</th><th>在办事项</th><th>逾期事项</th></tr>
<tr><td>${facts.programmes}</td><td>${facts.projects}</td><td>${facts.live}</td><td>${facts.overdue}</td></tr></table>
<h2>接下来</h2>
${rows.length > 0 ? `<table>${rows.join('')}</table>` : '<p>暂无。导入台账并下达后，这里会列出接下来的轮次和提醒。</p>'}
<h2>接口</h2>
<ul><li><a href="/openapi.json">接口文档（OpenAPI）</a></li><li><a href="/readyz">运行状态</a></li></ul>
<p>登录：<code>POST /api/session</code>，内容 <code>{"login":"…","password":"…"}</code>。网页版随后提供。</p>
</body></html>
`;
}

const shown = (instant: string): string => instant.slice(0, 16).replace('T', ' ');

function inHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
