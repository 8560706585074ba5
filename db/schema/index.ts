export * from "./accounts";
export * from "./cart";
export * from "./catalog";
export * from "./orders";
export * from "./platform";
export * from "./retailers";
