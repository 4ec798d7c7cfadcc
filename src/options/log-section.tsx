import { useState } from 'preact/hooks';
import { readLogBook } from '../store/log-book';
import { Note } from '../ui/note';
import { text } from '../ui/text';
import { Section } from './section';

export const LogSection = () => {
  const [isEmpty, setEmpty] = useState(false);
  const download = async () => {
    const lines = await readLogBook();
    setEmpty(lines.length === 0);
    if (lines.length > 0) saveText(`offhook-log-${new Date().toISOString().slice(0, 10)}.txt`, lines);
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

function saveText(name: string, lines: readonly string[]): void {
  const url = URL.createObjectURL(new Blob([lines.join('\n'), '\n'], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
