import { useMemo, useRef, useState } from 'preact/hooks';
import type { ProfileDocument } from '../bus/protocol';
import { decodeProfile, encodingProblems } from '../core/profile/decode';
import { applyFixes, problemsOf } from '../core/profile/mend';
import { parseProfile } from '../core/profile/parse-profile';
import type { Problem } from '../core/profile/profile';
import { MOST_TEXT } from '../core/profile/recognise';
import { Note } from '../ui/note';
import { text } from '../ui/text';
import { requestGatewayAccess } from './gateway-access';
import { ProblemList } from './problem-list';
import { ProfileField } from './profile-field';
import { ProfileReady } from './profile-ready';
import { showInField } from './show-in-field';

type Props = {
  draft: string;
  onDraft: (draft: string) => void;
  onUse: (document: ProfileDocument) => Promise<boolean>;
};

/** A document on its way into force: read while it is written, and taken only when it is understood as a whole. */
export const ProfileEditor = ({ draft, onDraft, onUse }: Props) => {
  const field = useRef<HTMLTextAreaElement>(null);
  const [fileProblems, setFileProblems] = useState<readonly Problem[]>([]);
  const [outcome, setOutcome] = useState<'saved' | 'lost'>();
  const result = useMemo(() => (draft.trim() === '' ? null : parseProfile(draft)), [draft]);
  const problems = [...fileProblems, ...(result ? (result.ok ? result.warnings : result.problems) : [])];
  const isRefused = problems.some(({ severity }) => severity === 'error');
  const write = (written: string) => {
    setFileProblems([]);
    setOutcome(undefined);
    onDraft(withoutCarriageReturns(written));
  };
  const open = async (file: File) => {
    const decoded = decodeProfile(new Uint8Array(await file.arrayBuffer()));
    // A text field takes seconds to lay out what is far too long to be used.
    const isTooLong = decoded.text.length > MOST_TEXT;
    write(isTooLong ? '' : decoded.text);
    setFileProblems(isTooLong ? problemsOf(decoded.text) : encodingProblems(decoded));
  };
  const use = async (document: ProfileDocument) => {
    // Chrome asks only right from a click. Its answer is not waited for: the profile is good whatever it is.
    void requestGatewayAccess(document.profiles);
    const isSaved = await onUse(document);
    if (isSaved) write('');
    setOutcome(isSaved ? 'saved' : 'lost');
  };
  return (
    <div class="profile-editor">
      <ProfileField field={field} draft={draft} isRefused={isRefused} onText={write} onFile={open} />
      {outcome === 'saved' && <Note tone="good">{text('profileSaved')}</Note>}
      {outcome === 'lost' && <Note tone="bad">{text('profileNotSaved')}</Note>}
      {isRefused && <Note tone="bad">{text('profileRefused')}</Note>}
      <ProblemList
        problems={problems}
        onShow={(problem) => field.current && showInField(field.current, problem)}
        onFix={(problem) => write(applyFixes(draft, [problem]))}
      />
      {result?.ok && <ProfileReady document={{ text: draft, profiles: result.profiles }} onUse={use} />}
    </div>
  );
};

// A text field counts a line break as one character, and so the places of problems must.
function withoutCarriageReturns(written: string): string {
  return written.replace(/\r\n?/g, '\n');
}
