import type { DeskAction } from 'shared/claim/desk-actions';

interface StepWords {
  /** On the button that begins it. */
  readonly name: string;
  /** What it does, in the list of further steps and at the head of its sheet. */
  readonly note: string;
  /** Once it is done. */
  readonly done: string;
}

/** Every step of the desk in words. */
export const STEP_WORDS: Readonly<Record<DeskAction, StepWords>> = {
  accept: { name: '受理', note: '这件案子由您经办', done: '已受理。接着核对材料，登记立案。' },
  register: {
    name: '登记立案',
    note: '记下事实清不清楚，家属会收到答复期限',
    done: '已立案，家属会收到答复期限。接着录入事实。',
  },
  resume: { name: '继续办理', note: '材料来了，或者核实有了结果', done: '已继续办理，期限接着算。' },
  assess: {
    name: '提交审核',
    note: '金额由规则算出，交另一位同事批准',
    done: '已提交审核，等另一位同事批准。',
  },
  askPapers: {
    name: '请家属补材料',
    note: '缺的一次问全，只能问一次；等材料的时候期限暂停',
    done: '已通知家属补材料，期限从现在起暂停。',
  },
  investigate: {
    name: '开始调查',
    note: '到现场或向别的单位核实，期限照常走',
    done: '已转入调查，期限照常走。',
  },
  proposeAdvance: {
    name: '先付一部分（预付）',
    note: '已经能确定的部分先付，其余接着办',
    done: '已提出预付，等另一位同事批准。',
  },
  approve: {
    name: '批准赔付',
    note: '批准后请家属确认，家属同意了再打款',
    done: '已批准，等家属确认。家属同意后转给出纳打款。',
  },
  return: { name: '退回经办人', note: '请经办人改了再交', done: '已退回经办人重新审核。' },
  refuse: {
    name: '不予赔付',
    note: '家属会收到原因，可以提异议',
    done: '已作出不予赔付的决定，家属会收到原因。',
  },
  approveAdvance: { name: '批准预付', note: '批准后马上转给出纳打款', done: '已批准预付，转给出纳打款。' },
  markGreen: { name: '优先办理', note: '排到最前面，要写原因', done: '已改，列表里的顺序跟着变了。' },
  openPanel: {
    name: '请合议',
    note: '三位同事表态，两票相同就有结果；结果出来前不能决定',
    done: '已请合议，成员会在列表里看到。',
  },
  vote: { name: '表态', note: '每人一票，写明理由，不能改', done: '已记下您的意见。' },
  agree: { name: '记下家属同意', note: '家属在电话里或书面同意的', done: '已记下家属同意，转给出纳打款。' },
  allowNotice: {
    name: '同意再补一次材料',
    note: '同意后，经办人可以再通知家属一次',
    done: '已同意，经办人可以再通知家属一次。',
  },
  reopen: { name: '重新打开', note: '已经结束的案子再办一次', done: '已重新打开，等经办人审核。' },
};

/** The steps that lead on; the first that is allowed is the page's one primary button, the rest are further steps. */
const WAY_ON: readonly DeskAction[] = [
  'accept',
  'register',
  'resume',
  'assess',
  'approve',
  'vote',
  'approveAdvance',
  'agree',
  'refuse',
];

/** The one step that leads on from here; undefined when it is somebody else's. */
export const wayOn = (actions: readonly DeskAction[]): DeskAction | undefined =>
  WAY_ON.find((action) => actions.includes(action));

/** Every other step that is allowed. */
export const furtherSteps = (actions: readonly DeskAction[]): DeskAction[] =>
  actions.filter((action) => action !== wayOn(actions));
