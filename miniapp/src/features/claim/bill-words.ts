import type { StatementPart } from 'shared/claim/assessment.schema';
import { formatYuan } from 'shared/money/fen';

interface BenefitWords {
  name: string;
  /** The formula in words. */
  formula: string;
  /** What is left afterwards. */
  left: (fen: string) => string;
}

/** Each benefit in the family's words. */
export const BENEFIT_WORDS: Readonly<Record<StatementPart['benefit'], BenefitWords>> = {
  medical: {
    name: '医疗费',
    formula: '发票里能赔的金额，减去别处已报销的，减去自己先承担的，剩下的按比例赔。',
    left: (fen) => `这次赔完，全家医疗还能赔 ${fen} 元。`,
  },
  allowance: {
    name: '住院补贴',
    formula: '每天补的钱，乘以能补的天数。',
    left: (fen) => `这次赔完，这一年的住院补贴还能赔 ${fen} 元。`,
  },
  disability: {
    name: '伤残',
    formula: '本人的意外保额，乘以伤残等级的比例，减去以前为同一处赔过的。',
    left: (fen) => `这次赔完，本人的意外保额还剩 ${fen} 元。`,
  },
  death: {
    name: '身故',
    formula: '本人的意外保额，减去以前为伤残赔过的。',
    left: (fen) => `这次赔完，本人的意外保额还剩 ${fen} 元。`,
  },
  illness: {
    name: '重大疾病',
    formula: '确诊条款里列的病，按本人的疾病保额赔。',
    left: (fen) => `这次赔完，本人的疾病保额还剩 ${fen} 元。`,
  },
};

/** `这次赔完，全家医疗还能赔 9,695.55 元。` */
export const leftWords = ({ benefit, leftFen }: Pick<StatementPart, 'benefit' | 'leftFen'>): string =>
  BENEFIT_WORDS[benefit].left(formatYuan(leftFen));
