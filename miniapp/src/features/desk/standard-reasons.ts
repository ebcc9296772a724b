import type { CaseView } from 'shared/claim/case-view';
import type { ClaimKind } from 'shared/claim/claim.schema';
import type { DeskAction } from 'shared/claim/desk-actions';

/** Sentences that the desk writes every day. A colleague reads them; those of a refusal are read by the family. */
const REGISTER_REASONS = {
  clear: ['事故经过清楚，材料齐全。', '责任明确，属于保障范围。'],
  disputed: ['事故原因需要进一步核实。', '伤情和报案内容对不上，需要核实。', '是否属于保障范围有争议。'],
} as const;

const ASSESS_REASONS: Readonly<Record<ClaimKind, readonly string[]>> = {
  medical: ['发票、清单和病历相符，按规则计算。', '已扣除医保和别处报销的部分，按规则计算。'],
  allowance: ['出院小结上的住院日子清楚，按天数计算。'],
  disability: ['鉴定意见书明确，按鉴定等级计算。'],
  death: ['死亡证明和关系证明齐全，按规则计算。'],
  illness: ['诊断证明明确，属于条款列明的疾病。'],
};

const RETURN_REASONS: Readonly<Record<ClaimKind, readonly string[]>> = {
  medical: ['发票金额和清单对不上，请核对后重新录入。', '缺医保结算单，请补齐后再审。'],
  allowance: ['住院的日子和出院小结不一致，请核对。'],
  disability: ['伤残等级和鉴定意见书不一致，请核对。', '鉴定意见书看不清，请重新拍照。'],
  death: ['缺死亡证明，请补齐后再审。', '缺关系证明，请补齐后再审。'],
  illness: ['诊断和条款列明的疾病对不上，请核对。', '缺病理或检查报告，请补齐后再审。'],
};

/** Plain words, without blame: the family reads them as they stand. Source: domain R16. */
const REFUSE_REASONS = [
  '出事那天不在保障期内，这次不能赔。',
  '受伤不是意外引起的，不在保障范围内。',
  '扣除已报销和自己先承担的部分后，没有剩余的费用可赔。',
] as const;

export const REFUSED_PART_REASONS = [
  '不属于条款说的医疗费用。',
  '这份保单不保这一项。',
  '这笔费用别处已经报销过。',
] as const;

export const EX_GRATIA_REASONS = ['家庭确有困难，酌情补助。', '材料难以补齐，情况属实，酌情补助。'] as const;

const RESUME_REASONS = {
  papersAsked: ['家属把缺的材料送来了。', '家属说补不齐，按现有材料办。'],
  investigating: ['情况已核实，和报案相符。', '情况已核实，和报案有出入，按核实的办。'],
} as const;

const VOTE_REASONS = {
  pay: ['属于保障范围，应当赔付。', '证据不足以拒赔，应当赔付。'],
  refuse: ['不属于保障范围，不应赔付。', '证据表明不是意外。'],
} as const;

const GREEN_REASONS = ['家庭生活困难，急需用钱。', '重伤住院，急需医药费。', '身故案件，优先办理。'] as const;

/** What was chosen beside the reason. */
interface Chosen {
  readonly complexity: 'clear' | 'disputed' | undefined;
  readonly choice: 'pay' | 'refuse' | undefined;
}

/** One-tap reasons of a step, for this case and what was chosen with it. */
export const standardReasons = (action: DeskAction, open: CaseView, chosen: Chosen): readonly string[] => {
  switch (action) {
    case 'register':
      return chosen.complexity === undefined ? [] : REGISTER_REASONS[chosen.complexity];
    case 'resume':
      return open.state === 'investigating' ? RESUME_REASONS.investigating : RESUME_REASONS.papersAsked;
    case 'assess':
      return ASSESS_REASONS[open.kind];
    case 'askPapers':
      return ['现有材料还算不出金额。', '现有材料还看不出事情经过。'];
    case 'allowNotice':
      return ['家属交来的材料里又发现缺项。', '案情有新变化，确需再补一次。'];
    case 'investigate':
      return ['事故经过需要到现场核实。', '需要向医院或派出所核实。'];
    case 'proposeAdvance':
      return ['这一部分已经能确定，先付给家属。'];
    case 'return':
      return RETURN_REASONS[open.kind];
    case 'refuse':
      return REFUSE_REASONS;
    case 'markGreen':
      return GREEN_REASONS;
    case 'openPanel':
      return ['是否属于保障范围有不同意见。', '身故保障还没有本人确认。'];
    case 'vote':
      return chosen.choice === undefined ? [] : VOTE_REASONS[chosen.choice];
    case 'agree':
      return ['家属在电话里同意这个金额。', '家属签了书面确认。'];
    case 'reopen':
      return ['家属补来了新的证据。', '复查发现金额算少了。'];
    case 'accept':
    case 'approve':
    case 'approveAdvance':
      return [];
  }
};
