export declare const splitChip: import('@weir/stark/air/builder').Chip<readonly ['active', 'low', 'middle', 'top', 'hi', 'inverse']>;
