import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { placeInForm, readForm } from '../core/profile/form-document';
import type { Problem } from '../core/profile/profile';
import type { FormPlace } from './profile-form';
import type { EditorView } from './profile-toolbar';
import { showInField } from './show-in-field';

type Places = {
  readonly view: EditorView;
  /** The field of the form that a problem leads to. */
  readonly wanted: FormPlace | undefined;
  setView(view: EditorView): void;
  /** Leads to what a problem is about: to its field in the form, or to its place in the text. */
  show(problem: Problem): void;
  /** Leads from the caret to the next problem in the text, or to the one before; at the end to the first. */
  step(problems: readonly Problem[], by: 1 | -1): void;
};

/** Where in the editor a person is, and the ways to what is wrong. */
export function usePlaces(field: RefObject<HTMLTextAreaElement | null>, draft: string): Places {
  const [view, setView] = useState<EditorView>('text');
  const [wanted, setWanted] = useState<FormPlace>();
  const [shown, setShown] = useState<Problem>();
  useLayoutEffect(() => {
    if (!shown || view !== 'text' || !field.current) return;
    // Not before the text is to be seen.
    showInField(field.current, shown);
    setShown(undefined);
  }, [field, shown, view]);
  const showText = (problem: Problem) => {
    setView('text');
    setShown(problem);
  };
  return {
    view,
    wanted,
    setView(chosen) {
      setWanted(undefined);
      setView(chosen);
    },
    show(problem) {
      const form = view === 'form' ? readForm(draft) : null;
      const place = form && placeInForm(form, problem);
      if (place) setWanted(place);
      else showText(problem);
    },
    step(problems, by) {
      const caret = field.current?.selectionStart ?? 0;
      const next =
        by > 0
          ? (problems.find(({ offset }) => offset > caret) ?? problems[0])
          : (problems.findLast(({ offset }) => offset < caret) ?? problems.at(-1));
      if (next) showText(next);
    },
  };
}
