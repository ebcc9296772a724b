import { readBankCard } from '../../../shared/household/read-card.contracts';
import { WANG } from '../../../shared/testing/cast';
import { setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
beforeAll(async () => {
  // WeChat's open API is only there for a deployed function.
  stage = await setStage({ functions: true });
});
afterAll(() => stage.close());

const NUMBER = '6222021402001234563';
const photoOf = async (card: string): Promise<Buffer> => {
  const answer = await fetch(`${stage.cloud.url}/_local/wechat/cards/${card}`);
  return Buffer.from(await answer.arrayBuffer());
};
const uploaded = async (name: string, card: string): Promise<string> =>
  stage.upload(name, await photoOf(card), WANG.openid);

describe('a photo of a bank card', () => {
  it('gives the number, and is not kept', async () => {
    const fileId = await uploaded('bank.png', `bankcard.png?number=${NUMBER}`);
    expect(await stage.ask(readBankCard, { fileId }, WANG.openid)).toEqual({ number: NUMBER });
    expect(await stage.workshop.ports.files.read(fileId)).toBeUndefined();
  });

  it('is deleted as well when it shows another card, and the family is told what to do', async () => {
    const card = new URLSearchParams({
      name: '王建国',
      id: '350421197903151234',
      addr: '坪埠村 1 号',
      gender: '男',
      nationality: '汉',
    });
    const fileId = await uploaded('id.png', `idcard.png?${card.toString()}`);
    expect(await stage.call(readBankCard, { fileId }, WANG.openid)).toMatchObject({
      error: { code: 'BANK_CARD_UNREADABLE', message: expect.stringContaining('手填') as string },
    });
    expect(await stage.workshop.ports.files.read(fileId)).toBeUndefined();
  });

  it('is told what it is when it is no photo, and deleted', async () => {
    const fileId = await stage.workshop.ports.files.write('claims-inbox/b.pdf', Buffer.from('%PDF-1.7 ...'));
    expect(await stage.call(readBankCard, { fileId }, WANG.openid)).toMatchObject({
      error: { code: 'PHOTO_NOT_IMAGE', message: expect.stringContaining('PDF') as string },
    });
    expect(await stage.workshop.ports.files.read(fileId)).toBeUndefined();
  });
});
