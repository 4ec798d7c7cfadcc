/** What is about to be dialled: what stands in the number field, and whether the dial rules are switched off for it. */
export type Draft = { typed: string; asTyped: boolean };

export const emptyDraft: Draft = { typed: '', asTyped: false };
