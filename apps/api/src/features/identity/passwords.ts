import { hash, verify } from '@node-rs/argon2';
import { problem } from '../../platform/http/problem-error.ts';

/** OWASP Password Storage Cheat Sheet: argon2id (the library's default algorithm), 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const common = [
  'password',
  'passwort',
  'adgangskode',
  'qwerty',
  'qwertz',
  'letmein',
  'welcome',
  'willkommen',
  'velkommen',
  'iloveyou',
  'landbridge',
];

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** Spends the same time whether there is a hash or not, so that an answer's delay tells nothing about an address. */
export const passwordMatches = async (passwordHash: string | null, password: string): Promise<boolean> => {
  const isRight = await verify(passwordHash ?? (await hashOfNobody()), password);
  return isRight && passwordHash !== null;
};

let nobody: Promise<string> | null = null;
const hashOfNobody = (): Promise<string> => (nobody ??= hashPassword('the password of nobody'));

/** @throws password.too-weak for what is guessed first: few different characters, runs, common words, the person's own name */
export const refuseWeakPassword = (password: string, person: { readonly name: string; readonly email: string }): void => {
  const plain = password.toLowerCase();
  const own = [...person.name.toLowerCase().split(/\s+/), person.email.split('@')[0] ?? ''].filter((word) => word.length > 3);
  const rest = [...common, ...own].reduce((left, word) => left.replaceAll(word, ''), plain).replace(/[\d\W_]+$/u, '');
  if (password.length < 10 || new Set(plain).size < 5 || isRun(plain) || rest.length < 4) throw problem('password.too-weak');
};

const isRun = (text: string): boolean => {
  const steps = [...text].slice(1).map((letter, index) => (letter.codePointAt(0) ?? 0) - (text.codePointAt(index) ?? 0));
  return steps.length > 0 && steps.filter((step) => Math.abs(step) <= 1).length >= steps.length - 1;
};
