import memory from "next/dist/server/lib/incremental-cache/file-system-cache.js";

const PageCache = memory.default ?? memory;

/**
 * Next's own cache of rendered pages, hidden from forms that a browser sends without script. Such an answer shows what
 * came of the form; built on the cached shell of its page, React would leave that out (Next 16.4, `resume` takes no
 * form state).
 */
export default class extends PageCache {
  #form;

  constructor(context) {
    super(context);
    const headers = context._requestHeaders ?? {};
    this.#form = !headers["next-action"] && String(headers["content-type"]).startsWith("multipart/form-data");
  }

  async get(key, context) {
    return this.#form && context.kind === "APP_PAGE" ? null : super.get(key, context);
  }
}
