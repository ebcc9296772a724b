import { deathCapOn } from '../household/minors-cap';
import { formatYuan, sumOf } from '../money/fen';
import { covered, shareLeftOf, type AnsweringPolicy, type ClaimedPerson } from './answering-policy';
import type { FactsOf, StatementPart } from './assessment.schema';
import { limitedBy, line, partOf } from './statement-part';

/**
 * What one policy pays for an accidental death: the person's share less what disability already took of it. For a minor
 * all insurers together, our earlier policies among them, stay below the law's cap of the day of death.
 * Source: domain R3, R6, R27.
 */
export const deathPart = (
  policy: AnsweringPolicy,
  { diedOn, paidByOtherInsurersFen }: FactsOf<'death'>,
  { birthDay }: Pick<ClaimedPerson, 'birthDay'>,
  earlier: readonly StatementPart[],
): StatementPart => {
  const { accidentShareFen: shareFen } = policy.left;
  const shareLeftFen = shareLeftOf(policy.left);
  const usedFen = shareFen - shareLeftFen;
  const cap = deathCapOn(birthDay, diedOn);
  const elsewhereFen = paidByOtherInsurersFen + sumOf(earlier.map(({ totalFen }) => totalFen));
  const capLeftFen = cap && Math.max(0, cap.capFen - elsewhereFen);
  const totalFen = Math.min(shareLeftFen, capLeftFen ?? shareLeftFen);
  const share = `本人的意外保额 ${formatYuan(shareFen)}`;
  return partOf(policy, {
    benefit: 'death',
    lines: [
      line('plus', '本人的意外保额', shareFen),
      ...(usedFen > 0 ? [line('minus', '保额里之前用掉的（已赔的伤残）', usedFen)] : []),
      ...(cap && capLeftFen !== undefined
        ? [
            line(
              'limit',
              `${cap.who}的孩子，各家公司合计最多赔 ${formatYuan(cap.capFen)}（未成年人身故限额），还能赔`,
              capLeftFen,
              elsewhereFen > 0 ? `别的公司和前面的保单赔 ${formatYuan(elsewhereFen)}` : undefined,
            ),
          ]
        : []),
    ],
    formula:
      (usedFen > 0 ? `${share} − 之前用掉的 ${formatYuan(usedFen)} = ${formatYuan(shareLeftFen)}` : share) +
      limitedBy(shareLeftFen, '未成年人身故限额只剩', capLeftFen ?? shareLeftFen),
    clause: covered(policy.coverage.accident).clause,
    totalFen,
    draws: 'accidentShare',
    leftFen: shareLeftFen - totalFen,
  });
};
