import { answerDecision, rateClaim, sendPapers } from '../../../shared/claim/answer-decision.contracts';
import type { AssessmentFacts } from '../../../shared/claim/assessment.schema';
import {
  allowSecondNotice,
  approveAdvance,
  approveClaim,
  askPapers,
  assessClaim,
  investigateClaim,
  markGreenChannel,
  openPanel,
  proposeAdvance,
  registerClaim,
  resumeCase,
  acceptClaim,
  votePanel,
} from '../../../shared/claim/move-case.contracts';
import { openCase } from '../../../shared/claim/open-case.contract';
import { listPayouts, recordPayoutResult, sendPayout } from '../../../shared/payout/payout.contracts';
import {
  APPROVER,
  CASHIER,
  HANDLER,
  PANELISTS,
  SECOND_HANDLER,
  SUPERVISOR,
} from '../../../shared/testing/cast';
import { chinaDayOf } from '../../../shared/time/china-day';
import { coveredFamilies, filedClaim, uploadPhotos } from '../../_tools/testing/claims';
import { newFamily } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { COLLECTIONS } from '../../_stores/stores';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** Everything that somebody wrote freely in this test. */
const written: string[] = [];
const writes = (text: string): string => {
  written.push(text);
  return text;
};

/** Facts in which every free field is filled in. */
const factsOf = (turn: string): AssessmentFacts => ({
  benefits: [
    {
      kind: 'medical',
      invoices: [
        {
          label: writes(`${turn}协和医院肿瘤科发票`),
          number: writes(`3504${String(written.length)}9912`),
          day: chinaDayOf(stage.cloud.clock.now()),
          amountFen: 300_000,
          eligibleFen: 250_000,
          paidByOthersFen: 0,
          note: writes(`${turn}靶向药不在目录`),
        },
      ],
      afterSocialInsurance: true,
    },
    {
      kind: 'disability',
      injuries: [{ code: writes('9.8.7.6'), part: writes(`${turn}左膝十字韧带断裂`), grade: 10 }],
      ratedOn: chinaDayOf(stage.cloud.clock.now()),
      inTreatment: false,
    },
  ],
  refused: [
    { what: writes(`${turn}旧疾理疗`), reason: writes(`${turn}与跌倒无关`), clause: writes('第九条之八') },
  ],
  exGratia: [{ label: writes(`${turn}陪护补助`), amountFen: 1_000, reason: writes(`${turn}孤身一人`) }],
});

/** All documents of all collections, as they lie in the database. */
const everythingStored = async (): Promise<string> => {
  const { database } = stage.workshop.ports;
  const names = Object.values(COLLECTIONS).map(({ name }) => name);
  const all = await Promise.all(names.map((name) => database.find(name, { where: {}, limit: 1000 })));
  return JSON.stringify(all);
};

it('keeps nothing readable of what anybody wrote about a claim, from the report to the rating', async () => {
  const family = newFamily();
  const [policyId = ''] = await coveredFamilies(stage, family);
  const claimId = await filedClaim(stage, family, policyId, {
    place: writes('溪头水库东坝'),
    description: writes('踩空滚下石阶'),
    cause: 'farmWork',
  });
  let version = 1;
  const step = () => ({ requestId: requestIdForTest(), claimId, version });
  const moves = async (moved: Promise<{ case: { version: number } }>) => {
    version = (await moved).case.version;
  };
  const changes = async (changed: Promise<unknown>) => {
    await changed;
    version = (await stage.workshop.read.claims.get(claimId))?.version ?? 0;
  };
  const handler = HANDLER.openid;
  await moves(stage.ask(acceptClaim, step(), handler));
  await moves(
    stage.ask(registerClaim, { ...step(), complexity: 'disputed', reason: writes('邻居说法不一') }, handler),
  );
  await moves(stage.ask(markGreenChannel, { ...step(), reason: writes('家有卧床老母') }, handler));
  const asked = {
    papers: ['invoice' as const],
    others: [writes('放疗科的会诊单')],
    reason: writes('缺会诊依据'),
  };
  await moves(stage.ask(askPapers, { ...step(), ...asked }, handler));
  await moves(stage.ask(allowSecondNotice, { ...step(), reason: writes('村医刚补开') }, SUPERVISOR.openid));
  const uploads = await uploadPhotos(stage, family.openid, 2);
  const photos = uploads.map((fileId, place) => ({ fileId, place }));
  await changes(stage.ask(sendPapers, { requestId: requestIdForTest(), claimId, photos }, family.openid));
  await moves(stage.ask(investigateClaim, { ...step(), reason: writes('去镇卫生院查档') }, handler));
  await moves(stage.ask(resumeCase, { ...step(), reason: writes('档案与口述相符') }, handler));
  await moves(
    stage.ask(proposeAdvance, { ...step(), facts: factsOf('预付'), reason: writes('先付住院押金') }, handler),
  );
  await moves(stage.ask(approveAdvance, step(), APPROVER.openid));
  await moves(
    stage.ask(assessClaim, { ...step(), facts: factsOf('核定'), reason: writes('按出院小结核定') }, handler),
  );
  await moves(stage.ask(openPanel, { ...step(), reason: writes('伤情与病史难分') }, handler));
  for (const [index, { openid }] of PANELISTS.slice(0, 2).entries()) {
    const reason = writes(`第${String(index)}位认为是外伤`);
    await moves(stage.ask(votePanel, { ...step(), choice: 'pay', reason }, openid));
  }
  await moves(stage.ask(approveClaim, step(), APPROVER.openid));
  const objection = { kind: 'object' as const, reason: writes('漏算了一次换药') };
  await changes(stage.ask(answerDecision, { ...step(), answer: objection }, family.openid));
  await moves(
    stage.ask(
      assessClaim,
      { ...step(), facts: factsOf('复核'), reason: writes('补上换药发票') },
      SECOND_HANDLER.openid,
    ),
  );
  await moves(stage.ask(approveClaim, step(), APPROVER.openid));
  await changes(stage.ask(answerDecision, { ...step(), answer: { kind: 'agree' } }, family.openid));
  const { payouts } = await stage.ask(listPayouts, {}, CASHIER.openid);
  const results = [
    { outcome: 'failed' as const, reason: writes('户名与存折不符') },
    { outcome: 'paid' as const, bankReference: 'BK-7788' },
  ];
  for (const { payoutId } of payouts)
    for (const result of results) {
      await stage.ask(sendPayout, { requestId: requestIdForTest(), payoutId }, CASHIER.openid);
      await stage.ask(
        recordPayoutResult,
        { requestId: requestIdForTest(), payoutId, result },
        CASHIER.openid,
      );
    }
  const stars = { requestId: requestIdForTest(), claimId, stars: 4, words: writes('小周跑了三趟卫生院') };
  await stage.ask(rateClaim, stars, family.openid);

  const text = await everythingStored();
  expect(text).toContain(claimId);
  expect(written.filter((words) => text.includes(words))).toEqual([]);
  expect(text).not.toContain('farmWork');

  const { case: seen } = await stage.ask(openCase, { claimId }, handler);
  expect(JSON.stringify(seen)).toContain('复核协和医院肿瘤科发票');
});
