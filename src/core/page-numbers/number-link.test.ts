import { expect, it } from 'vitest';
import { readNumberLink, toLinkAddress } from './number-link';

it.each([
  ['tel:+13035550142', 'tel:+13035550142'],
  ['TEL:303-555-0142', 'tel:303-555-0142'],
  ['tel:7042;phone-context=+1303', 'tel:7042;phone-context=+1303'],
  ['tel://030123', 'tel:030123'],
  ['tel:*17', 'tel:*17'],
  ['callto:+49301234567', 'tel:+49301234567'],
  ['callto://+49301234567?call', 'tel:+49301234567'],
  ['callto:anna@example.com', 'sip:anna@example.com'],
  ['sip:201@example.com', 'sip:201@example.com'],
  ['sips:201@example.com;transport=tls', 'sips:201@example.com;transport=tls'],
])('a link to %s calls %s', (href, typed) => {
  expect(readNumberLink(href)?.typed).toBe(typed);
});

it.each([
  'https://example.com/tel:1',
  'mailto:a@b.c',
  'tel:',
  'callto:anna',
  'javascript:alert(1)',
  `tel:${'1'.repeat(300)}`,
])('a link to %s calls nobody', (href) => {
  expect(readNumberLink(href)).toBeNull();
});

it.each([
  ['(303) 555-0142', 'tel:3035550142'],
  ['+49 30 55501234', 'tel:+493055501234'],
  ['*14#', 'tel:*14%23'],
  ['tel:+13035550142;ext=12', 'tel:+13035550142;ext=12'],
  ['sip:201@example.com', 'sip:201@example.com'],
])('hands %s to another program as %s', (typed, address) => {
  expect(toLinkAddress(typed)).toBe(address);
});
