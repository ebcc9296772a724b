import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** A command that cannot go on; the message is one clear line for the person who gave it. */
export class StartRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartRefused';
  }
}

/** Keys with which functions encrypt and index personal fields; generated once per data folder. */
export interface FieldSecrets {
  /** JSON: `{"current":"1","keys":{"1":"<base64 of 32 bytes>"}}`. */
  readonly FIELD_KEYS: string;
  /** Base64 of 32 bytes. */
  readonly LOOKUP_KEY: string;
}

const LOCK = 'in-use-by';
const SEEDING = 'seeding';
const KEYS = 'keys.json';
const CONTENTS = ['database', 'files', 'logs', KEYS, SEEDING];

/** The folder that holds everything the local cloud remembers, held by one process at a time. */
export class DataFolder {
  readonly database: string;
  readonly files: string;
  readonly logs: string;

  private constructor(
    readonly path: string,
    /** Nothing was stored here before this start. */
    readonly isNew: boolean,
  ) {
    this.database = join(path, 'database');
    this.files = join(path, 'files');
    this.logs = join(path, 'logs');
  }

  /** Opens the folder for this process alone; `fresh` empties it first. Throws `StartRefused`. */
  static open(path: string, fresh: boolean): DataFolder {
    claim(path);
    // A start or an import that died while it filled the folder begins again from nothing.
    if (fresh || existsSync(join(path, SEEDING))) clear(path);
    return DataFolder.claimed(path);
  }

  /** Opens a folder in which nothing is, for this process alone. Throws `StartRefused`. */
  static openEmpty(path: string): DataFolder {
    claim(path);
    if (existsSync(join(path, SEEDING))) clear(path);
    if (readdirSync(path).some((name) => name !== LOCK)) {
      rmSync(join(path, LOCK));
      throw new StartRefused(`the data folder ${path} is not empty`);
    }
    return DataFolder.claimed(path);
  }

  /** Opens a folder that a local cloud has filled, for this process alone. Throws `StartRefused`. */
  static openFilled(path: string): DataFolder {
    if (!existsSync(join(path, 'database'))) throw new StartRefused(`${path} is not a data folder`);
    claim(path);
    if (existsSync(join(path, SEEDING))) {
      rmSync(join(path, LOCK));
      throw new StartRefused(`the data folder ${path} was never filled to the end; start it again`);
    }
    return DataFolder.claimed(path);
  }

  private static claimed(path: string): DataFolder {
    const folder = new DataFolder(path, !existsSync(join(path, 'database')));
    for (const part of [folder.database, folder.files, folder.logs]) mkdirSync(part, { recursive: true });
    return folder;
  }

  get keys(): string {
    return join(this.path, KEYS);
  }

  /** Field keys, generated at the first call and kept readable for the owner alone. */
  secrets(): FieldSecrets {
    const file = this.keys;
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as FieldSecrets;
    const key = (): string => randomBytes(32).toString('base64');
    const secrets = { FIELD_KEYS: JSON.stringify({ current: '1', keys: { '1': key() } }), LOOKUP_KEY: key() };
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
    return secrets;
  }

  /** Runs `seed` so that a process which dies meanwhile, or a seed that fails, is seen by the next opening. */
  async seeding(seed: () => Promise<void>): Promise<void> {
    const marker = join(this.path, SEEDING);
    writeFileSync(marker, '');
    await seed();
    rmSync(marker);
  }

  release(): void {
    rmSync(join(this.path, LOCK), { force: true });
  }
}

/** Makes sure that there is a folder and takes it for this process. */
function claim(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new StartRefused(`cannot write to the data folder ${path}`);
  }
  takeLock(path);
}

function clear(path: string): void {
  for (const part of CONTENTS) rmSync(join(path, part), { recursive: true, force: true });
}

/**
 * The lock is a file with the holder's process id and start time, so that one left behind by a killed process does
 * not block the next start.
 */
function takeLock(path: string): void {
  const file = join(path, LOCK);
  const own = join(path, `${LOCK}.${process.pid}`);
  try {
    writeFileSync(own, JSON.stringify({ pid: process.pid, started: processStart(process.pid) }), {
      mode: 0o600,
    });
  } catch {
    throw new StartRefused(`cannot write to the data folder ${path}`);
  }
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      // Linking a finished file: nobody ever reads a half-written lock.
      linkSync(own, file);
      rmSync(own);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw new StartRefused(`cannot write to the data folder ${path}`);
      }
    }
    const holder = readHolder(file);
    if (holder !== undefined && isRunning(holder)) {
      rmSync(own, { force: true });
      throw new StartRefused(`the data folder ${path} is in use by process ${holder.pid}`);
    }
    try {
      unlinkSync(file);
    } catch {
      // Somebody else removed it first: try again.
    }
  }
  throw new StartRefused(`the data folder ${path} is in use`);
}

interface Holder {
  readonly pid: number;
  readonly started: string;
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isRunning(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // A process of another user exists although it may not be signalled.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  // The same number may have been given to a new process.
  return holder.started === processStart(holder.pid);
}

/** When a process started, in the kernel's ticks; empty where the system does not tell (then the id alone counts). */
function processStart(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return fields.slice(fields.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
