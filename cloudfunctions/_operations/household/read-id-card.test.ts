import { readIdCard } from '../../../shared/household/read-card.contracts';
import { WANG } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
beforeAll(async () => {
  // WeChat's open API is only there for a deployed function.
  stage = await setStage({ functions: true });
});
afterAll(() => stage.close());

const photoOfCard = async (name: string, id: string): Promise<Buffer> => {
  const card = new URLSearchParams({
    name,
    id,
    addr: '福建省明溪县坪埠村 1 号',
    gender: '男',
    nationality: '汉',
  });
  const answer = await fetch(`${stage.cloud.url}/_local/wechat/cards/idcard.png?${card.toString()}`);
  return Buffer.from(await answer.arrayBuffer());
};

describe('a photo of an ID card', () => {
  const idNumber = idNumberFor('1979-03-15', 11);

  it('gives name and number, and is not kept', async () => {
    const fileId = await stage.upload('card.png', await photoOfCard('王建国', idNumber), WANG.openid);
    expect(await stage.ask(readIdCard, { fileId }, WANG.openid)).toEqual({ name: '王建国', idNumber });
    expect(await stage.workshop.ports.files.read(fileId)).toBeUndefined();
  });

  it.each([
    ['a name spaced out as it is printed', ['王　建 国', idNumber], { name: '王建国', idNumber }],
    ['a small x', ['王建国', '35042119790315004x'], { name: '王建国', idNumber: '35042119790315004X' }],
    ['no name', ['', idNumber], { name: '', idNumber }],
    ['no number', ['买买提•吐尔逊', ' '], { name: '买买提·吐尔逊', idNumber: '' }],
  ])('of which WeChat reads %s gives what there is', async (_what, [name = '', id = ''], read) => {
    const fileId = await stage.upload('card.png', await photoOfCard(name, id), WANG.openid);
    expect(await stage.ask(readIdCard, { fileId }, WANG.openid)).toEqual(read);
  });

  it('of which WeChat reads neither name nor number is unreadable', async () => {
    const fileId = await stage.upload('card.png', await photoOfCard(' ', ''), WANG.openid);
    expect(await stage.call(readIdCard, { fileId }, WANG.openid)).toMatchObject({
      error: { code: 'CARD_UNREADABLE' },
    });
  });

  it('is deleted as well when nothing can be read in it, and the family is told what to do', async () => {
    const blank = await fetch(
      `${stage.cloud.url}/_local/wechat/cards/bankcard.png?number=6222021402001234567`,
    );
    const fileId = await stage.upload('cat.png', Buffer.from(await blank.arrayBuffer()), WANG.openid);
    expect(await stage.call(readIdCard, { fileId }, WANG.openid)).toMatchObject({
      error: { code: 'CARD_UNREADABLE', message: expect.stringContaining('手填') as string },
    });
    expect(await stage.workshop.ports.files.read(fileId)).toBeUndefined();
  });

  it.each([
    ['no picture', Buffer.from('<script>alert(1)</script>'), 'PHOTO_NOT_IMAGE'],
    ['an empty file', Buffer.alloc(0), 'PHOTO_NOT_IMAGE'],
    ['21 MB', Buffer.alloc(21 * 1024 * 1024, 0xff), 'PHOTO_TOO_LARGE'],
  ])('is refused when it is %s, and deleted', async (_what, bytes, code) => {
    const fileId = await stage.workshop.ports.files.write('claims-inbox/card.png', bytes);
    expect(await stage.call(readIdCard, { fileId }, WANG.openid)).toMatchObject({ error: { code } });
    expect(await stage.workshop.ports.files.read(fileId)).toBeUndefined();
  });

  it('must lie in the inbox: nothing else is read or deleted', async () => {
    const kept = await stage.workshop.ports.files.write(
      'claims/kept.jpg',
      await photoOfCard('王建国', idNumber),
    );
    for (const fileId of [kept, 'cloud://x/claims-inbox/../claims/kept.jpg', 'nothing']) {
      expect(await stage.call(readIdCard, { fileId }, WANG.openid)).toMatchObject({
        error: { code: 'PHOTO_MISSING' },
      });
    }
    expect(await stage.workshop.ports.files.read(kept)).toBeDefined();
  });
});
