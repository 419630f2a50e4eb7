import { problems, type ProblemCode, type ProblemDocument } from '@landbridge/contract';

type Extras = Pick<ProblemDocument, 'detail' | 'errors' | 'retryAfterSeconds' | 'current'>;

/** A refusal from the closed list in the contract. The filter turns it into a problem document (RFC 9457). */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly extras: Extras;

  constructor(code: ProblemCode, extras: Extras = {}) {
    super(code);
    this.code = code;
    this.extras = extras;
  }

  get status(): number {
    return problems[this.code].status;
  }

  toDocument(requestId?: string): ProblemDocument {
    const { status, title } = problems[this.code];
    return { type: `/problems/${this.code}`, title, status, code: this.code, ...this.extras, ...(requestId ? { requestId } : {}) };
  }
}

/** `throw problem('thread.closed')`. */
export const problem = (code: ProblemCode, extras?: Extras): ProblemError => new ProblemError(code, extras);
