import { useEffect, useRef } from 'react';
import Taro from '@tarojs/taro';
import { fileClaim } from 'shared/claim/file-claim.contract';
import { call } from '@/lib/cloud/call';
import { toCallFailed, type CallFailed } from '@/lib/cloud/call-failed';
import { uploadFile } from '@/lib/cloud/upload';
import { compressPhoto } from '@/lib/media/compress-photo';
import { isOnline, whenOnlineAgain } from '@/lib/network/network';
import { forgetIntention, keptIntention } from '@/lib/query/kept-intention';
import { queryClient } from '@/lib/query/query-client';
import { dropClaimDraft, readClaimDraft, writeClaimDraft, type ClaimDraft, type Fault } from './claim-draft';
import { payeeIntention } from './payee-rules';

/** How one attempt to send the report ended. */
export type Sent =
  | { kind: 'arrived'; claimId: string }
  /** No network: it lies on the phone and goes by itself. */
  | { kind: 'waiting' }
  /** Something is to be mended; it stands in the draft, nothing entered is lost. */
  | { kind: 'faulty'; faults: readonly Fault[] }
  | { kind: 'refused'; error: CallFailed };

/** Codes that speak of one place of the report even when the server names none. */
const PLACE_OF_CODE: Readonly<Record<string, string>> = {
  POLICY_NOT_FOUND: 'policyId',
  PERSON_NOT_INSURED: 'personIndex',
  KIND_NOT_COVERED: 'kind',
  ACCIDENT_IN_FUTURE: 'accidentDay',
  ACCIDENT_BEFORE_BIRTH: 'accidentDay',
  NOT_COVERED_THAT_DAY: 'accidentDay',
  DESCRIPTION_MISSING: 'description',
  VOICE_MISSING: 'voice',
  VOICE_NOT_AUDIO: 'voice',
  VOICE_TOO_LONG: 'voice',
  PHOTO_NOT_IMAGE: 'photos',
  PHOTO_TOO_LARGE: 'photos',
  PHOTO_MISSING: 'photos',
  ACCOUNT_INVALID: 'payees.0.number',
  ACCOUNT_NAME_WRONG: 'payees.0.holder',
  PAYEES_WRONG: 'payees',
};

const faultsOf = ({ code, message, fields }: CallFailed): readonly Fault[] => {
  if (fields.length > 0) return fields.map((field) => ({ path: field.path, message: field.message }));
  const path = PLACE_OF_CODE[code];
  return path === undefined ? [] : [{ path, message }];
};

/** A file that could not be uploaded although there is a network: it is to be added anew. */
class NotUploaded extends Error {
  constructor(readonly fault: Fault) {
    super(fault.message);
  }
}

const uploaded = async (path: () => Promise<string>, fault: Fault): Promise<string> => {
  try {
    return await uploadFile(await path());
  } catch (thrown) {
    if (await isOnline()) throw new NotUploaded(fault);
    throw thrown;
  }
};

/** Uploads what was added without a network; each file that arrives is in the draft at once. */
const withFiles = async (begun: ClaimDraft): Promise<ClaimDraft> => {
  let draft = begun;
  const keep = (change: Partial<ClaimDraft>) => {
    draft = { ...draft, ...change };
    writeClaimDraft(draft);
  };
  for (const [index, { path, fileId }] of begun.photos.entries()) {
    if (fileId !== '') continue;
    const message = '没传上去。点它再传一次，或者删掉。';
    const sent = await uploaded(() => compressPhoto(path), { path: `photos.${index}`, message });
    keep({ photos: draft.photos.map((photo) => (photo.path === path ? { path, fileId: sent } : photo)) });
  }
  if (begun.voice?.fileId === '') {
    const { path, seconds } = begun.voice;
    const sent = await uploaded(async () => path, { path: 'voice', message: '录音没传上去，请重新录一段。' });
    keep({ voice: { path, fileId: sent, seconds } });
  }
  return draft;
};

/** The draft as the contract takes it; undefined while a choice is missing. */
const intentionOf = (draft: ClaimDraft) => {
  const { policyId, personIndex, kind, cause, accidentDay, accidentTime, place, description } = draft;
  if (kind === undefined || cause === undefined) return undefined;
  return {
    assistanceId: draft.assistanceId ?? null,
    policyId,
    personIndex,
    kind,
    cause,
    accidentDay,
    accidentTime,
    place,
    description,
    photos: draft.photos.map(({ fileId }) => fileId),
    voice: draft.voice?.fileId ?? null,
    payees: draft.payees.map((payee) => payeeIntention(payee, draft.photos)),
  };
};

/** One request id over all attempts: a lost answer never files twice. */
const file = async (draft: ClaimDraft): Promise<string> => {
  const intention = intentionOf(draft);
  if (intention === undefined) throw new NotUploaded({ path: 'kind', message: '请选一种情况。' });
  const { requestId } = keptIntention(fileClaim.name, JSON.stringify(intention));
  const { claim } = await call(fileClaim, { ...intention, requestId });
  forgetIntention(fileClaim.name);
  return claim.claimId;
};

const afterFailure = (thrown: unknown): Sent => {
  if (thrown instanceof NotUploaded) return { kind: 'faulty', faults: [thrown.fault] };
  const error = toCallFailed(thrown);
  if (error.isUnreached) return { kind: 'waiting' };
  const faults = faultsOf(error);
  return faults.length > 0 ? { kind: 'faulty', faults } : { kind: 'refused', error };
};

/** What a specialist filled in has ended meanwhile: the report stays, and goes as the family's own the next time. */
const HELP_ENDED: readonly string[] = ['ASSISTANCE_OVER', 'ASSISTANCE_NOT_FOUND'];

const attempt = async (draft: ClaimDraft): Promise<Sent> => {
  try {
    const claimId = await file(await withFiles(draft));
    dropClaimDraft();
    void queryClient.invalidateQueries();
    return { kind: 'arrived', claimId };
  } catch (thrown) {
    const sent = afterFailure(thrown);
    const kept = readClaimDraft() ?? draft;
    const faults = sent.kind === 'faulty' ? [...sent.faults] : [];
    const isOwn = sent.kind === 'refused' && HELP_ENDED.includes(sent.error.code);
    const assistanceId = isOwn ? undefined : kept.assistanceId;
    writeClaimDraft({ ...kept, assistanceId, waiting: sent.kind === 'waiting', faults });
    return sent;
  }
};

const listeners = new Set<(sent: Sent) => void>();
let onItsWay: Promise<Sent> | undefined;

/**
 * Sends the report that lies on the phone: files first, then the report under one request id. While an attempt is on its
 * way the same one is given again, so that a second tap and the network's return never send twice. Never rejects.
 * Undefined when there is no report.
 */
export const sendReport = async (): Promise<Sent | undefined> => {
  if (onItsWay !== undefined) return onItsWay;
  const draft = readClaimDraft();
  if (draft === undefined) return undefined;
  onItsWay = attempt(draft).finally(() => {
    onItsWay = undefined;
  });
  return onItsWay;
};

/**
 * Sends a report that waits for the network, and tells the pages and the person how it went. Does nothing while an
 * attempt is on its way: whoever began it tells.
 */
export const sendWaitingReport = async (): Promise<void> => {
  if (onItsWay !== undefined || readClaimDraft()?.waiting !== true) return;
  const sent = await sendReport();
  if (sent === undefined || sent.kind === 'waiting') return;
  listeners.forEach((hear) => hear(sent));
  if (sent.kind === 'arrived') await Taro.showToast({ title: '理赔已经报上去了', icon: 'none' });
};

/** From now on a waiting report goes as soon as the network is back; once, when the app starts. */
export const startOutbox = (): void => whenOnlineAgain(() => void sendWaitingReport());

/** Hears how a report went that was sent by itself while this page was open. */
export const useOutbox = (hear: (sent: Sent) => void): void => {
  const newest = useRef(hear);
  newest.current = hear;
  useEffect(() => {
    const listener = (sent: Sent) => newest.current(sent);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
};
