import { describe, expect, it } from 'vitest';
import { parseProfile } from './parse-profile';
import { makeSample, makeServer } from './samples';
import { exportProfile, setField } from './serialise';

const SERVER = ['IP_Office_Server_Profile', 0];

describe('writing one field', () => {
  it('changes this value and nothing else, unknown fields and blanks included', () => {
    const text =
      '{\n\t"IP_Office_Server_Profile":\n\t[ {"Name" : "A",  "Colour": "red", "Address":"a.example"} ]\n}\n';
    expect(setField(text, [...SERVER, 'Name'], 'B')).toBe(text.replace('"A"', '"B"'));
  });

  it('adds a field that was not there, and takes one away', () => {
    const text = makeServer();
    const more = setField(text, [...SERVER, 'AutoFailover'], true);
    expect(parseProfile(more)).toMatchObject({ ok: true, profiles: [{ autoFailover: true }] });
    expect(JSON.parse(setField(more, [...SERVER, 'AutoFailover'], undefined))).toEqual(JSON.parse(text));
  });

  it.each([
    ['on lines', '{\n  "a": [\n    {\n      "b": 1\n    }\n  ]\n}\n', '1', '1,\n      "new": true'],
    ['on one line', '{\n\t"a": [\n\t\t{"c": {"x":[]},  "b": 1 }\n\t]\n}', '1', '1,  "new": true'],
    ['alone', '{"a": [{"b": 1}]}', '1', '1, "new": true'],
    ['without blanks', '{"a":[{"b":1}]}', '1', '1,"new":true'],
  ])('adds a field as those %s are written, and changes no other sign', (_, text, last, added) => {
    const more = setField(text, ['a', 0, 'new'], true);
    expect(more).toBe(text.replace(last, added));
    expect(setField(more, ['a', 0, 'new'], undefined)).toBe(text);
  });

  it.each([
    [
      'on lines',
      '{\r\n  "a": [\r\n    {\r\n      "b": 1\r\n    }\r\n  ]\r\n}',
      '    },\r\n    {\r\n      "c": 2\r\n    }\r\n  ]',
    ],
    ['on one line', '{"a": [{"b": 1}]}', '}, {"c": 2}]'],
    ['on one line with blanks', '{ "a": [ { "b": 1 } ] }', '}, { "c": 2 } ]'],
    ['without blanks', '{"a":[{"b":1}]}', '{"b":1},{"c":2}]'],
  ])('adds to a list %s in the way of the list', (_, text, end) => {
    const more = setField(text, ['a', 1], { c: 2 });
    expect(more).toContain(end);
    expect(JSON.parse(more)).toEqual({ a: [{ b: 1 }, { c: 2 }] });
    expect(setField(more, ['a', 1], undefined)).toBe(text);
  });

  it('puts the first value into what was empty', () => {
    expect(setField('{}', ['a'], [1])).toBe('{\n  "a": [\n    1\n  ]\n}');
  });

  it('adds a server at the end of the list', () => {
    const two = setField(makeServer(), ['IP_Office_Server_Profile', 1], {
      Name: 'East',
      Address: 'east.example.com',
    });
    expect(parseProfile(two)).toMatchObject({ ok: true, profiles: [{ name: 'West' }, { name: 'East' }] });
  });

  it('keeps the line ends of the document', () => {
    const text = makeSample('ipoffice-single.json').replaceAll('\n', '\r\n');
    expect(setField(text, [...SERVER, 'DialRule'], true).replaceAll('\r\n', '')).not.toContain('\n');
  });

  it.each([
    ['a text that is not JSON', '{"a": wahr}'],
    ['a text nested too deep for an editor', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['a document without such a place', '{"IP_Office_Server_Profile": "none"}'],
  ])('leaves %s as it is', (_, text) => {
    expect(setField(text, [...SERVER, 'Name'], 'B')).toBe(text);
  });
});

describe('an export', () => {
  it.each(['aura-internal-external.json', 'ipoffice-dial-rules.json', 'ipoffice-west-east.json'] as const)(
    'of %s gives the same profiles',
    (name) => {
      const result = parseProfile(makeSample(name));
      if (!result.ok) throw new Error('a sample is refused');
      expect(parseProfile(exportProfile(result.profiles))).toMatchObject({
        ok: true,
        profiles: result.profiles,
      });
    },
  );

  it('writes the fields that the manual knows', () => {
    const result = parseProfile(makeSample('ipoffice-dial-rules.json'));
    const [server] = JSON.parse(exportProfile(result.ok ? result.profiles : [])).IP_Office_Server_Profile;
    const [printed] = JSON.parse(makeSample('ipoffice-dial-rules.json')).IP_Office_Server_Profile;
    const { PbxPrefix: _, ...notEmpty } = printed;
    expect(server).toMatchObject(notEmpty);
  });
});
