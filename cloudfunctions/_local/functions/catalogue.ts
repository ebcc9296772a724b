import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Trigger {
  readonly name: string;
  /** Seven cron fields: second minute hour day month weekday year; China time. */
  readonly cron: string;
}

/** A deployed function: its bundle and what its config.json says. */
export interface DeployedFunction {
  readonly name: string;
  readonly entry: string;
  /** Changes with every build, so that old instances are replaced. */
  readonly version: string;
  /** Milliseconds. Source: WeChat's default is 3 seconds. */
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly openapiPermissions: readonly string[];
  readonly triggers: readonly Trigger[];
}

interface ConfigFile {
  timeout?: number;
  memorySize?: number;
  permissions?: { openapi?: string[] };
  triggers?: { name: string; type: string; config: string }[];
}

/** The folder of built functions: one folder each with `index.js` and `config.json`. */
export class FunctionCatalogue {
  private readonly known = new Map<string, DeployedFunction>();

  constructor(private readonly directory: string | undefined) {}

  /** The function as it is built now, or undefined. */
  find(name: string): DeployedFunction | undefined {
    if (this.directory === undefined || !/^[a-zA-Z][\w-]*$/.test(name)) return undefined;
    const entry = join(this.directory, name, 'index.js');
    const version = versionOf(entry, join(this.directory, name, 'config.json'));
    if (version === undefined) return undefined;
    const cached = this.known.get(name);
    if (cached?.version === version) return cached;
    const deployed = this.read(name, entry, version);
    this.known.set(name, deployed);
    return deployed;
  }

  all(): DeployedFunction[] {
    if (this.directory === undefined || !existsSync(this.directory)) return [];
    return readdirSync(this.directory).flatMap((name) => this.find(name) ?? []);
  }

  private read(name: string, entry: string, version: string): DeployedFunction {
    const file = join(this.directory ?? '', name, 'config.json');
    const config = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ConfigFile) : {};
    return {
      name,
      entry,
      version,
      timeoutMs: (config.timeout ?? 3) * 1000,
      memoryMb: config.memorySize ?? 256,
      openapiPermissions: config.permissions?.openapi ?? [],
      triggers: (config.triggers ?? [])
        .filter((trigger) => trigger.type === 'timer')
        .map((trigger) => ({ name: trigger.name, cron: trigger.config })),
    };
  }
}

function versionOf(entry: string, config: string): string | undefined {
  const bundle = statSync(entry, { throwIfNoEntry: false });
  if (bundle === undefined) return undefined;
  return `${bundle.mtimeMs} ${bundle.size} ${statSync(config, { throwIfNoEntry: false })?.mtimeMs ?? 0}`;
}
