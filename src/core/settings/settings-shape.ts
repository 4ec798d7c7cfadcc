/** The form of the settings in a file. Strict, so that a slip in a hand-written file is told instead of ignored. */
import * as v from 'valibot';
import { MOST_TEXT } from '../profile/recognise';
import { extensionPattern } from './policy';

const text = v.pipe(v.string(), v.maxLength(MOST_TEXT));
const digits = v.pipe(v.string(), v.maxLength(32), v.regex(/^[\d*#]*$/, 'digits, * and #'));
const lengths = v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(32)));
const preferences = v.exactOptional(
  v.strictObject({
    contactMatchingMinDigits: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(15))),
    autoAnswer: v.exactOptional(v.boolean()),
    dtmfPayloadType: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(96), v.maxValue(127))),
    codecs: v.strictObject({
      opus: v.exactOptional(v.boolean()),
      g722: v.exactOptional(v.boolean()),
      g711a: v.exactOptional(v.boolean()),
      g711u: v.exactOptional(v.boolean()),
    }),
  }),
);
export const settingsShape = v.strictObject({
  account: v.exactOptional(
    v.strictObject({
      server: v.variant('kind', [
        v.strictObject({ kind: v.literal('named'), name: v.string() }),
        v.strictObject({ kind: v.literal('automatic') }),
      ]),
      extension: v.pipe(v.string(), v.regex(extensionPattern, 'an extension, such as 201')),
    }),
  ),
  sources: v.exactOptional(
    v.strictObject({
      address: v.exactOptional(v.strictObject({ url: v.string(), pick: v.nullable(v.string()) })),
      file: v.exactOptional(v.strictObject({ name: v.string(), text, preferences })),
      paste: v.exactOptional(v.strictObject({ text, preferences })),
    }),
  ),
  ownRules: v.exactOptional(
    v.strictObject({
      outsidePrefix: digits,
      countryCode: digits,
      cityCodes: v.array(digits),
      pbxPrefix: digits,
      longDistancePrefix: digits,
      internationalPrefix: digits,
      extensionLengths: lengths,
      nationalLengths: lengths,
      removeAreaCode: v.boolean(),
      applyToPlusNumber: v.boolean(),
    }),
  ),
});

export type SettingsShape = v.InferOutput<typeof settingsShape>;
