/**
 * An error as the cloud reports it: `code` and `message` go over the wire unchanged.
 * Source: https://docs.cloudbase.net/error-code/; the messages: the SDK's own tests against a real environment,
 * https://github.com/TencentCloudBase/node-sdk/blob/master/test/database/unit/transaction.test.ts
 */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'CloudError';
  }
}

/** A request the cloud would refuse as malformed. */
export function invalidParam(message: string): CloudError {
  return new CloudError('INVALID_PARAM', message);
}

/** What MongoDB itself refused; `message` is MongoDB's wording. */
export function requestFailed(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', message);
}

/** Something the cloud can do and the local cloud cannot: named, never silently ignored. */
export function notSupported(what: string): CloudError {
  return new CloudError('NOT_SUPPORTED', `${what} is not supported by the local cloud`);
}

/** How the cloud ends most of its messages. */
const ADVICE = 'Please check your request, but if the problem persists, contact us.';

export function collectionMissing(name: string): CloudError {
  return new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. ${ADVICE}`,
  );
}

export function collectionExists(): CloudError {
  return new CloudError(
    'DATABASE_COLLECTION_ALREADY_EXIST',
    `[ResourceUnavailable.ResourceExist] Table exist. ${ADVICE}`,
  );
}

/** Two writers met; `runTransaction` of the SDK tries again on this code. */
export function transactionConflict(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${ADVICE}`,
  );
}

/** Two operations of one transaction were under way together. */
export function transactionBusy(): CloudError {
  return transactionFailed('ResourceUnavailable.TransactionBusy', 'Transaction is busy.');
}

/** The transaction was committed, aborted, or ended by its time limit. */
export function transactionGone(): CloudError {
  return transactionFailed(
    'ResourceUnavailable.TransactionNotExist',
    'Transaction does not exist on the server, transaction must be commit or abort in 30 seconds.',
  );
}

/** A transaction that cannot go on; `reason` is the cloud's own short name for why. */
export function transactionFailed(reason: string, message: string): CloudError {
  return new CloudError('DATABASE_TRANSACTION_FAIL', `[${reason}] ${message} ${ADVICE}`);
}
