import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** A start that cannot go on; the message is one clear line for the person who started it. */
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
const CONTENTS = ['database', 'files', 'logs', 'keys.json', SEEDING];

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
    try {
      mkdirSync(path, { recursive: true, mode: 0o700 });
      accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    } catch {
      throw new StartRefused(`cannot write to the data folder ${path}`);
    }
    takeLock(path);
    // A start that died while it wrote the demo data begins again from nothing.
    if (fresh || existsSync(join(path, SEEDING))) {
      for (const part of CONTENTS) rmSync(join(path, part), { recursive: true, force: true });
    }
    const folder = new DataFolder(path, !existsSync(join(path, 'database')));
    for (const part of [folder.database, folder.files, folder.logs]) mkdirSync(part, { recursive: true });
    return folder;
  }

  /** Field keys, generated at the first call and kept readable for the owner alone. */
  secrets(): FieldSecrets {
    const file = join(this.path, 'keys.json');
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as FieldSecrets;
    const key = (): string => randomBytes(32).toString('base64');
    const secrets = { FIELD_KEYS: JSON.stringify({ current: '1', keys: { '1': key() } }), LOOKUP_KEY: key() };
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
    return secrets;
  }

  /** Runs `seed` so that a start which dies meanwhile is seen by the next one. */
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
