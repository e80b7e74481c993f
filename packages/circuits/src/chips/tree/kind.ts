/**
 * Kinds of nodes on bus `node`. They keep an account's slots apart from everything that hangs on the account trees, and say whether a changed slot below has a diff
 * word. An element of its own: packed into `a` or `depth`, another row could reach the same number by other parts.
 */
export const NODE_KIND = { accounts: 0, slots: 1, silentSlots: 2 } as const;
