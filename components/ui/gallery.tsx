import type { ReactNode } from "react";
import { Placeholder } from "@/components/catalog/placeholder";
import { Badge } from "./badge";
import { Breadcrumb } from "./breadcrumb";
import { Button } from "./button";
import { ButtonLink } from "./button-link";
import { Card } from "./card";
import { Crossing } from "./crossing";
import { EmptyState } from "./empty-state";
import { ErrorSummary } from "./error-summary";
import { Choice, Field, SelectField, TextAreaField } from "./field";
import { Form } from "./form";
import { Basket, Check, Chevron, Clock, Person, Pin, Search, Van } from "./icons";
import { Notice } from "./notice";
import { PageHeading } from "./page-heading";
import { Money, Price } from "./price";
import { QuantityInput } from "./quantity-input";

const colours = [
  "ground",
  "surface",
  "sunken",
  "ink",
  "ink-soft",
  "line",
  "edge",
  "tile",
  "tile-strong",
  "tile-soft",
  "vault",
  "saffron",
  "good",
  "warn",
  "bad",
];
const sizes = ["text-4xl", "text-3xl", "text-2xl", "text-xl", "text-lg"] as const;
const tones = ["plain", "good", "warn", "bad"] as const;
const icons = { Basket, Check, Chevron, Clock, Person, Pin, Search, Van };
const names = ["Copper pot", "Saffron", "چای سیاه", "Éclair", "Şal", "Bell"];

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="stack-4 border-t border-line pt-6">
      <h2 className="text-lg font-bold">{title}</h2>
      {children}
    </section>
  );
}

function Forms() {
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <Field name="plain" label="Name" autoComplete="off" />
      <Field name="hinted" label="Phone" hint="With its country: +49 30 1234567" optional="(optional)" />
      <Field name="wrong" label="Postcode" error="Enter five digits." defaultValue="12" />
      <Field name="off" label="Order number" disabled defaultValue="1001-1" />
      <SelectField name="choice" label="Size">
        <option>Small</option>
        <option>Large</option>
      </SelectField>
      <SelectField name="badchoice" label="Country" error="Choose a country.">
        <option>–</option>
      </SelectField>
      <TextAreaField name="note" label="A note for the shop" />
      <fieldset className="stack-2">
        <legend className="font-semibold">Handover</legend>
        <Choice name="handover" value="a" label="Delivery" note="€5.90, tomorrow" defaultChecked />
        <Choice name="handover" value="b" label="Pickup" note="Free" />
        <Choice name="handover" value="c" label="Drone" note="Not yet" disabled />
      </fieldset>
    </div>
  );
}

/** Everything that pages are made of, in all its states. */
export function Gallery() {
  return (
    <main className="page stack-10 py-10">
      <PageHeading over="Charsu" below="Look at it in light and dark, narrow and wide.">
        The primitives
      </PageHeading>
      <Part title="Colour">
        <ul className="grid grid-cols-3 gap-3 text-xs sm:grid-cols-5">
          {colours.map((name) => (
            <li key={name}>
              <span className="cut-12 block h-14 border border-line" style={{ background: `var(--${name})` }} />
              {name}
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Type">
        {sizes.map((size) => (
          <p key={size} className={`display ${size}`}>
            Where every lane meets · آنجا که راه‌ها به هم می‌رسند
          </p>
        ))}
        <p>Text is set in Figtree, and in Vazirmatn for فارسی. Digits: 0123456789 ۰۱۲۳۴۵۶۷۸۹</p>
        <p className="text-sm text-ink-soft">Smaller and softer, for what is said beside.</p>
      </Part>
      <Part title="Buttons">
        <div className="flex flex-wrap gap-3">
          <Button>Primary</Button>
          <Button look="secondary">Secondary</Button>
          <Button look="quiet">Quiet</Button>
          <Button look="danger">Danger</Button>
          <Button disabled>Disabled</Button>
          <ButtonLink href="/">A link</ButtonLink>
          <ButtonLink href="/" look="secondary">
            A link
          </ButtonLink>
          <QuantityInput label="Quantity" defaultValue={2} />
        </div>
      </Part>
      <Part title="Forms">
        <Form className="stack-4">
          <ErrorSummary
            title="There is a problem"
            items={[{ field: "wrong", message: "Enter five digits." }]}
            news={{}}
          />
          <Forms />
        </Form>
      </Part>
      <Part title="Notices and badges">
        {tones.map((tone) => (
          <Notice key={tone} tone={tone} title={`A ${tone} notice`}>
            <p>What happened, and what can be done.</p>
          </Notice>
        ))}
        <p className="flex gap-2">
          {tones.map((tone) => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
        </p>
      </Part>
      <Part title="Money">
        <p className="flex flex-wrap items-baseline gap-6">
          <Price text="€12.50" /> <Price text="€12.50" before="from" /> <Price text="€1,250.00" size="lg" />
          <Money text="€9.00" />
        </p>
      </Part>
      <Part title="Breadcrumb, card, empty state">
        <Breadcrumb
          label="You are here"
          steps={[{ name: "Market", href: "/" }, { name: "Kitchen", href: "/" }, { name: "Teapots" }]}
        />
        <Card>
          <p>A card with cut corners.</p>
        </Card>
        <EmptyState title="Nothing here yet" text="Why that is so.">
          <ButtonLink href="/">Where to go on</ButtonLink>
        </EmptyState>
      </Part>
      <Part title="Placeholders and icons">
        <ul className="grid grid-cols-3 gap-4 sm:grid-cols-6">
          {names.map((name) => (
            <li key={name} className="cut-16 overflow-hidden">
              <Placeholder name={name} category={name} alt={name} />
            </li>
          ))}
        </ul>
        <p className="flex gap-4 text-tile">
          <Crossing className="size-8" />
          {Object.entries(icons).map(([name, Icon]) => (
            <Icon key={name} className="size-8" />
          ))}
        </p>
      </Part>
    </main>
  );
}
