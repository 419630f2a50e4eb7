/** A backup or a restore that was not begun or not finished; the message says why and what to do, to whoever typed the command. */
export class BackupRefused extends Error {}
