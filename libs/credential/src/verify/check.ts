import { CredentialError } from '../credential-error.ts';
import type { JsonObject } from '../json.ts';

export type Outcome = 'holds' | 'fails' | 'could-not-be-checked';

/** What is asked, one question each; pages say them in words. */
export type CheckCode =
  | 'document'
  | 'data-model'
  | 'issuer-proof'
  | 'signature-proof'
  | 'signature-binding'
  | 'signature-status'
  | 'one-text'
  | 'section-order'
  | 'signatory-order'
  | 'status'
  | 'dates'
  | 'supersession'
  | 'recipient';

export type Facts = Readonly<Record<string, string | number | boolean>>;

export interface Answer {
  readonly outcome: Outcome;
  /** A stable code; given unless the check simply holds. */
  readonly reason?: string;
  readonly facts: Facts;
}

export interface Check extends Answer {
  readonly code: CheckCode;
}

/** Where documents of others come from. Undefined means that there is no answer now; the caller decides how far it goes for one. */
export interface Resolver {
  /** The controller document of a DID or https address, without fragment. */
  readonly controller: (id: string) => Promise<JsonObject | undefined>;
  readonly statusList: (url: string) => Promise<JsonObject | undefined>;
}

export const holds = (facts: Facts = {}): Answer => ({ outcome: 'holds', facts });

export const fails = (reason: string, facts: Facts = {}): Answer => ({ outcome: 'fails', reason, facts });

export const unknown = (reason: string, facts: Facts = {}): Answer => ({ outcome: 'could-not-be-checked', reason, facts });

/** What this library refuses becomes an answer; anything else is a fault of ours, and goes on. */
export const answerOf = (error: unknown): Answer => {
  if (!(error instanceof CredentialError)) throw error;
  return mayBeFine.has(error.code) ? unknown(error.code, error.facts) : fails(error.code, error.facts);
};

/** Refusals that say something about us, not about the document. */
const mayBeFine: ReadonlySet<string> = new Set(['context.unknown', 'document.jwt', 'packed.too-large']);
