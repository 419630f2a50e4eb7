import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allCalls, allEvents, allRoutes, isProblemCode, pathFor, problems } from './index.ts';
import { email, exactText, line, text } from './primitives.ts';

describe('text', () => {
  it('is what UTF-8 can hold, whatever is sent', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 20 }), (given) => {
        const parsed = exactText(100).safeParse(given);
        expect(parsed.data?.isWellFormed() ?? given.includes('\0')).toBe(true);
      }),
    );
  });

  it('says what is too long, with the limit', () => {
    expect(text(10).safeParse('x'.repeat(11)).error?.issues[0]?.message).toContain('10');
    expect(line(10).safeParse('two\nlines').error?.issues[0]?.message).toBe('must be one line');
  });

  it('of an address does not mind capital letters and space around', () => {
    expect(email.parse('  Ada@Norrgard.Example ')).toBe('ada@norrgard.example');
  });
});

describe('the contract', () => {
  it('names each route, event and call once', () => {
    for (const names of [allRoutes, allEvents, allCalls].map((all) => all.map(({ name }) => name)))
      expect(new Set(names).size).toBe(names.length);
    const places = allRoutes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('describes every parameter of a path', () => {
    for (const { path, params } of allRoutes)
      expect([...path.matchAll(/:(\w+)/g)].map(([, name]) => name).toSorted()).toEqual(Object.keys(params.shape).toSorted());
  });

  it('has a sentence for each refusal, and a status of one', () => {
    for (const [code, { status, title }] of Object.entries(problems)) {
      expect(isProblemCode(code)).toBe(true);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(title).toMatch(/[.!?]$/);
    }
  });

  it('fills an address so that nothing in a value can lead elsewhere', () => {
    expect(pathFor('/api/links/:token', { token: '../people?x=#' })).toBe('/api/links/..%2Fpeople%3Fx%3D%23');
  });
});
