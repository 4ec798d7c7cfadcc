/** A person of an address book elsewhere, as far as it can be called or written to. */
export type Colleague = {
  readonly id: string;
  readonly name: string;
  readonly emails: readonly string[];
  readonly numbers: readonly string[];
};
