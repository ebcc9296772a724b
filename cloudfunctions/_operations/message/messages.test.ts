import { listMyMessages } from '../../../shared/message/list-my-messages.contract';
import type { Message } from '../../../shared/message/message.schema';
import { readMessage } from '../../../shared/message/read-message.contract';
import { ZHANG, WANG } from '../../../shared/testing/cast';
import type { Workshop } from '../../_core/operation';
import type { SubscribeMessage, SubscribeOutcome } from '../../_core/ports/subscribe-messages';
import { setStage, type Stage } from '../../_tools/testing/stage';
import { composeMessage } from './compose-message';
import { sendMessages } from './send-messages';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

let news = 0;
/** Puts a message into the outbox. */
const post = async (changes: Partial<Message> = {}): Promise<string> => {
  news += 1;
  const message: Message = {
    ...composeMessage({
      kind: 'claimProgress',
      about: [`test-${String(news)}`],
      openid: WANG.openid,
      title: '收到您的报案',
      body: '王建国的报案收到了。',
      page: 'packages/claim/pages/progress/progress?claimId=clm_x',
      fields: {
        character_string1: String(news),
        phrase2: '已报案',
        time3: '2026年6月12日 09:30',
        thing4: '收到',
      },
      at: stage.cloud.clock.now() + news,
    }),
    ...changes,
  };
  await stage.workshop.write((tx) => tx.messages.create(message));
  return message.id;
};
const stored = async (id: string): Promise<Message> => {
  const message = await stage.workshop.read.messages.get(id);
  if (!message) throw new Error('no message');
  return message;
};

/** WeChat as a run meets it: answers in turn, the last one for ever; remembers what it was handed. */
const wechat = (...answers: (SubscribeOutcome | Error)[]) => {
  const handed: SubscribeMessage[] = [];
  const workshop: Workshop = {
    ...stage.workshop,
    ports: {
      ...stage.workshop.ports,
      messages: {
        templateIds: {},
        send: async (message) => {
          const answer = answers[Math.min(handed.length, answers.length - 1)] ?? { outcome: 'sent' };
          handed.push(message);
          if (answer instanceof Error) throw answer;
          return answer;
        },
      },
    },
  };
  return { workshop, handed };
};
const SENT: SubscribeOutcome = { outcome: 'sent' };
const FAILED: SubscribeOutcome = { outcome: 'failed', reason: 'busy' };

describe('sendMessages', () => {
  it('hands each waiting message to WeChat once, oldest first, and leaves the inbox alone ones', async () => {
    const first = await post();
    const quiet = await post({ delivery: 'none', fields: null });
    const second = await post();
    const { workshop, handed } = wechat(SENT);
    expect(await sendMessages(workshop)).toEqual({ sent: 2, ended: 0, waiting: 0, unknown: 0 });
    expect(handed.map((message) => message.data.character_string1)).toEqual(['1', '3']);
    expect(handed[0]).toMatchObject({ openid: WANG.openid, template: 'claimProgress' });
    expect(await stored(first)).toMatchObject({ delivery: 'sent', attempts: 1 });
    expect((await stored(second)).deliveredAt).not.toBeNull();
    expect(await stored(quiet)).toMatchObject({ delivery: 'none', attempts: 0 });
    await sendMessages(workshop);
    expect(handed).toHaveLength(2);
  });

  it('sends once though two runs meet', async () => {
    await post();
    const { workshop, handed } = wechat(SENT);
    await Promise.all([sendMessages(workshop), sendMessages(workshop)]);
    expect(handed).toHaveLength(1);
  });

  it.each(['refused', 'rejected'] as const)('tries again no message that was %s', async (outcome) => {
    const id = await post();
    const { workshop, handed } = wechat(outcome === 'refused' ? { outcome } : { outcome, reason: '47003' });
    expect(await sendMessages(workshop)).toMatchObject({ sent: 0, ended: 1 });
    await sendMessages(workshop);
    expect(handed).toHaveLength(1);
    expect(await stored(id)).toMatchObject({ delivery: outcome, deliveredAt: null });
  });

  it('tries again what WeChat did not take, five times in all', async () => {
    const id = await post();
    const { workshop, handed } = wechat(FAILED);
    for (let run = 0; run < 4; run += 1) expect(await sendMessages(workshop)).toMatchObject({ waiting: 1 });
    expect(await sendMessages(workshop)).toMatchObject({ ended: 1 });
    await sendMessages(workshop);
    expect(handed).toHaveLength(5);
    expect(await stored(id)).toMatchObject({ delivery: 'failed', attempts: 5 });

    const lucky = await post();
    const mended = wechat(FAILED, SENT);
    await sendMessages(mended.workshop);
    await sendMessages(mended.workshop);
    expect(await stored(lucky)).toMatchObject({ delivery: 'sent', attempts: 2 });
  });

  it('never repeats what a run that died may have sent; the inbox has it', async () => {
    const id = await post();
    const dying = wechat(new Error('the function died'));
    await expect(sendMessages(dying.workshop)).rejects.toThrow('the function died');
    expect(await stored(id)).toMatchObject({ delivery: 'sending' });
    const { workshop, handed } = wechat(SENT);
    expect(await sendMessages(workshop)).toMatchObject({ unknown: 0 });
    await stage.cloud.clock.moveTo(stage.cloud.clock.now() + 11 * 60_000);
    expect(await sendMessages(workshop)).toMatchObject({ unknown: 1 });
    expect(handed).toEqual([]);
    expect(await stored(id)).toMatchObject({ delivery: 'unknown' });
  });

  it('keeps a message read that was read while it was being sent', async () => {
    const id = await post();
    const { workshop } = wechat(SENT);
    const send = workshop.ports.messages.send.bind(workshop.ports.messages);
    const reading: Workshop = {
      ...workshop,
      ports: {
        ...workshop.ports,
        messages: {
          templateIds: {},
          send: async (message) => {
            await stage.ask(readMessage, { messageId: id }, WANG.openid);
            return send(message);
          },
        },
      },
    };
    await sendMessages(reading);
    expect((await stored(id)).readAt).not.toBeNull();
    expect(await stored(id)).toMatchObject({ delivery: 'sent' });
  });
});

describe('the inbox', () => {
  it('shows the newest first, to its own reader alone', async () => {
    const { messages } = await stage.ask(listMyMessages, {}, WANG.openid);
    expect(messages.length).toBe(news);
    const times = messages.map((message) => message.createdAt);
    expect(times).toEqual([...times].sort((one, other) => other - one));
    expect(messages[0]?.page).toBe('/packages/claim/pages/progress/progress?claimId=clm_x');
    expect((await stage.ask(listMyMessages, {}, ZHANG.openid)).messages).toEqual([]);
  });

  it('marks the first reading, and looks like none to others', async () => {
    const id = await post();
    await stage.ask(readMessage, { messageId: id }, WANG.openid);
    const { readAt } = await stored(id);
    await stage.cloud.clock.moveTo(stage.cloud.clock.now() + 60_000);
    await stage.ask(readMessage, { messageId: id }, WANG.openid);
    expect((await stored(id)).readAt).toBe(readAt);
    const reply = await stage.call(readMessage, { messageId: id }, ZHANG.openid);
    expect(reply).toMatchObject({ ok: false, error: { code: 'MESSAGE_NOT_FOUND' } });
  });

  it('keeps its text sealed in the database', async () => {
    const id = await post();
    const document = JSON.stringify(await stage.workshop.ports.database.get('messages', id));
    expect(document).not.toContain('王建国');
  });
});
