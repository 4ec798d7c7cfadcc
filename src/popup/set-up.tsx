import { openOptions } from '../ui/open-page';
import { text } from '../ui/text';

/** Nothing is known yet: one sentence, one button. */
export const SetUp = () => (
  <section class="set-up">
    <h2>{text('setUpHeading')}</h2>
    <p>{text('setUpText')}</p>
    <button type="button" class="primary" onClick={openOptions}>
      {text('setUpButton')}
    </button>
  </section>
);
