/**
 * Every error the product can answer: what kind it is, what the user reads, whether trying again may help.
 * The text says what is wrong and how to mend it; internals never appear here.
 */

/** `notFound` also stands for "not yours": the two look the same from outside. */
export type ErrorCategory =
  'invalid' | 'unauthenticated' | 'forbidden' | 'notFound' | 'conflict' | 'rule' | 'upstream' | 'internal';

interface CatalogueEntry {
  readonly category: ErrorCategory;
  readonly text: string;
  readonly retryable: boolean;
}

const entry = (category: ErrorCategory, text: string, retryable = false): CatalogueEntry => ({
  category,
  text,
  retryable,
});

export const CATALOGUE = {
  INVALID_INPUT: entry('invalid', '有内容没有填对，请按提示改一下。'),
  FIELD_INVALID: entry('invalid', '这一项没有填对，请改一下。'),
  FIELD_REQUIRED: entry('invalid', '这一项还没有填。'),
  REQUEST_TOO_LARGE: entry('invalid', '一次提交的内容太多了，请减少一些再试。'),
  OPERATION_UNKNOWN: entry('invalid', '没有这项服务，请更新小程序后再试。'),
  FUNCTION_NOT_FOUND: entry('invalid', '没有这项服务，请更新小程序后再试。'),
  UNAUTHENTICATED: entry('unauthenticated', '没有认出您的微信身份，请重新打开小程序。', true),
  FORBIDDEN: entry('forbidden', '您的身份不能办理这一项。'),
  REQUEST_ID_REUSED: entry('conflict', '这次提交和上一次的内容不一样，请返回后重新提交。'),
  BUSY: entry('conflict', '同时办理的人较多，请稍等几秒再试。', true),
  VERSION_CHANGED: entry('conflict', '这件案子刚被别人改过，请刷新后再办。'),
  NETWORK: entry('upstream', '网络不通，请检查网络后再试。', true),
  BAD_RESPONSE: entry('upstream', '服务返回的内容看不懂，请更新小程序后再试。'),
  TIMEOUT: entry('upstream', '等得太久没有回音，请再试一次。', true),
  INTERNAL: entry('internal', '系统出了点问题，我们已记下。请稍后再试。', true),
  UPSTREAM_UNAVAILABLE: entry('upstream', '微信那边暂时没有回应，请稍后再试。', true),

  REFERRAL_NOT_FOUND: entry('notFound', '这个链接已失效，请向村里的服务专员要一个新的。'),
  REGION_NOT_FOUND: entry('notFound', '没有找到这个地区。'),
  PLAN_UNKNOWN: entry('notFound', '没有找到这个方案，请返回重新选择。'),
  PLAN_CHANGED: entry('conflict', '方案内容有更新，请重新看一遍再买。'),
  PRICE_CHANGED: entry('conflict', '价格和方案不一致，请返回重新选择方案。'),
  NAME_INVALID: entry('invalid', '姓名请写身份证上的中文名（2 到 30 个字）。'),
  ID_NUMBER_WRONG: entry('invalid', '身份证号不对，请对照身份证再核对一遍。'),
  BIRTH_CERTIFICATE_WRONG: entry('invalid', '出生医学证明编号是 1 个字母加 9 位数字，请对照证明核对。'),
  BIRTH_CERTIFICATE_OUTGROWN: entry('rule', '满 1 岁要用身份证号参保，户口本上有。'),
  ID_NUMBER_REPEATED: entry('invalid', '这个证件号前面已经填过了，请核对号码，或删掉重复的一位。'),
  MEMBER_TOO_YOUNG: entry('rule', '保障开始那天年纪还不够，够了再来参保。'),
  MEMBER_TOO_OLD: entry('rule', '保障开始那天超过了能参保的年纪，请不选这位家人，或打客服电话问别的保障。'),
  MEMBER_WRONG_SEX: entry('rule', '这份保障不保这个性别的家人，请不选这位家人，或换一个方案。'),
  TOO_MANY_COPIES: entry('rule', '超过了这份保障每人能买的份数，请把份数改少。'),
  MEMBER_ALREADY_INSURED: entry('rule', '这位家人在这段时间已有同一保障，不用重复买，请不选这位家人。'),
  TOO_MANY_TRIES: entry('rule', '今天核对的次数太多了，请明天再试，或打客服电话。'),
  HOLDER_MISSING: entry('rule', '请把您自己也列进来，并且只列一次。'),
  HOLDER_IS_MINOR: entry('rule', '投保人要年满 18 岁，请由成年家人来买。'),
  RELATION_INVALID: entry('rule', '这个关系不能一起参保，只收夫妻、子女和未成年的孙辈。'),
  NO_INSURABLE_INTEREST: entry('rule', '这位家人已成年，请他用自己的微信来买。'),
  MINOR_COVER_EXCEEDED: entry('rule', '孩子的身故保额超过了国家的上限，请先不保这个孩子，或选保额低的方案。'),
  TOO_MANY_MEMBERS: entry('rule', '人数超过了这个方案的上限，请减少几位，或打客服电话。'),
  CONFIRMATION_MISSING: entry('rule', '条款还没有逐项看完并确认。'),
  SIGNATURE_MISSING: entry('rule', '成年家人要本人签名。'),
  SIGNATURE_INVALID: entry('invalid', '签名太短了，请写全名。'),
  BANK_CARD_UNREADABLE: entry(
    'invalid',
    '没看清卡号。请把银行卡有号码的一面放平、拍满画面再试，或者直接手填。',
  ),
  CARD_UNREADABLE: entry('invalid', '没看清身份证。请把有头像的一面放平、拍满画面再试，或者直接手填。'),
  HOUSEHOLD_NOT_FOUND: entry('notFound', '还没有记住的家人，买过一次才有。'),
  CONSENT_LINK_WRONG: entry('notFound', '这个确认链接不对或改动过，请让家人重新发一次。'),
  CONSENT_LINK_EXPIRED: entry('rule', '这个确认链接已过期，请让家人重新发一次。'),
  CONSENT_OVER: entry('rule', '这笔已经办完或取消了，不用再确认。'),
  CONSENT_GIVEN: entry('conflict', '已经答复过了，不用再确认一次。'),
  CONSENT_CHANGED: entry('conflict', '要确认的内容有更新，请重新打开看一遍。'),
  CONSENT_PERSON_WRONG: entry('invalid', '姓名或证件号后 4 位对不上，请核对。'),
  CONSENT_OWN_WECHAT: entry(
    'forbidden',
    '投保人不能代替确认，请把链接发给他本人（孩子发给父母），用自己的微信打开。',
  ),
  CONSENT_OTHER_WECHAT: entry('forbidden', '这个微信已替另一位成年家人确认过。请他用自己的微信打开。'),
  CONSENT_NO_REFUSAL: entry('rule', '不同意不用在这里点，不确认就行。有疑问请打客服电话。'),
  PHONE_INVALID: entry('invalid', '手机号不对，请写 11 位手机号。'),

  ORDER_NOT_FOUND: entry('notFound', '没有找到这笔订单。'),
  ORDER_CLOSED: entry('rule', '这笔订单已关闭，请重新提交。'),
  PAYMENT_REFUSED: entry('upstream', '微信支付没有受理这笔订单，请稍后再试或打客服电话。'),
  POLICY_NOT_FOUND: entry('notFound', '没有找到这份保单。'),
  RENEWAL_TOO_EARLY: entry('rule', '还没到续保的时间，到时候会提醒您。'),
  RENEWAL_OVER: entry('rule', '这份保单续保的时间过了，请重新买一份。'),
  RENEWAL_LINK_WRONG: entry('notFound', '这个续保链接不对，请家人重新发一个。'),
  RENEWED_ALREADY: entry('rule', '这份保单已经续好了，不用再付。'),
  POLICY_OVER: entry('rule', '这份保单已经结束，不能再办这一项。'),
  POLICY_CHANGED: entry('conflict', '这份保单刚刚有变动，请打开保单再看一遍，然后重新办。'),
  CANCEL_HAS_CLAIM: entry('rule', '这份保单有正在办理或已赔过的理赔，不能退保。'),
  CANCEL_BY_PHONE: entry('rule', '这份保单要由出钱的单位来退，请打客服电话。'),
  REFUND_CHANGED: entry('conflict', '能退的金额变了，请再看一遍再退。'),
  COVER_STARTED: entry('rule', '保障已经开始，不能自己改了，请打客服电话。'),
  NOTHING_TO_CORRECT: entry('invalid', '姓名和证件号都没有变，不用改。'),
  CORRECTION_OTHER_PERSON: entry('rule', '姓名和证件号都变了，像是换了一个人。要换人，请先退保，再重新买。'),
  CHILD_HAS_CLAIM: entry('rule', '这个孩子报过案，证件号要和案子一起改，请打客服电话，我们帮您改。'),
  CORRECTION_BY_PHONE: entry('rule', '这个证件号现在改不了，请打客服电话，我们帮您核对。'),

  NEWBORN_NOT_ADMITTED: entry('rule', '这个方案中途不能加人，续保时可以加进来。'),
  NOT_A_NEWBORN: entry('rule', '中途只能加保单开始以后出生的孩子，别的家人续保时再加。'),
  ADD_HAS_CLAIM: entry('rule', '有身故或伤残理赔正在办理或已赔过，现在不能加人，免得每人的份额变动。'),
  DELIVERY_RECORDED: entry('conflict', '这份保单已经登记送达了，不用再登记。'),

  CLAIM_NOT_FOUND: entry('notFound', '没有找到这件理赔。'),
  NOT_DECIDED: entry('rule', '还没有决定。批准或者不予赔付以后，这里才有通知书。'),
  CLAIM_STATE_WRONG: entry('rule', '这件理赔现在不能这样办，请刷新看看进度。'),
  NOT_COVERED_THAT_DAY: entry('rule', '出事那天不在保障期内，请核对日期。'),
  KIND_NOT_COVERED: entry('rule', '这份保障不保这一种，请换一份保障来报，或打客服电话。'),
  ACCIDENT_IN_FUTURE: entry('invalid', '出事时间不能晚于现在。'),
  ACCIDENT_BEFORE_BIRTH: entry('invalid', '出事的日子比这位家人的出生日还早，请核对。'),
  PERSON_NOT_INSURED: entry('rule', '这位家人不在这份保单里。'),
  CLAIM_ALREADY_FILED: entry('conflict', '这次意外已经报过案了，请在“理赔”里查看进度。'),
  PHOTO_NOT_IMAGE: entry('invalid', '这个文件不是照片，请重新拍一张。'),
  PHOTO_TOO_LARGE: entry('invalid', '照片太大，请换一张 20 MB 以内的。'),
  VOICE_NOT_AUDIO: entry('invalid', '这段录音打不开，请重新录一段，或者写几句。'),
  VOICE_TOO_LONG: entry('invalid', '录音最长 1 分钟，请重新录一段短一点的。'),
  VOICE_MISSING: entry('invalid', '录音没有传上来，请重新录一段，或者写几句。'),
  PHOTO_MISSING: entry('invalid', '照片没有传上来，请重新添加。'),
  ACCOUNT_INVALID: entry('invalid', '银行卡号不对，请写 12 到 19 位数字。'),
  ACCOUNT_NAME_WRONG: entry('rule', '户名要是收款人本人：成年人写自己，孩子写父母。'),
  AMOUNT_INVALID: entry('invalid', '金额不对，请写不超过一百万、最多两位小数的数。'),
  PAYEES_WRONG: entry('rule', '收款人没有填对，请按提示改一下。'),
  DESCRIPTION_MISSING: entry('invalid', '请写几句经过，或者录一段话。'),
  TOO_MANY_PHOTOS: entry('rule', '材料太多了，一件理赔最多 60 张照片。要补充请打客服电话。'),
  ASSISTANCE_NOT_FOUND: entry(
    'notFound',
    '没有找到这份报案。请用家里买保险的那个微信打开，或请专员重新发一次。',
  ),
  ASSISTANCE_OVER: entry('rule', '这份代填的报案已经结束，不能再用了。您可以自己报案，或请专员重新填一次。'),
  ASSISTANCE_CONFIRMED: entry('conflict', '这份报案已经发出去了，请在“理赔”里看进度。'),
  COMPLAINT_NOT_FOUND: entry('notFound', '没有找到这件投诉。'),
  COMPLAINT_OPEN: entry('conflict', '这件事的投诉正在办，请等答复。着急可以打客服电话。'),
  TOO_MANY_COMPLAINTS: entry('rule', '这件事已经投诉过 5 次了，请打客服电话，我们当面说清楚。'),
  COMPLAINT_ANSWERED: entry('conflict', '这件投诉已经答复过了，请刷新看看。'),
  COMPLAINT_OWN_WORK: entry('forbidden', '这件投诉说的是您经手的案子，要由另一位主管答复。'),
  FACTS_WRONG: entry('invalid', '核定的内容有没填对的地方，请按提示改。'),
  NOTHING_ASKED: entry('invalid', '至少选一样缺的材料。'),
  SECOND_NOTICE: entry('rule', '缺的材料只能一次问全。要再问一次，请主管写明原因同意。'),
  REVIEW_BY_ANOTHER: entry('forbidden', '家属对您的审核有异议，要由另一位同事复核。'),
  PANEL_AWAITED: entry('rule', '这件案子要先合议，合议有结果才能决定。'),
  PANEL_SAYS_OTHERWISE: entry('rule', '合议的结果和这个决定不一样，请按合议结果办。'),
  PANEL_OPEN: entry('conflict', '这件案子已经在合议了。'),
  PANEL_NOT_OPEN: entry('rule', '这件案子现在没有在合议。'),
  VOTED_ALREADY: entry('conflict', '您已经表过态了。'),
  OVER_LIMIT: entry('forbidden', '金额超过了您能批准的上限，请额度更高的同事来批。'),
  BELOW_ORDERED: entry('rule', '核定的金额比已经付出的少，请核对，或请主管处理。'),
  ADVANCE_MADE: entry('conflict', '这件案子已经办过预付了。'),
  ADVANCE_NOT_PROPOSED: entry('rule', '这件案子没有等着批准的预付。'),
  OBJECTED_ALREADY: entry('rule', '异议只能提一次。还有不同意见，可以投诉，或者打客服电话。'),
  REOPEN_TOO_LATE: entry('rule', '办结超过两年了，请打客服电话，我们帮您看看。'),
  RATED_ALREADY: entry('conflict', '您已经评过了，谢谢。'),
  OWN_HOUSEHOLD: entry('forbidden', '这是您自己家的案子，请同事来办。'),
  OWN_ASSESSMENT: entry('forbidden', '自己审核的案子要由另一位同事批准。'),
  DECISION_CHANGED: entry('conflict', '可用额度变了，金额要重新核算，请退回经办人。'),
  PAYOUT_NOT_FOUND: entry('notFound', '没有找到这笔赔款。'),
  PAYOUT_STATE_WRONG: entry('rule', '这笔赔款已经登记过结果了。'),
  DIFFERENCE_NOT_FOUND: entry('notFound', '没有找到这笔对账差异。'),
  DIFFERENCE_CLOSED: entry('rule', '这笔差异已经了结了，请刷新看看。'),
  ROSTER_NOT_FOUND: entry('notFound', '没有找到这份名单。'),
  ROSTER_STATE_WRONG: entry('rule', '这份名单现在不能这样办，请刷新看看。'),
  ROSTER_SHARE_WRONG: entry('rule', '出资金额要大于 0，不超过方案的价格。'),
  ROSTER_START_WRONG: entry('invalid', '开始日期要在今天之后一年以内。'),
  ROSTER_FILE_MISSING: entry('invalid', '文件没有传上来，请重新选择。'),
  ROSTER_FILE_UNREADABLE: entry('invalid', '这个文件读不了，请用模板填写后再传。'),
  ROSTER_COLUMNS_MISSING: entry('invalid', '表格里缺少必需的列，请对照模板补上。'),
  ROSTER_EMPTY: entry('invalid', '表头下面没有人员，请填好后再传。'),
  ROSTER_SEVERAL: entry('invalid', '文件里有几张名单，一次只能传一张。请每张另存成一个文件，分别上传。'),
  ROSTER_TOO_LONG: entry('invalid', '名单超过 100,000 行，请分成几份上传。'),
  ROSTER_NOTHING_GOOD: entry('rule', '名单里没有可以保留的家庭，请退回后改正再传。'),
  TRANSFER_STATE_WRONG: entry('rule', '这份名单现在不能登记或确认到账，请刷新看看。'),
  TRANSFER_TOO_LITTLE: entry('rule', '到账金额不够名单的保费，请核对金额。'),
  TRANSFER_DAY_WRONG: entry('invalid', '到账日期不能晚于今天，也不能早于一年前。'),
  TRANSFER_USED: entry('conflict', '这个银行流水号已经用在另一份名单上，请核对流水。'),
  TRANSFER_OWN: entry('forbidden', '自己登记的到账要由另一位同事确认。'),
  TRANSFER_CHANGED: entry('conflict', '登记的到账刚被改过，请刷新后再核对一遍。'),
  GIFT_NOT_FOUND: entry('notFound', '没有找到等您领取的保障。请核对姓名和身份证号；领过的在“保障”里看。'),
  MESSAGE_NOT_FOUND: entry('notFound', '没有找到这条消息。'),
} as const satisfies Record<string, CatalogueEntry>;

/** A code of the catalogue. */
export type ErrorCode = keyof typeof CATALOGUE;

/** Errors any call may answer, whatever its contract lists. */
export const COMMON_ERRORS = [
  'INVALID_INPUT',
  'REQUEST_TOO_LARGE',
  'OPERATION_UNKNOWN',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'REQUEST_ID_REUSED',
  'BUSY',
  'TIMEOUT',
  'INTERNAL',
] as const satisfies readonly ErrorCode[];

/** Whether a string is a code of the catalogue (own keys only). */
export const isErrorCode = (value: string): value is ErrorCode =>
  Object.prototype.hasOwnProperty.call(CATALOGUE, value);

/** The Chinese text a user reads for a code. */
export const textOf = (code: ErrorCode): string => CATALOGUE[code].text;
