export declare const ticksChip: import('@weir/stark/air/builder').Chip<readonly ['active']>;
