export interface User {
  readonly password: string;
  /** What others see on their screens when this user calls. */
  readonly name: string;
}

export type Users = Readonly<Record<string, User>>;

const names = [
  'Alice Adams',
  'Bob Brown',
  'Carol Clark',
  'Dave Davis',
  'Erin Evans',
  'Frank Foster',
  'Grace Green',
  'Heidi Hill',
  'Ivan Irving',
];

/** 201 to 209, each with the password `secret-20X`. */
export const defaultUsers: Users = Object.fromEntries(
  names.map((name, index) => [`${201 + index}`, { password: `secret-${201 + index}`, name }]),
);
