import { useState } from 'preact/hooks';
import { readLogBook } from '../store/log-book';
import { Note } from '../ui/note';
import { saveText } from '../ui/save-text';
import { text } from '../ui/text';
import { Section } from './section';

export const LogSection = () => {
  const [isEmpty, setEmpty] = useState(false);
  const download = async () => {
    const lines = await readLogBook();
    setEmpty(lines.length === 0);
    const name = `offhook-log-${new Date().toISOString().slice(0, 10)}.txt`;
    if (lines.length > 0) saveText(name, `${lines.join('\n')}\n`, 'text/plain');
  };
  return (
    <Section id="log" heading={text('logHeading')}>
      <p>{text('logLead')}</p>
      {isEmpty && <Note tone="plain">{text('logEmpty')}</Note>}
      <button type="button" onClick={download}>
        {text('logDownload')}
      </button>
    </Section>
  );
};
