/** What a specialist can learn of a claim that the specialist helped to file: its number and how far it is. Source: domain R29, R40. */
import { listAssistances, openAssistance } from '../shared/assistance/assistance.contracts';
import { assessmentFacts, statement } from '../shared/claim/assessment.schema';
import { claim } from '../shared/claim/claim.schema';
import { ACCESS_TABLE } from '../shared/identity/access-table';
import { getStaffHome } from '../shared/report/get-staff-home.contract';
import { SPECIALIST, WANG } from '../shared/testing/cast';
import { chinaDayOf } from '../shared/time/china-day';
import { z } from '../shared/zod';
import { toJSONSchema } from '../shared/zod-json-schema';
import { operationList } from './registries';
import { agreedClaim, coveredFamilies, EXAMPLE_BILLS, filedClaim, payeeOf } from './_tools/testing/claims';
import { requestIdForTest, setStage, type Stage } from './_tools/testing/stage';

/** Every name of a field anywhere in a schema. */
const namesIn = (shape: unknown): string[] =>
  shape === null || typeof shape !== 'object'
    ? []
    : Object.entries(shape).flatMap(([key, inner]: [string, unknown]) =>
        key === 'properties' && inner !== null && typeof inner === 'object'
          ? [...Object.keys(inner), ...Object.values(inner).flatMap(namesIn)]
          : namesIn(inner),
      );
const fieldsOf = (schema: z.ZodMiniType): Set<string> =>
  new Set(namesIn(toJSONSchema(schema, { io: 'output', unrepresentable: 'any' })));

/** Names that stand for something else in what staff see: a policy's number, a link's code, whose child somebody is. */
const ORDINARY = new Set(['policyNumber', 'planName', 'policyId', 'relation', 'code', 'kind', 'reason']);

/** Everything that is said of accounts, papers, invoices, injuries, diseases and statements, by the records' own names. */
const { payees: payeeList, papers: paperList, notices } = claim.shape;
const SECRET = [payeeList, paperList, notices, assessmentFacts, statement]
  .flatMap((schema) => [...fieldsOf(schema)])
  .filter((name) => !ORDINARY.has(name));
/** What the specialist filled in and the family may have changed since; and what else a claim holds. */
const TOLD = ['place', 'description', 'cause', 'payees', 'photos', 'voice', 'facts', 'maskedNumber'];

const secretsOf = (schema: z.ZodMiniType, told: readonly string[] = TOLD): string[] =>
  [...fieldsOf(schema)].filter((name) => SECRET.includes(name) || told.includes(name));

describe('no field of an account, a paper or an illness', () => {
  const forSpecialists = operationList().filter(
    ({ function: name, roles }) => name === 'staff' || roles.includes('specialist'),
  );
  it.each(forSpecialists.map((operation) => [operation.name, operation] as const))(
    'leaves %s',
    (_name, { output }) => {
      expect(secretsOf(output)).toEqual([]);
    },
  );

  it.each(
    operationList()
      .filter(({ name }) => name.endsWith('Assistance') || name.endsWith('Assistances'))
      .map((operation) => [operation.name, operation] as const),
  )('is asked or answered by %s, whoever calls', (_name, { input, output }) => {
    expect(secretsOf(input, [])).toEqual([]);
    expect(secretsOf(output, [])).toEqual([]);
    expect([...fieldsOf(output)].filter((name) => name.endsWith('Fen'))).toEqual([]);
  });

  it('would escape this walk, however deep it lies', () => {
    expect(SECRET).toEqual(
      expect.arrayContaining(['holder', 'bank', 'sha256', 'disease', 'invoices', 'totalFen']),
    );
    const planted = z.strictObject({
      rows: z.array(z.union([z.strictObject({ claim: z.nullable(z.strictObject({ bank: z.string() })) })])),
    });
    expect(secretsOf(planted)).toEqual(['bank']);
    expect(forSpecialists.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['findFamily', 'openAssistance', 'listAssistances', 'getStaffHome']),
    );
  });
});

const topFieldsOf = (name: string): string[] => {
  const input = operationList().find((operation) => operation.name === name)?.input;
  const { properties = {} } = input ? toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) : {};
  return Object.keys(properties);
};

/** Every text and number of a record that could give something away. */
const valuesIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.length >= 2 ? [value] : [];
  if (typeof value === 'number') return value >= 1000 ? [String(value)] : [];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(valuesIn) : [];
};

describe('the specialist who opened it', () => {
  let stage: Stage;
  let claimId: string;
  beforeAll(async () => {
    stage = await setStage();
    const [policyId = ''] = await coveredFamilies(stage, WANG);
    const { number = '' } = (await stage.workshop.read.policies.get(policyId)) ?? {};
    const { assistance } = await stage.ask(
      openAssistance,
      {
        requestId: requestIdForTest(),
        policyNumber: number,
        personIndex: 0,
        kind: 'medical',
        cause: 'fall',
        accidentDay: chinaDayOf(stage.cloud.clock.now()),
        accidentTime: '08:30',
        place: '自家院子',
        description: '从梯子上摔下来。',
      },
      SPECIALIST.openid,
    );
    claimId = await filedClaim(stage, WANG, policyId, {
      assistanceId: assistance.assistanceId,
      place: '镇上的工地',
      description: '从脚手架上摔下来，腰椎骨折。',
      payees: [payeeOf(WANG.name)],
    });
    await agreedClaim(stage, WANG, claimId, EXAMPLE_BILLS);
  });
  afterAll(() => stage.close());

  /** What an operation answers the specialist for this claim: all its fields are filled in that somebody could know. */
  const tried = async (name: string): Promise<string> => {
    const known: Readonly<Record<string, unknown>> = {
      claimId,
      requestId: requestIdForTest(),
      version: 1,
      reason: '想看一看',
      answer: { kind: 'agree' },
      photos: [{ fileId: 'cloud://test.test/claims-inbox/one.jpg', place: null }],
      payee: 0,
      number: '6222021402007654321',
      bank: '农业银行',
      stars: 5,
      words: '想看一看这件',
      about: { kind: 'claim', claimId },
      phone: null,
    };
    const fields = topFieldsOf(name).filter((field) => field in known);
    const input = Object.fromEntries(fields.map((field) => [field, known[field]]));
    const reply = await stage.callRaw(name, input, SPECIALIST.openid);
    return reply.ok ? JSON.stringify(reply.data) : reply.error.code;
  };

  it('is told its number and how far it is', async () => {
    const stored = await stage.workshop.read.claims.get(claimId);
    const { assistances } = await stage.ask(listAssistances, {}, SPECIALIST.openid);
    expect(assistances).toMatchObject([
      { standing: 'confirmed', claim: { claimNumber: stored?.number, stateText: '正在办理' } },
    ]);
  });

  it('can neither open it nor its papers nor its statement', async () => {
    const byClaim = operationList().filter(({ name }) => topFieldsOf(name).includes('claimId'));
    const familys = byClaim.filter(({ roles }) => (roles as readonly string[]).includes('member'));
    expect(familys.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['getMyClaim', 'sendPapers', 'answerDecision', 'withdrawClaim']),
    );
    expect(await tried('complain')).toBe('CLAIM_NOT_FOUND');
    for (const { name } of familys) expect([name, await tried(name)]).toEqual([name, 'CLAIM_NOT_FOUND']);
    const others = operationList().filter(
      ({ roles }) => !roles.includes('member') && !roles.includes('specialist'),
    );
    expect(others.map(({ name }) => name)).toEqual(expect.arrayContaining(['openCase', 'listPayouts']));
    for (const { name } of others) expect([name, await tried(name)]).toEqual([name, 'FORBIDDEN']);
  });

  it('finds nothing of accounts, papers, words or amounts in whatever any operation answers', async () => {
    const stored = await stage.workshop.read.claims.get(claimId);
    if (!stored?.statement || !stored.facts) throw new Error('not decided');
    const { payees, papers, facts, place, description } = stored;
    const secrets = [
      ...valuesIn({ accounts: payees.map(({ account }) => account), papers, place, description }),
      ...valuesIn(facts.benefits.map((benefit) => (benefit.kind === 'medical' ? benefit.invoices : []))),
      String(stored.statement.totalFen),
      ...stored.statement.parts.map(({ formula }) => formula),
    ].filter((secret) => secret !== String(papers[0]?.at));
    expect(secrets).toEqual(expect.arrayContaining(['6222021402001234567', '镇上的工地', '230445']));
    const heard = (await Promise.all(Object.keys(ACCESS_TABLE).map((name) => tried(name)))).join('\n');
    const home = JSON.stringify(await stage.ask(getStaffHome, {}, SPECIALIST.openid));
    expect(heard).toContain(stored.number);
    expect(secrets.filter((secret) => `${heard}${home}`.includes(secret))).toEqual([]);
  });
});
