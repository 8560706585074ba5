import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { CodeStore } from "./types";

/** A store under test, and what only its own inside can tell or do. */
export type StoreUnderTest = {
  store: CodeStore;
  expireCode(key: string): Promise<void>;
  holdsCode(key: string): Promise<boolean>;
  /** Makes everything that was taken so far `seconds` older. */
  age(seconds: number): Promise<void>;
};

const inParallel = <T>(count: number, call: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => call(index)));

const count = <T>(all: T[], wanted: T) => all.filter((one) => one === wanted).length;

/** What every code store must do; `current` is asked inside each test. */
export function codeStoreContract(name: string, current: () => StoreUnderTest): void {
  describe(`${name}: codes`, () => {
    test("the right hash matches once", async () => {
      const { store } = current();
      const key = randomUUID();
      await store.putCode(key, { hash: "right" }, 300);
      expect(await store.checkCode(key, "right", 5)).toBe("match");
      expect(await store.checkCode(key, "right", 5)).toBe("gone");
    });

    test("a code that was never put is gone", async () => {
      expect(await current().store.checkCode(randomUUID(), "right", 5)).toBe("gone");
    });

    test("the right hash still matches at the last attempt", async () => {
      const { store } = current();
      const key = randomUUID();
      await store.putCode(key, { hash: "right" }, 300);
      for (let attempt = 1; attempt < 5; attempt++) expect(await store.checkCode(key, "no", 5)).toBe("wrong");
      expect(await store.checkCode(key, "right", 5)).toBe("match");
    });

    test("the fifth wrong attempt deletes the code", async () => {
      const { store, holdsCode } = current();
      const key = randomUUID();
      await store.putCode(key, { hash: "right" }, 300);
      for (let attempt = 1; attempt <= 5; attempt++) {
        expect(await holdsCode(key)).toBe(true);
        expect(await store.checkCode(key, "no", 5)).toBe("wrong");
      }
      expect(await holdsCode(key)).toBe(false);
      expect(await store.checkCode(key, "right", 5)).toBe("gone");
    });

    test("asking again replaces the code and its attempts", async () => {
      const { store } = current();
      const key = randomUUID();
      await store.putCode(key, { hash: "old" }, 300);
      for (let attempt = 1; attempt < 5; attempt++) await store.checkCode(key, "no", 5);
      await store.putCode(key, { hash: "new" }, 300);
      expect(await store.checkCode(key, "old", 5)).toBe("wrong");
      expect(await store.checkCode(key, "no", 5)).toBe("wrong");
      expect(await store.checkCode(key, "new", 5)).toBe("match");
    });

    test("an expired code is gone, and a new one under its key is not", async () => {
      const { store, expireCode } = current();
      const key = randomUUID();
      await store.putCode(key, { hash: "right" }, 300);
      await expireCode(key);
      expect(await store.checkCode(key, "right", 5)).toBe("gone");
      await store.putCode(key, { hash: "right" }, 300);
      expect(await store.checkCode(key, "right", 5)).toBe("match");
    });

    test("a dropped code is gone, and dropping nothing is no error", async () => {
      const { store } = current();
      const key = randomUUID();
      await store.dropCode(key);
      await store.putCode(key, { hash: "right" }, 300);
      await store.dropCode(key);
      expect(await store.checkCode(key, "right", 5)).toBe("gone");
    });

    test("keys are apart", async () => {
      const { store } = current();
      const [one, other] = [randomUUID(), randomUUID()];
      await store.putCode(one, { hash: "right" }, 300);
      await store.putCode(other, { hash: "right" }, 300);
      expect(await store.checkCode(one, "right", 5)).toBe("match");
      expect(await store.checkCode(other, "right", 5)).toBe("match");
    });

    test("of 100 parallel wrong guesses exactly 5 are compared", async () => {
      const { store } = current();
      const key = randomUUID();
      await store.putCode(key, { hash: "right" }, 300);
      const answers = await inParallel(100, (index) => store.checkCode(key, `guess ${index}`, 5));
      expect([count(answers, "wrong"), count(answers, "gone")]).toEqual([5, 95]);
      expect(await store.checkCode(key, "right", 5)).toBe("gone");
    });

    test("a proof matches as often as it is asked for, and leaves the code to be used once", async () => {
      const { store } = current();
      const key = randomUUID();
      await store.putCode(key, { hash: "right" }, 300);
      for (let proof = 1; proof <= 7; proof++) expect(await store.proveCode(key, "right", 5)).toBe("match");
      expect(await store.checkCode(key, "right", 5)).toBe("match");
      expect(await store.proveCode(key, "right", 5)).toBe("gone");
    });

    test("a wrong proof counts as an attempt, and the fifth of both deletes the code", async () => {
      const { store, holdsCode } = current();
      const key = randomUUID();
      await store.putCode(key, { hash: "right" }, 300);
      for (let attempt = 1; attempt <= 2; attempt++) {
        expect(await store.proveCode(key, "no", 5)).toBe("wrong");
        expect(await store.checkCode(key, "no", 5)).toBe("wrong");
      }
      expect(await store.proveCode(key, "right", 5), "right at the last attempt").toBe("match");
      expect(await holdsCode(key)).toBe(true);
      expect(await store.proveCode(key, "no", 5)).toBe("wrong");
      expect(await holdsCode(key)).toBe(false);
      expect(await store.proveCode(key, "right", 5)).toBe("gone");
    });

    test("an expired code proves nothing", async () => {
      const { store, expireCode } = current();
      const key = randomUUID();
      await store.putCode(key, { hash: "right" }, 300);
      await expireCode(key);
      expect(await store.proveCode(key, "right", 5)).toBe("gone");
    });

    test("of 100 parallel wrong proofs exactly 5 are compared", async () => {
      const { store } = current();
      const key = randomUUID();
      await store.putCode(key, { hash: "right" }, 300);
      const answers = await inParallel(100, (index) => store.proveCode(key, `guess ${index}`, 5));
      expect([count(answers, "wrong"), count(answers, "gone")]).toEqual([5, 95]);
      expect(await store.checkCode(key, "right", 5)).toBe("gone");
    });

    test("of 100 that prove the right answer and then use it, at once, exactly one uses it", async () => {
      const { store } = current();
      const key = randomUUID();
      await store.putCode(key, { hash: "right" }, 300);
      const answers = await inParallel(100, async () => {
        const proof = await store.proveCode(key, "right", 5);
        return proof === "match" ? store.checkCode(key, "right", 5) : proof;
      });
      expect([count(answers, "match"), count(answers, "gone")]).toEqual([1, 99]);
    });

    test("of 100 parallel right answers exactly one matches", async () => {
      const { store } = current();
      const key = randomUUID();
      await store.putCode(key, { hash: "right" }, 300);
      const answers = await inParallel(100, () => store.checkCode(key, "right", 5));
      expect([count(answers, "match"), count(answers, "gone")]).toEqual([1, 99]);
    });
  });

  describe(`${name}: limits`, () => {
    test("takes up to the limit and tells what remains", async () => {
      const { store } = current();
      const bucket = randomUUID();
      expect(await store.take(bucket, 2, 600)).toEqual({ ok: true, remaining: 1, retryAfter: 0 });
      expect(await store.take(bucket, 2, 600)).toEqual({ ok: true, remaining: 0, retryAfter: 0 });
      const refused = await store.take(bucket, 2, 600);
      expect(refused).toMatchObject({ ok: false, remaining: 0 });
      expect(refused.retryAfter).toBeGreaterThan(595);
      expect(refused.retryAfter).toBeLessThanOrEqual(600);
    });

    test("a take costs what it says, and one that does not fit takes nothing", async () => {
      const { store } = current();
      const bucket = randomUUID();
      expect(await store.take(bucket, 10, 60, 7)).toMatchObject({ ok: true, remaining: 3 });
      expect(await store.take(bucket, 10, 60, 4)).toMatchObject({ ok: false, remaining: 3 });
      expect(await store.take(bucket, 10, 60, 3)).toMatchObject({ ok: true, remaining: 0 });
      expect(await store.take(randomUUID(), 10, 60, 11)).toEqual({ ok: false, remaining: 10, retryAfter: 60 });
      expect(await store.take(randomUUID(), 0, 60)).toEqual({ ok: false, remaining: 0, retryAfter: 60 });
    });

    test("the window slides: what is old enough comes free, and no sooner", async () => {
      const { store, age } = current();
      const bucket = randomUUID();
      await store.take(bucket, 3, 600);
      await age(400);
      await store.take(bucket, 3, 600, 2);
      await age(190);
      const refused = await store.take(bucket, 3, 600);
      expect(refused.ok).toBe(false);
      expect(refused.retryAfter).toBeGreaterThan(0);
      expect(refused.retryAfter).toBeLessThanOrEqual(10);
      await age(11);
      expect(await store.take(bucket, 3, 600)).toMatchObject({ ok: true, remaining: 0 });
      expect(await store.take(bucket, 3, 600)).toMatchObject({ ok: false });
    });

    test("a large limit is never exceeded in its window, and comes free again", async () => {
      const { store, age } = current();
      const bucket = randomUUID();
      for (let part = 0; part < 10; part++) {
        expect((await store.take(bucket, 1000, 60, 100)).ok).toBe(true);
        await age(5);
      }
      // The first 100 are 50 s old by now; rounding may hold them one slot of 60/64 s longer, never shorter.
      await age(4);
      expect((await store.take(bucket, 1000, 60, 1)).ok).toBe(false);
      await age(7);
      expect((await store.take(bucket, 1000, 60, 100)).ok).toBe(true);
      expect((await store.take(bucket, 1000, 60, 1)).ok).toBe(false);
    });

    test("rounding never lets a taken amount go before its window has passed", async () => {
      const { store, age } = current();
      const [bucket, window] = [randomUUID(), 640_000];
      await store.take(bucket, 1000, window, 1000);
      await age(window - 10);
      expect((await store.take(bucket, 1000, window)).ok).toBe(false);
    });

    test("a limit is exact under 100 parallel calls", async () => {
      const { store } = current();
      const bucket = randomUUID();
      const answers = await inParallel(100, () => store.take(bucket, 30, 600));
      expect(
        count(
          answers.map((answer) => answer.ok),
          true,
        ),
      ).toBe(30);
      expect(new Set(answers.filter((answer) => answer.ok).map((answer) => answer.remaining)).size).toBe(30);
    });

    test("a large limit is exact under 200 parallel calls", async () => {
      const { store } = current();
      const bucket = randomUUID();
      const answers = await inParallel(200, () => store.take(bucket, 150, 600));
      expect(
        count(
          answers.map((answer) => answer.ok),
          true,
        ),
      ).toBe(150);
    });

    test("takeAll takes from every rule, several windows of one bucket among them", async () => {
      const { store } = current();
      const [person, address] = [randomUUID(), randomUUID()];
      const rules = [
        { bucket: person, limit: 1, windowSeconds: 60 },
        { bucket: person, limit: 3, windowSeconds: 600 },
        { bucket: address, limit: 30, windowSeconds: 3600 },
      ];
      expect(await store.takeAll(rules)).toEqual({ ok: true, retryAfter: 0 });
      expect((await store.take(person, 3, 600, 2)).remaining).toBe(0);
      expect((await store.take(address, 30, 3600)).remaining).toBe(28);
    });

    test("takeAll over a known and a new bucket takes 1 from each", async () => {
      const { store } = current();
      const [known, fresh] = [randomUUID(), randomUUID()];
      await store.take(known, 10, 60);
      await store.takeAll([
        { bucket: known, limit: 10, windowSeconds: 60 },
        { bucket: fresh, limit: 10, windowSeconds: 60 },
      ]);
      expect((await store.take(known, 10, 60)).remaining).toBe(7);
      expect((await store.take(fresh, 10, 60)).remaining).toBe(8);
    });

    test("takeAll takes nothing from any when one is exhausted, and names the one to wait longest for", async () => {
      const { store } = current();
      const [first, spent, longest] = [randomUUID(), randomUUID(), randomUUID()];
      await store.take(spent, 1, 60);
      await store.take(longest, 1, 600);
      const refused = await store.takeAll([
        { bucket: first, limit: 2, windowSeconds: 60 },
        { bucket: spent, limit: 1, windowSeconds: 60 },
        { bucket: longest, limit: 1, windowSeconds: 600 },
      ]);
      expect(refused).toMatchObject({ ok: false, bucket: longest });
      expect(refused.retryAfter).toBeGreaterThan(595);
      expect((await store.take(first, 2, 60, 2)).ok).toBe(true);
    });

    test("takeAll is all or nothing under parallel calls with rules in opposite order", async () => {
      const { store } = current();
      const one = { bucket: randomUUID(), limit: 40, windowSeconds: 600 };
      const two = { bucket: randomUUID(), limit: 25, windowSeconds: 600 };
      const answers = await inParallel(100, (index) => store.takeAll(index % 2 ? [one, two] : [two, one]));
      expect(
        count(
          answers.map((answer) => answer.ok),
          true,
        ),
      ).toBe(25);
      expect((await store.take(one.bucket, 40, 600)).remaining).toBe(14);
    });

    test("no rules, no limit", async () => {
      expect(await current().store.takeAll([])).toEqual({ ok: true, retryAfter: 0 });
    });

    test("a rule without sense is a RangeError, and takes nothing", async () => {
      const { store } = current();
      const rule = { bucket: randomUUID(), limit: 1, windowSeconds: 60 };
      await expect(store.take(rule.bucket, 1.5, 60)).rejects.toThrow(RangeError);
      await expect(store.take(rule.bucket, 1, 0)).rejects.toThrow(RangeError);
      await expect(store.take(rule.bucket, 1, 60, -1)).rejects.toThrow(RangeError);
      await expect(store.takeAll([rule, rule])).rejects.toThrow(RangeError);
      expect((await store.take(rule.bucket, 1, 60)).ok).toBe(true);
    });
  });
}
