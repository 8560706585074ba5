import { expect, test } from "@playwright/test";
import { AnswerReader } from "./answer-reader";
import type { Audit, Scores } from "./audit";
import { judge } from "./targets";
import { scriptsOf } from "./weigh";

const answers = Buffer.from(
  [
    "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
    "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n",
    "HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n",
    "HTTP/1.1 429 Too Many Requests\r\ncontent-length: 0\r\n\r\n",
  ].join(""),
);

test("answers end where they end, however the bytes arrive", () => {
  for (let size = 1; size <= answers.length; size += 1) {
    const reader = new AnswerReader();
    const seen: number[] = [];
    for (let at = 0; at < answers.length; at += size) seen.push(...reader.push(answers.subarray(at, at + size)));
    expect(seen, `in pieces of ${size}`).toEqual([200, 201, 304, 429]);
  }
});

test("a page's scripts are those of its elements and of its flight data, each once, without polyfills", () => {
  const html = `<script src="/_next/static/chunks/a.js" async=""></script>
    <script src="/_next/static/chunks/old.js" noModule=""></script>
    <script>self.__next_f.push([1,"I[1,[\\"/_next/static/chunks/a.js\\",\\"/_next/static/chunks/b-~1.js\\"]]"])</script>`;
  expect(scriptsOf(html)).toEqual(["/_next/static/chunks/a.js", "/_next/static/chunks/b-~1.js"]);
});

const scores: Scores = {
  performance: 100,
  accessibility: 100,
  bestPractices: 100,
  seo: 100,
  cls: 0,
  fcp: 800,
  lcp: 1000,
  tbt: 0,
  bytes: 150_000,
};
const audits = (over: Partial<Scores>): Audit[] => [{ scores: { ...scores, ...over }, failed: [] }];

test("targets are met up to their edge, and missed beyond it", () => {
  const missed = (over: Partial<Scores>) => judge("page", audits(over), scores).missed;
  expect(missed({ performance: 97, lcp: 1300 })).toEqual([]);
  expect(missed({ performance: 96, lcp: 1301, cls: 0.001, seo: 99 })).toHaveLength(4);
  expect(missed({ accessibility: Number.NaN })).toHaveLength(1);
});
