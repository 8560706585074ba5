// DESIGN 3, "Who may import whom". Only rules: what is not named here is allowed.
const NOUNS = "accounts|retailers|catalog|offers|cart|orders|reviews|support|notifications|live|reports|search";
/** Each noun may import itself and what stands left of it. */
const ORDER = ["accounts", "retailers", "catalog", "offers", "cart", "orders", "reviews", "support"];
const TESTS = "\\.test\\.tsx?$|/testing/";

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const leftwards = ORDER.slice(0, -1).map((noun, index) => {
  // reviews and support stand side by side at the right end.
  const right = noun === "reviews" ? ["support"] : ORDER.slice(index + 1);
  return rule(
    `${noun}-imports-leftwards`,
    "Nouns import only leftwards along accounts, retailers, catalog, offers, cart, orders, reviews|support",
    { path: `^lib/${noun}/`, pathNot: TESTS },
    { path: `^lib/(?:${right.join("|")})/` },
  );
});

module.exports = {
  forbidden: [
    rule(
      "no-cycles",
      "A cycle makes two rooms one",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    rule("resolvable", "An import must lead somewhere", {}, { couldNotResolve: true, pathNot: "^\\.next/" }),
    rule("app-not-db", "A door names an operation or a query", { path: "^app/" }, { path: "^db/" }),
    rule(
      "app-imports",
      "app may import components, lib/web, lib/auth, lib/<noun>, lib/platform",
      { path: "^app/" },
      { path: "^lib/commands/|^server\\.ts$" },
    ),
    rule(
      "components-imports",
      "components may import components, lib/<noun>/{actions,input,rules,views}, sign-in actions, money and the words",
      { path: "^components/", pathNot: TESTS },
      {
        path: "^(?:app|db|lib)/",
        pathNot: `^lib/(?:${NOUNS})/(?:|[^/]+/)(?:actions|cookie|input|rules|views)(?:\\.ts$|/)|^lib/auth/actions\\.ts$|^lib/platform/(?:money|messages)`,
      },
    ),
    rule(
      "jquery-in-profile",
      "Only components/profile imports jquery",
      { pathNot: "^components/profile/" },
      { path: "node_modules/(?:@types/)?jquery/" },
    ),
    rule(
      "nouns-below-doors",
      "lib/<noun> may import db, lib/platform, and lib/web in operations and actions",
      { path: `^lib/(?:${NOUNS})/`, pathNot: TESTS },
      { path: "^(?:app|components|lib/commands)/|^server\\.ts$" },
    ),
    rule(
      "web-in-operations-and-actions",
      "Of a noun, only operations and actions know lib/web, and subscribers the events",
      {
        path: `^lib/(?:${NOUNS})/`,
        pathNot: `^lib/[a-z]+/(?:|[^/]+/)(?:operations|actions|queries|subscribers|import/(?:taxonomy-)?operation)|${TESTS}`,
      },
      { path: "^lib/web/" },
    ),
    rule(
      "browser-safe",
      "input, rules and views run in the browser",
      { path: `^lib/(?:${NOUNS})/(?:|[^/]+/)(?:input|rules|views)(?:\\.ts$|/)`, pathNot: TESTS },
      {
        path: "^db/(?!schema/order-transitions\\.ts$)|^lib/web/|^lib/accounts/passwords|^lib/platform/(?:env|log|store|mail|sms|files|jobs|postgres)|(?:operations|queries|actions)\\.ts$",
      },
    ),
    rule(
      "platform-is-the-floor",
      "lib/platform and db/schema import nothing above them",
      { path: "^lib/platform/|^db/schema/", pathNot: TESTS },
      { path: `^(?:app|components)/|^lib/(?:${NOUNS}|web|auth|commands)/|^server\\.ts$`, pathNot: TESTS },
    ),
    rule(
      "platform-not-db",
      "lib/platform does not know the market's tables",
      { path: "^lib/platform/", pathNot: TESTS },
      { path: "^db/", pathNot: "^db/schema/platform\\.ts$" },
    ),
    rule(
      "passwords-in-one-place",
      "One file hashes and compares passwords, and no browser gets its list",
      { pathNot: `^lib/accounts/passwords\\.ts$|${TESTS}` },
      { path: "node_modules/(?:@node-rs/argon2|@zxcvbn-ts/)" },
    ),
    rule(
      "commands-are-a-door",
      "Only the terminal's door imports lib/commands",
      { path: "^(?:app|components|db|lib)/", pathNot: "^lib/commands/" },
      { path: "^lib/commands/" },
    ),
    ...leftwards,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^\\.next/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    parser: "swc",
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
