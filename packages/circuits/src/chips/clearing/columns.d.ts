/** Columns of the `clearing` chip: its single row joins the fills, prices and rides of the batch's clearing. */
export declare const CLEARING_COLUMNS: readonly ["active", "firstTick", "fillsEnd", "pricesEnd", "lastAccount", "lastSlot", "lastAssetHigh", "lastAssetLow", "lastTicketHigh", "lastTicketLow"];
