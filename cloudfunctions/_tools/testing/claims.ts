import { encode } from 'jpeg-js';
import type { InputOf, OutputOf } from '../../../shared/contract/contract';
import type { AssessmentFacts } from '../../../shared/claim/assessment.schema';
import { answerDecision } from '../../../shared/claim/answer-decision.contracts';
import { fileClaim } from '../../../shared/claim/file-claim.contract';
import {
  acceptClaim,
  approveClaim,
  assessClaim,
  registerClaim,
} from '../../../shared/claim/move-case.contracts';
import type { StaffRole } from '../../../shared/identity/role';
import { APPROVER, HANDLER, PLACE, type CastHousehold } from '../../../shared/testing/cast';
import { addDays, chinaDayOf, startOfChinaDay } from '../../../shared/time/china-day';
import { deriveSecretId } from '../../_core/ids';
import { buysCover } from './families';
import { requestIdForTest, type Stage } from './stage';

/** What a phone writes into a photo, as small as it gets: an EXIF segment with a place in it. */
const EXIF = ((): Buffer => {
  const content = Buffer.from('Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0GPS 26.3567N 117.2018E', 'latin1');
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
})();

/** A small JPEG whose picture depends on the number, with EXIF as from a phone. */
export const jpegPhoto = (variant: number): Buffer => {
  const [width, height] = [24, 16];
  const data = Buffer.alloc(width * height * 4);
  for (let index = 0; index < data.length; index += 4) {
    data.writeUInt32BE((((variant * 2_654_435 + index * 7) % 0xffffff) * 256 + 0xff) >>> 0, index);
  }
  const plain = encode({ width, height, data }, 90).data;
  return Buffer.concat([plain.subarray(0, 2), EXIF, plain.subarray(2)]);
};

/**
 * Families that have been covered since the start of the stage's day; answers their policies. All buy before the clock
 * moves, because the payment library signs with the machine's time.
 */
export const coveredFamilies = async (
  stage: Stage,
  ...families: readonly CastHousehold[]
): Promise<string[]> => {
  const policies: string[] = [];
  for (const family of families) policies.push(await buysCover(stage, family));
  const tomorrow = addDays(chinaDayOf(stage.cloud.clock.now()), 1);
  await stage.cloud.clock.moveTo(startOfChinaDay(tomorrow) + 10 * 3_600_000);
  return policies;
};

let uploads = 0;
/** Uploads photos as a phone does and answers their ids. */
export const uploadPhotos = (stage: Stage, openid: string, count = 2): Promise<string[]> =>
  Promise.all(
    Array.from({ length: count }, () => {
      uploads += 1;
      return stage.upload(`photo-${String(uploads)}.jpg`, jpegPhoto(uploads), openid);
    }),
  );

type PayeeInput = InputOf<typeof fileClaim>['payees'][number];

/** Somebody with an account, as a family enters it. */
export const payeeOf = (holder: string, changes: Partial<PayeeInput> = {}): PayeeInput => ({
  relation: 'self',
  holder,
  number: '6222 0214 0200 1234 567',
  bank: '农业银行明溪县支行',
  weight: 1,
  proofPhoto: null,
  ...changes,
});

/** A report as a family sends it: the policyholder fell this morning. */
export const claimInput = async (
  stage: Stage,
  family: CastHousehold,
  policyId: string,
  changes: Partial<InputOf<typeof fileClaim>> = {},
): Promise<InputOf<typeof fileClaim>> => ({
  requestId: requestIdForTest(),
  policyId,
  personIndex: 0,
  kind: 'medical',
  cause: 'fall',
  accidentDay: chinaDayOf(stage.cloud.clock.now()),
  accidentTime: '08:30',
  place: '自家院子',
  description: '下楼梯踩空，右脚扭伤。',
  photos: await uploadPhotos(stage, family.openid),
  voice: null,
  payees: [payeeOf(family.name)],
  ...changes,
});

/** What the desk enters for one bill of which all is recognised. */
export const billsOf = (
  amountFen: number,
  paidByOthersFen: number,
  afterSocialInsurance = true,
): AssessmentFacts => ({
  benefits: [
    {
      kind: 'medical',
      invoices: [
        {
          label: '县医院住院发票',
          number: '',
          day: null,
          amountFen,
          eligibleFen: amountFen,
          paidByOthersFen,
          note: '',
        },
      ],
      afterSocialInsurance,
    },
  ],
  refused: [],
  exGratia: [],
});

/** A disability of one part of the body. */
export const gradeOf = (grade: number, ratedOn: string): AssessmentFacts => ({
  benefits: [
    {
      kind: 'disability',
      injuries: [{ code: '7.1.1', part: '右手食指缺失', grade }],
      ratedOn,
      inTreatment: false,
    },
  ],
  refused: [],
  exGratia: [],
});

/** The bills of the product's own example: 2,304.45 of 3,860.50. */
export const EXAMPLE_BILLS: AssessmentFacts = billsOf(386_050, 120_000);

type Case = OutputOf<typeof acceptClaim>['case'];

const step = ({ claimId, version }: Pick<Case, 'claimId' | 'version'>) => ({
  requestId: requestIdForTest(),
  claimId,
  version,
});

/** Files a claim and answers its id. */
export const filedClaim = async (
  stage: Stage,
  family: CastHousehold,
  policyId: string,
  changes: Partial<InputOf<typeof fileClaim>> = {},
): Promise<string> => {
  const { claim } = await stage.ask(
    fileClaim,
    await claimInput(stage, family, policyId, changes),
    family.openid,
  );
  return claim.claimId;
};

/** A handler accepts and registers a reported claim. */
export const registeredCase = async (stage: Stage, claimId: string): Promise<Case> => {
  const accepted = await stage.ask(acceptClaim, step({ claimId, version: 1 }), HANDLER.openid);
  const registered = await stage.ask(
    registerClaim,
    { ...step(accepted.case), complexity: 'clear', reason: '材料齐全，事实清楚' },
    HANDLER.openid,
  );
  return registered.case;
};

/** A handler accepts, registers and assesses a reported claim. */
export const assessedCase = async (
  stage: Stage,
  claimId: string,
  facts: AssessmentFacts = EXAMPLE_BILLS,
  assessor: string = HANDLER.openid,
): Promise<Case> => {
  const registered = await registeredCase(stage, claimId);
  const assessed = await stage.ask(
    assessClaim,
    { ...step(registered), facts, reason: '按发票和医保结算单核定' },
    assessor,
  );
  return assessed.case;
};

/** The whole way to an approval. */
export const approvedCase = async (
  stage: Stage,
  claimId: string,
  facts: AssessmentFacts = EXAMPLE_BILLS,
): Promise<Case> => {
  const assessed = await assessedCase(stage, claimId, facts);
  const approved = await stage.ask(approveClaim, step(assessed), APPROVER.openid);
  return approved.case;
};

/** The whole way to payments: approved, and the family agrees. */
export const agreedClaim = async (
  stage: Stage,
  family: CastHousehold,
  claimId: string,
  facts: AssessmentFacts = EXAMPLE_BILLS,
): Promise<void> => {
  const { version } = await approvedCase(stage, claimId, facts);
  const input = { requestId: requestIdForTest(), claimId, version, answer: { kind: 'agree' as const } };
  await stage.ask(answerDecision, input, family.openid);
};

/** Gives somebody roles of staff, on the demo's county unless told otherwise. */
export const hires = (
  stage: Stage,
  openid: string,
  roles: readonly StaffRole[],
  regionCode: string = PLACE.county,
  limitFen: number | null = null,
): Promise<void> =>
  stage.workshop.write((tx) =>
    tx.staff.put({
      id: deriveSecretId(stage.workshop.vault, 'stf', openid),
      name: '同事',
      openid,
      phone: '13860709999',
      grants: roles.map((role) => ({ role, regionCode, since: 0, until: null, limitFen })),
    }),
  );
