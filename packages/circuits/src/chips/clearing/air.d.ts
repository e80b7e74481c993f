/** Which list a tuple on bus `stage` belongs to. */
export declare const STAGE: {
    readonly fills: 1;
    readonly prices: 2;
    readonly rides: 3;
};
export declare const clearingChip: import("@weir/stark/air/builder").Chip<readonly ["active", "firstTick", "fillsEnd", "pricesEnd", "lastAccount", "lastSlot", "lastAssetHigh", "lastAssetLow", "lastTicketHigh", "lastTicketLow"]>;
