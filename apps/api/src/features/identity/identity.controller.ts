import { Controller } from '@nestjs/common';
import type { InputOf, PersonId } from '@landbridge/contract';
import {
  askForLink,
  changePassword,
  changePreferences,
  endSignIn,
  getMe,
  getSetup,
  listMailbox,
  listSignIns,
  lookAtLink,
  setUpOrganisation,
  signIn,
  signOut,
  useLink,
} from '@landbridge/contract/identity';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { Endpoint, PublicEndpoint } from '../../platform/http/endpoint.ts';
import type { Exchange } from '../../platform/http/exchange.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { Mailer } from '../../platform/mail/mailer.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { AskForLink } from './ask-for-link.ts';
import { ChangeOwnAccount } from './change-own-account.ts';
import { me, setupState, signInsOf } from './identity.queries.ts';
import { SetUpOrganisation } from './set-up-organisation.ts';
import { SignInWithPassword } from './sign-in-with-password.ts';
import { SignIns } from './sign-ins.ts';
import { UseLink } from './use-link.ts';

@Controller()
export class IdentityController {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly mailer: Mailer,
    private readonly setup: SetUpOrganisation,
    private readonly signInWithPassword: SignInWithPassword,
    private readonly signIns: SignIns,
    private readonly askForLink: AskForLink,
    private readonly useLink: UseLink,
    private readonly changeOwnAccount: ChangeOwnAccount,
  ) {}

  @PublicEndpoint(getSetup)
  async getSetup() {
    const state = await this.database.one(setupState, []);
    const isNew = !state?.isSetUp;
    return {
      isNew,
      needsCode: isNew && this.setup.needsCode,
      organisationName: state?.organisationName ?? null,
      isDemo: state?.isDemo ?? false,
      sendsMail: this.mailer.delivers,
      hasMailbox: this.mailer.hasMailbox,
    };
  }

  @PublicEndpoint(setUpOrganisation)
  async setUp({ body }: InputOf<typeof setUpOrganisation>, exchange: Exchange) {
    return this.meOf(await this.setup.run(body, exchange));
  }

  @PublicEndpoint(signIn)
  async signIn({ body }: InputOf<typeof signIn>, exchange: Exchange) {
    return this.meOf(await this.signInWithPassword.run(body, exchange));
  }

  @Endpoint(signOut)
  async signOut(actor: Actor, _input: InputOf<typeof signOut>, exchange: Exchange) {
    await this.unitOfWork.run((tx) => this.signIns.end(tx, actor.personId, actor.signInId));
    exchange.forgetSignIn();
    return undefined;
  }

  @Endpoint(getMe)
  getMe(actor: Actor) {
    return this.meOf(actor.personId);
  }

  @Endpoint(changePreferences)
  async changePreferences(actor: Actor, { body }: InputOf<typeof changePreferences>) {
    await this.changeOwnAccount.changePreferences(actor, body);
    return this.meOf(actor.personId);
  }

  @Endpoint(changePassword)
  async changePassword(actor: Actor, { body }: InputOf<typeof changePassword>) {
    await this.changeOwnAccount.changePassword(actor, body);
    return undefined;
  }

  @Endpoint(listSignIns)
  async listSignIns(actor: Actor) {
    return (await this.database.json(signInsOf, [actor.personId, actor.signInId, this.clock.now()])) ?? { signIns: [] };
  }

  @Endpoint(endSignIn)
  async endSignIn(actor: Actor, { params }: InputOf<typeof endSignIn>) {
    const isEnded = await this.unitOfWork.run((tx) => this.signIns.end(tx, actor.personId, params.signInId));
    if (!isEnded) throw problem('sign-in.not-found');
    return undefined;
  }

  @PublicEndpoint(askForLink)
  ask({ body }: InputOf<typeof askForLink>) {
    return this.askForLink.run(body);
  }

  @PublicEndpoint(lookAtLink)
  async look({ params }: InputOf<typeof lookAtLink>) {
    const { purpose, name, email, organisationName, expiresAt } = await this.useLink.look(params.token);
    return { purpose, name, email, organisationName, expiresAt: expiresAt.toISOString() };
  }

  @PublicEndpoint(useLink)
  async use({ params, body }: InputOf<typeof useLink>, exchange: Exchange) {
    return this.meOf(await this.useLink.run(params.token, body, exchange));
  }

  @PublicEndpoint(listMailbox)
  async listMailbox() {
    if (!this.mailer.hasMailbox) throw problem('mailbox.not-found');
    return { mails: this.mailer.mailbox.map((mail) => ({ ...mail, sentAt: mail.sentAt.toISOString() })) };
  }

  private async meOf(personId: PersonId) {
    const found = await this.database.json(me, [personId]);
    if (!found) throw problem('sign-in.required');
    return found;
  }
}
