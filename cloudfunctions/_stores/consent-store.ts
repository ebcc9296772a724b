import { collection } from '../_core/collection';
import { consentRecord } from '../../shared/policy/consent-record.schema';

/** Answers given in people's own WeChat, by policy or order and person. Source: domain R25, R26. */
export const consents = collection({ name: 'consents', schema: consentRecord });
