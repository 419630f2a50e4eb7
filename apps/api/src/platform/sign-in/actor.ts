import type { PersonId, SignInId } from '@landbridge/contract';

/** The person a request or a socket acts for. */
export interface Actor {
  readonly personId: PersonId;
  readonly signInId: SignInId;
  readonly isAdministrator: boolean;
}

/** Turns the cookie's token into an actor; implemented by the feature that keeps sign-ins. */
export abstract class Authenticator {
  /** Null for an unknown, ended or expired sign-in, and for somebody who was deactivated. */
  abstract find(token: string): Promise<Actor | null>;
}

export const signInCookie = 'landbridge_sign_in';
