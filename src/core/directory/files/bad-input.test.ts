import { describe, expect, it } from 'vitest';
import { fileLimits, type ReadCard } from './file-report';
import { openFile, readPeople } from './open-file';
import { tinyGif, vcard30 } from './sample-files';
import { writeVcard } from './write-vcard';

const utf8 = (text: string) => new TextEncoder().encode(text);
const why = (file: string | Uint8Array) => {
  const opened = openFile(typeof file === 'string' ? utf8(file) : file);
  return opened.ok ? 'read' : opened.why;
};
const read = (text: string): readonly ReadCard[] => {
  const opened = openFile(utf8(text));
  if (!opened.ok) throw new Error(opened.why);
  return [...readPeople(opened)];
};

describe('a file is refused as a whole', () => {
  it('when it has 100 MB', () => {
    expect(why(new Uint8Array(100 * 1024 * 1024))).toBe('too-large');
  });

  it('when it is empty, or blank', () => {
    for (const file of ['', '\ufeff', ' \r\n\t ', '\n'.repeat(10_000)]) expect(why(file)).toBe('empty');
  });

  it('when it is binary: a program, a picture, zeros, noise', () => {
    let seed = 1;
    const noise = Uint8Array.from({ length: 10_000 }, () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed >> 16;
    });
    const program = utf8('\x7fELF\x02\x01\x01\0\0\0\0');
    const gif = Uint8Array.from(atob(tinyGif), (byte) => byte.charCodeAt(0));
    for (const file of [program, gif, new Uint8Array(1_000).fill(0), noise]) expect(why(file)).toBe('binary');
  });

  it('when a line of it has 10 MB, and says which', () => {
    const file = `firstname,lastname\nJo,Doe\n${'x'.repeat(10 * 1024 * 1024)}\n`;
    expect(openFile(utf8(file))).toEqual({ ok: false, why: 'line-too-long', line: 3 });
  });

  it('when a quote is not closed, since nobody knows where that cell ends', () => {
    const file = `firstname,lastname\nJo,Doe\n"Al,Doe\n${'Bo,Doe\n'.repeat(500)}`;
    expect(openFile(utf8(file))).toMatchObject({ ok: false, why: 'unclosed-quote' });
  });

  it('when it has 300 columns', () => {
    expect(why(`firstname,${'x,'.repeat(299)}\n`.repeat(2))).toBe('too-many-columns');
  });

  it('when it has a million rows', () => {
    expect(why(`firstname,workphone\n${'Jo,123\n'.repeat(1_000_000)}`)).toBe('too-many-contacts');
  });

  it('when it has the names of columns and nothing else', () => {
    expect(why('firstname,lastname,workphone\n')).toBe('no-contacts');
  });
});

describe('what is skipped is told, and the rest is read', () => {
  it('a card without a name goes by its company, its address or its number, and one without anything is skipped', () => {
    const card = (line: string) => `BEGIN:VCARD\r\nVERSION:3.0\r\n${line}\r\nEND:VCARD\r\n`;
    const people = read(['ORG:Contoso', 'EMAIL:a@example.com', 'TEL:201', 'NOTE:Nobody'].map(card).join(''));
    expect(people.map(({ card }) => card?.company || card?.emails[0] || card?.numbers[0]?.number)).toEqual([
      'Contoso',
      'a@example.com',
      '201',
      undefined,
    ]);
    expect(people[3]?.skipped).toEqual([{ place: 4, name: '', why: 'nothing-in-it' }]);
  });

  it('a picture of 10 MB is left out, and its person is not', () => {
    const picture = `PHOTO;ENCODING=b;TYPE=GIF:${'R0lG'.repeat((10 * 1024 * 1024) / 3)}`;
    const [person] = read(vcard30.replace(/PHOTO.*/, picture));
    expect(person?.card?.firstName).toBe('María');
    expect(person?.picture).toBeNull();
    expect(person?.skipped.map(({ why }) => why)).toEqual(['picture-too-large']);
  });

  it('a picture of 10 MB in folded lines is left out too', () => {
    const picture = `PHOTO;ENCODING=b;TYPE=GIF:\r\n${` ${'R0lG'.repeat(18)}\r\n`.repeat(146_000)}`;
    const [person] = read(vcard30.replace(/PHOTO.*\r\n/, picture));
    expect(person?.card?.firstName).toBe('María');
    expect(person?.skipped.map(({ why }) => why)).toEqual(['picture-too-large']);
  });

  it('a picture that is none, or a drawing that can hold a program, is left out', () => {
    for (const bytes of ['AAAA', btoa('<svg onload="alert(1)"/>'), '%%%%']) {
      const [person] = read(vcard30.replace(/PHOTO.*/, `PHOTO;ENCODING=b;TYPE=GIF:${bytes}`));
      expect(person?.skipped.map(({ why }) => why)).toEqual(['picture-not-understood']);
    }
  });

  it('a property longer than any text is left out', () => {
    const [person] = read(vcard30.replace('NOTE:', `NOTE:${'x'.repeat(fileLimits.line)}`));
    expect(person?.card?.note).toBe('');
    expect(person?.skipped.map(({ why }) => why)).toEqual(['too-long']);
  });

  it('a file without an end keeps every card but the last', () => {
    const cut = (vcard30 + vcard30).slice(0, -30);
    expect(read(cut).map(({ card, skipped }) => card?.firstName ?? skipped[0]?.why)).toEqual([
      'María',
      'unfinished-card',
    ]);
  });
});

it('script in every field is text and nothing else, on the way in and out', () => {
  const script = '<img src=x onerror=alert(1)>';
  const headers = 'firstname,lastname,company,workphone,email,note,address,city,language';
  const [person] = read(`${headers}\n${headers.replace(/\w+/g, script)}\n`);
  expect(person?.card).toMatchObject({
    firstName: script,
    note: script,
    numbers: [{ kind: 'work', number: script }],
  });
  const [again] = read(person?.card ? writeVcard(person.card, null) : '');
  expect(again?.card).toEqual(person?.card);
});

it('a key of every object is not taken for a column', () => {
  expect(read('firstname,__proto__,constructor,toString\nJo,a,b,c\n')[0]?.card).toMatchObject({
    firstName: 'Jo',
  });
  expect(
    read(vcard30.replace('TITLE:', '__proto__:').replace('BDAY:', 'CONSTRUCTOR:'))[0]?.card?.firstName,
  ).toBe('María');
});

it('the end of a card inside a kept line cannot end the card that is written', () => {
  const [person] = read('firstname,vcard\nJo,"END:VCARD\nX-A:1\nBEGIN:VCARD"\n');
  expect(person?.card?.others).toEqual(['X-A:1']);
});
