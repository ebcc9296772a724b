/** A door refused, or could not be reached; the message is Chinese, for the person on the screen. */
class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

interface Request {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** Asks a door and answers its JSON. Throws `Refusal`. */
export const ask = async <T>(path: string, { method = 'GET', body, signal }: Request = {}): Promise<T> => {
  const reply = await sent(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  const answer = await parsed(reply);
  const refusal = refusalIn(answer);
  if (refusal !== undefined) throw refusal;
  if (!reply.ok) throw new Refusal(String(reply.status), `本地云回答了 ${String(reply.status)}。`);
  return answer as T;
};

const sent = async (path: string, request: RequestInit): Promise<Response> => {
  try {
    return await fetch(path, { ...request, headers: { 'content-type': 'application/json' } });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Refusal('UNREACHABLE', '连不上本地云。请看看 npm start 还在不在运行。');
  }
};

const parsed = async (reply: Response): Promise<unknown> => {
  try {
    return await reply.json();
  } catch {
    throw new Refusal(String(reply.status), '本地云的回答读不懂。');
  }
};

const refusalIn = (answer: unknown): Refusal | undefined => {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return undefined;
  const { error } = answer;
  if (typeof error !== 'object' || error === null || !('code' in error) || !('message' in error))
    return undefined;
  return new Refusal(String(error.code), String(error.message));
};
