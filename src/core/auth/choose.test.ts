import { describe, expect, it } from 'vitest';
import { parseChallenges } from './challenge';
import { chooseBearer, chooseDigest } from './choose';

const digest = (algorithm: string, realm = 'pbx') =>
  `Digest realm="${realm}", nonce="n", qop="auth", algorithm=${algorithm}`;
const bearer = (server: string) => `Bearer realm="pbx", authz_server="${server}"`;

describe('the digest that is answered', () => {
  it.each([
    [['MD5', 'SHA-256'], 'SHA-256'],
    [['SHA-256', 'MD5'], 'SHA-256'],
    [['SHA-256', 'SHA-512-256', 'MD5'], 'SHA-512-256'],
    [['SHA-1', 'MD5'], 'MD5'],
  ])('of %j is %s', (offered, chosen) => {
    const challenges = parseChallenges([bearer('https://a.example'), ...offered.map((name) => digest(name))]);
    expect(chooseDigest(challenges)?.algorithm).toBe(chosen);
  });

  it('is the first of equals, and none when all are unknown', () => {
    expect(chooseDigest(parseChallenges([digest('MD5', 'one'), digest('MD5', 'two')]))?.realm).toBe('one');
    expect(chooseDigest(parseChallenges([digest('SHA-1'), bearer('x')]))).toBeNull();
  });
});

describe('a Bearer challenge', () => {
  const ours = 'https://accounts.example.com';
  it.each([
    ['https://accounts.example.com', true],
    ['https://accounts.example.com/oauth2/authorize', true],
    ['accounts.example.com', true],
    ['https://accounts.example.com:8443', false],
    ['http://accounts.example.com', false],
    ['https://accounts.example.com.evil.example', false],
    ['https://evil.example/https://accounts.example.com', false],
    ['', false],
  ])('that names %s is answered: %s', (server, isAnswered) => {
    expect(chooseBearer(parseChallenges([bearer(server)]), ours) !== null).toBe(isAnswered);
  });

  it('that names no service is answered, and ours among others is found', () => {
    expect(chooseBearer(parseChallenges(['Bearer realm="pbx"']), ours)).not.toBeNull();
    const both = parseChallenges([bearer('https://evil.example'), digest('MD5'), bearer(ours)]);
    expect(chooseBearer(both, ours)).toMatchObject({ authzServer: ours });
  });
});
