import { cookieEvent } from "@/components/layout/cookie";
import { onOwnClock } from "@/components/orders/local-time";
import type { SinglePageWords } from "../single-page";
import { bodyOf } from "./body";
import { type Control, controlOf, Drafts, keyOf } from "./drafts";
import { fetchView } from "./fetch-view";
import { coverPasswords, turnPassword } from "./passwords";
import { clearRefusal, showChange, showRefusal } from "./refusals";
import { reveal } from "./reveal";

type Given = {
  /** Holds React's wrapper, or in its place what was fetched. */
  stage: HTMLElement;
  /** Reads aloud what it is given. */
  status: HTMLElement;
  root: string;
  signIn: string;
  words: SinglePageWords;
};

type Move = {
  /** What becomes of the history: a new entry, this one's address, or nothing, because it moved already. */
  history: "push" | "replace" | "none";
  /** The focus stays where it is, or goes to this control as the next view has it; the heading takes it otherwise. */
  focus?: Control;
};

/** What is sent to accept a total that is not the one that was shown. */
type Accept = { expectedTotal: number };

type Answer = {
  message?: string;
  code?: string;
  errors?: { field: string | null; message: string }[];
  /** `lines` of an order that was put into the cart again: what was in the way of each. */
  data?: (Record<string, unknown> & { lines?: { message: string | null }[]; accept?: Accept }) | null;
};

/** Survive that the page is left and found again. */
const drafts = new Drafts();
const scrolled = new Map<string, number>();

const pathOf = (url: string) => new URL(url, location.href).pathname;
const here = () => location.pathname + location.search;

/** Turns the server's pages into one: links and forms of the profile stay in the document. Returns how to end that. */
export function start($: JQueryStatic, { stage, status, root, signIn, words }: Given): () => void {
  const body = $(document.body);
  const wrapper = stage.firstElementChild!;
  let shown = here();
  let loading = new AbortController();

  const viewNow = () => stage.querySelector<HTMLElement>("[data-profile-view]");
  const isView = (url: URL) =>
    url.origin === location.origin && (url.pathname === root || url.pathname.startsWith(`${root}/`));
  const announce = (text: string) => $(status).text("").text(text);

  /** Fields that belong to one choice are out of the way, and out of what is sent, until it is made. */
  function settle(view: Element): void {
    for (const part of view.querySelectorAll<HTMLFieldSetElement | HTMLInputElement>("[data-when]")) {
      const [name, value] = (part.dataset.when ?? "").split("=");
      const chosen = part.form?.querySelector<HTMLInputElement>(`[name="${name}"]:checked`)?.value;
      part.disabled = part.hidden = chosen !== value;
    }
    onOwnClock(view);
    view.querySelector("[aria-current=page]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }

  /** The address to fetch: a country that was chosen and not saved has fields of its own. */
  function completed(address: string): string {
    const url = new URL(address, location.href);
    const country = drafts.typed(url.pathname, "country");
    if (country && !url.searchParams.has("country")) url.searchParams.set("country", country);
    return url.pathname + url.search;
  }

  function withoutDone(address: string): string {
    const url = new URL(address, location.href);
    url.searchParams.delete("done");
    return url.pathname + url.search;
  }

  async function show(address: string, { history: how, focus }: Move): Promise<void> {
    loading.abort();
    loading = new AbortController();
    const { signal } = loading;
    const before = viewNow();
    if (before) drafts.keep(pathOf(shown), before);
    if (how === "push") scrolled.set(shown, window.scrollY);
    const url = completed(address);
    announce(words.loading);
    before?.setAttribute("aria-busy", "true");
    const fetched = await fetchView(url, signal).catch(() => null);
    if (signal.aborted) return;
    // Whatever it is instead, the browser shows it.
    if (!fetched) return location.assign(url);
    const { view, title } = fetched;
    // Once more: people type on while a view is on its way.
    if (before) drafts.keep(pathOf(shown), before);
    const held = focus && keyOf(stage.querySelector<Control>("form [name]:focus") ?? focus);
    $(wrapper).detach();
    $(stage).children("[data-profile-view]").remove();
    $(stage).append(view);
    shown = withoutDone(url);
    stage.dataset.shown = shown;
    if (how === "push") history.pushState({}, "", shown);
    else if (shown !== here()) history.replaceState({}, "", shown);
    document.title = title;
    drafts.restore(pathOf(shown), view);
    settle(view);
    const control = held && controlOf(view, held);
    if (control) control.focus();
    else {
      $(view).find("h1").attr("tabindex", -1).trigger("focus");
      window.scrollTo(0, how === "none" ? (scrolled.get(shown) ?? 0) : 0);
    }
    const done = $(view).find("[data-profile-done]").text();
    announce([done, $(view).find("h1").text()].filter(Boolean).join(" "));
  }

  function askWhoItIs(): void {
    location.assign(`${signIn}?next=${encodeURIComponent(here())}`);
  }

  function refuse(form: HTMLFormElement, { status: code, responseJSON }: JQuery.jqXHR): void {
    const { message = words.failed, code: why, errors = [], data } = (responseJSON ?? {}) as Answer;
    if (why === "changed" && data?.accept && showChange($, form, message, data.accept.expectedTotal)) return;
    if (code === 401 && why === "unauthenticated") askWhoItIs();
    else if (why === "wrong_code") showRefusal($, form, { message, errors: [{ field: "code", message }] });
    else showRefusal($, form, { message, errors });
  }

  async function send(form: HTMLFormElement): Promise<void> {
    if (form.dataset.busy) return;
    form.dataset.busy = "yes";
    const buttons = $(form).find<HTMLButtonElement>("button[type=submit]").prop("disabled", true);
    const { method = "POST", api = "" } = form.dataset;
    const data = method === "DELETE" ? {} : { data: JSON.stringify(bodyOf(form)) };
    coverPasswords($, form);
    clearRefusal($, form);
    announce(buttons.last().attr("data-pending") ?? words.loading);
    try {
      const answer: Answer = await $.ajax({
        url: api,
        method,
        dataType: "json",
        contentType: "application/json",
        ...data,
      });
      form.dataset.sent = "yes";
      window.dispatchEvent(new Event(cookieEvent));
      const notes = (answer.data?.lines ?? []).flatMap(({ message }) => (message ? [{ field: null, message }] : []));
      if (notes.length) return showRefusal($, form, { message: "", errors: notes });
      if (reveal($, form, answer.data ?? {})) return;
      const next = new FormData(form).get("next") as string;
      if (!isView(new URL(next, location.href))) return location.assign(next);
      await show(next, { history: pathOf(next) === location.pathname ? "replace" : "push" });
    } catch (refused) {
      refuse(form, refused as JQuery.jqXHR);
    } finally {
      delete form.dataset.busy;
      buttons.prop("disabled", false);
    }
  }

  /** The view with what another choice brings along, by the name that the choice has in the query. */
  function reload(control: HTMLSelectElement): void {
    const url = new URL(location.href);
    url.searchParams.set(control.closest<HTMLElement>("[data-reload]")?.dataset.reload ?? control.name, control.value);
    // The fields are those of another country.
    $(control.form ?? [])
      .find("button[type=submit]")
      .prop("disabled", true);
    void show(url.pathname + url.search, { history: "replace", focus: control });
  }

  // On the body, below the document where React listens: what is handled here never reaches it.
  body.on("click.profile", "a[href]", (event) => {
    const link = event.currentTarget as HTMLAnchorElement;
    const { originalEvent: click } = event;
    const plain = click && click.button === 0 && !click.metaKey && !click.ctrlKey && !click.shiftKey && !click.altKey;
    const url = new URL(link.href, location.href);
    const inPage = url.hash !== "" && url.pathname + url.search === here();
    if (!plain || event.isDefaultPrevented() || link.target || link.download || inPage) return;
    // What is on its way would call back whoever leaves.
    if (!isView(url)) {
      loading.abort();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    void show(url.pathname + url.search, { history: url.pathname + url.search === shown ? "replace" : "push" });
  });

  body.on("click.profile", "[data-profile-view] [data-password-turn]", (event) => {
    event.stopPropagation();
    turnPassword($, event.currentTarget as HTMLElement);
  });

  body.on("submit.profile", "form[data-profile-form]", (event) => {
    event.preventDefault();
    event.stopPropagation();
    void send(event.currentTarget as HTMLFormElement);
  });

  body.on("submit.profile", "form[data-profile-filter]", (event) => {
    event.preventDefault();
    event.stopPropagation();
    const form = event.currentTarget as HTMLFormElement;
    const asked = [...new FormData(form)].filter((entry): entry is [string, string] => Boolean(entry[1]));
    const query = new URLSearchParams(asked).toString();
    void show(pathOf(form.action) + (query && `?${query}`), { history: "push" });
  });

  body.on("change.profile", "[data-reload] select", (event) => reload(event.currentTarget as HTMLSelectElement));
  body.on("change.profile", "[data-profile-view] input[type=radio]", () => {
    const view = viewNow();
    if (view) settle(view);
  });

  /** Before Next's own listener, which would bring back what React rendered for that entry. */
  function onPop(event: PopStateEvent): void {
    if (!isView(new URL(location.href))) loading.abort();
    if (!isView(new URL(location.href)) || here() === shown) return;
    event.stopImmediatePropagation();
    scrolled.set(shown, window.scrollY);
    void show(here(), { history: "none" });
  }
  window.addEventListener("popstate", onPop, true);

  const first = viewNow();
  // Found again after it was left: what stands here may be of another address, and is old.
  if (stage.dataset.shown) void show(here(), { history: "none" });
  else if (first) settle(first);
  stage.dataset.ready = "yes";

  return () => {
    loading.abort();
    delete stage.dataset.ready;
    body.off(".profile");
    window.removeEventListener("popstate", onPop, true);
    const view = viewNow();
    if (view) drafts.keep(pathOf(shown), view);
  };
}
