/** Something that this library refuses: a stable code, and what a page needs to say it in words. */
export class CredentialError extends Error {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(code: string, facts: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(facts)}`);
    this.name = 'CredentialError';
    this.code = code;
    this.facts = facts;
  }
}
