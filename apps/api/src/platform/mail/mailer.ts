import { Injectable, Logger } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { Clock } from '../clock/clock.ts';
import { Config } from '../config/config.ts';

/** A mail in plain text; it holds nothing that needs more. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface KeptMail extends Mail {
  readonly id: string;
  readonly sentAt: Date;
}

export const mailJob = z.object({ to: z.string(), subject: z.string(), text: z.string() });

const keptMails = 50;

/** The one way mail leaves: a mail server, or the mailbox page of a development installation. */
@Injectable()
export class Mailer {
  private readonly logger = new Logger(Mailer.name);
  private readonly transporter: Transporter | null;
  private kept: KeptMail[] = [];
  private keepsMailbox: boolean;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    const { SMTP_URL, LANDBRIDGE_MAILBOX } = config.settings;
    this.keepsMailbox = LANDBRIDGE_MAILBOX;
    this.transporter = SMTP_URL && !LANDBRIDGE_MAILBOX ? createTransport(SMTP_URL) : null;
  }

  /** From now on nothing leaves: mail is shown on the mailbox page. */
  keepMailbox(): void {
    this.keepsMailbox = true;
  }

  get hasMailbox(): boolean {
    return this.keepsMailbox;
  }

  /** Whether mail reaches anybody. Without it an administrator hands links on. */
  get delivers(): boolean {
    return this.transporter !== null || this.hasMailbox;
  }

  get mailbox(): readonly KeptMail[] {
    return this.kept;
  }

  async send(mail: Mail): Promise<void> {
    if (this.hasMailbox) {
      this.kept = [{ ...mail, id: uuid(), sentAt: this.clock.now() }, ...this.kept].slice(0, keptMails);
      return;
    }
    if (!this.transporter) {
      this.logger.warn('A mail was not sent: no mail server is set up (SMTP_URL).');
      return;
    }
    await this.transporter.sendMail({ from: this.config.settings.MAIL_FROM, ...mail });
  }
}
