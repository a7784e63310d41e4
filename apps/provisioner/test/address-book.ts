/** Whose each e-mail address is, as Forgejo keeps them: one that an account had before stays its own, as it was spelt. */
export type AddressBook = {
  readonly isTaken: (address: string) => boolean;
  /** Makes it the account's, and tells how it is spelt. Undefined: it is another's. */
  readonly take: (address: string, account: string) => string | undefined;
  /** The account is deleted. */
  readonly giveUp: (account: string) => void;
  /** What brings back how it is now. */
  readonly backup: () => () => void;
};

export function addressBook(): AddressBook {
  let entries = new Map<string, { readonly account: string; readonly address: string }>();
  return {
    isTaken: (address) => entries.has(address.toLowerCase()),
    take(address, name) {
      const account = name.toLowerCase();
      const entry = entries.get(address.toLowerCase()) ?? { account, address };
      entries.set(address.toLowerCase(), entry);
      return entry.account === account ? entry.address : undefined;
    },
    giveUp(name) {
      entries = new Map([...entries].filter(([, { account }]) => account !== name.toLowerCase()));
    },
    backup() {
      const saved = new Map(entries);
      return () => {
        entries = new Map(saved);
      };
    },
  };
}
