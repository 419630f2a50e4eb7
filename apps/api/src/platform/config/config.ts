import { publicUrl, type Settings } from './settings.ts';

export interface LogTarget {
  write(line: string): void;
}

export interface ConfigOptions {
  readonly checksAnswers: boolean;
  readonly logTo?: LogTarget | null;
}

/** Settings of this process and what follows from them, injected by class. */
export class Config {
  readonly settings: Settings;
  /** Origin that people use; mail and certificates link there. */
  readonly publicUrl: string;
  readonly isSecure: boolean;
  /** Strict checks of every answer against the contract: on in tests and development. */
  readonly checksAnswers: boolean;
  /** Where log lines go; null is standard output. */
  readonly logTo: LogTarget | null;

  constructor(settings: Settings, { checksAnswers, logTo = null }: ConfigOptions) {
    this.settings = settings;
    this.publicUrl = publicUrl(settings);
    this.isSecure = this.publicUrl.startsWith('https:');
    this.checksAnswers = checksAnswers;
    this.logTo = logTo;
  }

  /** Origins that may write and open sockets. Unset, the names of loopback are one. */
  get origins(): readonly string[] {
    if (this.settings.PUBLIC_URL) return [this.publicUrl];
    return ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${this.settings.PORT}`).concat(this.publicUrl);
  }

  /** Names under which this server answers; others are refused (DNS rebinding). */
  get hosts(): readonly string[] {
    return this.origins.map((origin) => new URL(origin).host);
  }
}
