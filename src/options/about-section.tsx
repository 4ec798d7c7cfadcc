import { browser } from '../platform/browser';
import { text } from '../ui/text';
import { Section } from './section';

/** What this is, and what becomes of what it knows. */
export const AboutSection = () => (
  <Section id="about" heading={text('aboutHeading')}>
    <p>{text('aboutVersion', browser.runtime.getManifest().version)}</p>
    <ul>
      <li>{text('privacyCalls')}</li>
      <li>{text('privacyKept')}</li>
      <li>{text('privacyPassword')}</li>
      <li>{text('privacyMicrophone')}</li>
    </ul>
  </Section>
);
