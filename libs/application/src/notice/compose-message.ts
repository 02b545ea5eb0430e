import { digestOf, type MessageAct } from '@duban/domain';
import type { Outgoing, OutgoingLine } from '@duban/persistence';
import { type Channel, type DeliverySettings, noticeUrl, type OutgoingMessage } from './channel.js';
import { actionInChinese, subjectOf } from './compose.js';
import { PRESS_RUNG } from './press.js';
import { RETURNED_RUNG } from './returned.js';

/** Reminders and presses ask for something; once it is done, handed in or put off, they say nothing any more. */
const ASKING = ['remind', 'press'];

/**
 * The message as its channel sends it, made when it is sent: from the address as it is then, without what has been
 * overtaken or passed to a successor meanwhile. A fault of one message is that message's end and holds up no other.
 * @returns the move to make instead, when there is nothing to send
 */
export function composeMessage(
  outgoing: Outgoing,
  channel: Channel,
  { publicUrl }: DeliverySettings,
): OutgoingMessage | { readonly act: MessageAct; readonly reason: string } {
  if (outgoing.address === null) {
    return { act: 'drop', reason: '收件人没有登记地址，或已选择不用此渠道接收；通知仍在系统内' };
  }
  if (!channel.accepts(outgoing.address)) {
    return { act: 'bury', reason: '收件人的地址不合规范，请更正后重发' };
  }
  const theirs = outgoing.lines.filter(({ handedOver }) => !handedOver);
  if (theirs.length === 0) return { act: 'drop', reason: '发送前岗位已移交，通知已转给接任者' };
  const lines = theirs.filter(({ action, overtaken }) => !(overtaken && ASKING.includes(action)));
  if (lines.length === 0) return { act: 'drop', reason: '发送前事项已报送、办结、中止或改期，不再提醒' };
  try {
    const digest = digestOf(
      lines.map((line) => ({ title: outwardTitle(line), url: noticeUrl(publicUrl, line.noticeSeq) })),
      noticeUrl(publicUrl),
    );
    return { key: outgoing.digestKey, address: outgoing.address, digest };
  } catch (error) {
    return { act: 'bury', reason: `消息内容无法生成：${error instanceof Error ? error.message : String(error)}` };
  }
}

/** A press by hand and a return carry what somebody typed: inside the application only. */
const TYPED = [PRESS_RUNG, RETURNED_RUNG];

function outwardTitle({ rungKey, title, action, projectTitle, periodKey }: OutgoingLine): string {
  if (!TYPED.includes(rungKey)) return title;
  return `【${actionInChinese(action)}】${subjectOf(projectTitle, '', periodKey)}`;
}
