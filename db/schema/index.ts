export * from "./accounts";
export * from "./cart";
export * from "./catalog";
export * from "./orders";
export * from "./outbox-messages";
export * from "./platform";
export * from "./retailers";
export * from "./store";
