"use client";
import { Field, FieldGroup } from "@/components/ui/field";
import { errorIn, type FormState } from "./form-parts";
import { PasswordField, type PasswordWords } from "./password-field";

export type PersonWords = PasswordWords & {
  name: string;
  email: string;
  phone: string;
  phoneHint: string;
  reach: string;
  reachHint: string;
  password: string;
  passwordHint: string;
  optional: string;
};

/** What these fields are called, for the errors before the form. */
export const personLabels = ({ name, email, phone, password }: PersonWords) => ({ name, email, phone, password });

/** Who somebody is, how they are reached, and the password that they may choose. */
export function PersonFields({ words, state }: { words: PersonWords; state: FormState }) {
  const { name, email, phone } = state?.values ?? {};
  return (
    <>
      <Field
        key={`name ${name}`}
        name="name"
        label={words.name}
        error={errorIn(state, "name")}
        defaultValue={name}
        autoComplete="name"
        dir="auto"
        required
      />
      <FieldGroup legend={words.reach} hint={words.reachHint}>
        <div className="stack-4">
          <Field
            key={`email ${email}`}
            name="email"
            label={words.email}
            error={errorIn(state, "email")}
            defaultValue={email}
            type="email"
            autoComplete="email"
            dir="ltr"
          />
          <Field
            key={`phone ${phone}`}
            name="phone"
            label={words.phone}
            hint={words.phoneHint}
            error={errorIn(state, "phone")}
            defaultValue={phone}
            type="tel"
            autoComplete="tel"
            dir="ltr"
          />
        </div>
      </FieldGroup>
      <PasswordField
        words={words}
        name="password"
        label={words.password}
        hint={words.passwordHint}
        optional={words.optional}
        error={errorIn(state, "password")}
        autoComplete="new-password"
      />
    </>
  );
}
