import { describe, expect, it } from 'vitest';
import { Config } from './config.ts';
import { describeSettings, readSettings, SettingsError } from './settings.ts';

const mistakesOf = (env: Record<string, string>): readonly string[] => {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    return error instanceof SettingsError ? error.mistakes : [String(error)];
  }
};
const configOf = (env: Record<string, string>) => new Config(readSettings(env), { checksAnswers: false });

describe('settings', () => {
  it('work without any', () => {
    expect(readSettings({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', LANDBRIDGE_ROLE: 'all' });
  });

  it('take an empty one as not given', () => {
    expect(readSettings({ PORT: '', SMTP_URL: '' })).toEqual(readSettings({}));
  });

  it('name every mistake at once', () => {
    const mistakes = mistakesOf({ PORT: '99999', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud', LANDBRIDGE_MAILBX: 'true' });

    expect(mistakes).toHaveLength(4);
    for (const name of ['PORT', 'DATABASE_URL', 'LOG_LEVEL', 'LANDBRIDGE_MAILBX'])
      expect(mistakes.filter((mistake) => mistake.startsWith(name))).toHaveLength(1);
  });

  it('ask for PUBLIC_URL when every interface is listened on', () => {
    expect(mistakesOf({ HOST: '0.0.0.0' })[0]).toContain('PUBLIC_URL');
    expect(mistakesOf({ HOST: '0.0.0.0', PUBLIC_URL: 'https://landbridge.example.org' })).toEqual([]);
  });

  it('refuse a PUBLIC_URL with a path, or of another kind', () => {
    expect(mistakesOf({ PUBLIC_URL: 'https://example.org/landbridge' })).toHaveLength(1);
    expect(mistakesOf({ PUBLIC_URL: 'ftp://example.org' })).toHaveLength(1);
  });

  it('say what an address must look like, beside every other mistake', () => {
    const mistakes = mistakesOf({ PUBLIC_URL: 'landbridge.example', PORT: 'many' });

    expect(mistakes).toEqual([expect.stringContaining('PORT'), 'PUBLIC_URL: must be an address such as https://landbridge.example.org.']);
  });

  it('know one origin when PUBLIC_URL is set, and the names of loopback as one when it is not', () => {
    expect(configOf({ PUBLIC_URL: 'https://landbridge.example.org/' }).origins).toEqual(['https://landbridge.example.org']);
    expect(configOf({ PORT: '4000' }).hosts).toEqual(expect.arrayContaining(['localhost:4000', '127.0.0.1:4000', '[::1]:4000']));
  });

  it('are described, each with a meaning', () => {
    expect(describeSettings().filter(({ meaning }) => meaning === '')).toEqual([]);
  });
});
