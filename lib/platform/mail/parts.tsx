import { Button, Link, Section, Text } from "@react-email/components";
import { Children, Fragment, type ReactElement, type ReactNode } from "react";
import { day } from "./palette";

/** A part of a letter: it knows how it looks, and how it reads where there is text alone. */
type Part<P> = ((props: P) => ReactElement) & { text: (props: P) => string };

const part = <P,>(look: (props: P) => ReactElement, text: (props: P) => string): Part<P> =>
  Object.assign((props: P) => look(props), { text });

const flow = { fontSize: "16px", lineHeight: "25px", margin: "0 0 16px" } as const;

/** One paragraph. */
export const Words = part<{ children: string }>(
  ({ children }) => (
    <Text className="ink" style={{ ...flow, color: day.ink }}>
      {children}
    </Text>
  ),
  ({ children }) => children,
);

/** A paragraph that may be passed over. */
export const Soft = part<{ children: string }>(
  ({ children }) => (
    <Text className="soft" style={{ ...flow, color: day["ink-soft"], fontSize: "15px", lineHeight: "23px" }}>
      {children}
    </Text>
  ),
  ({ children }) => children,
);

/** A one-time code, from left to right in every script. */
export const Digits = part<{ children: string }>(
  ({ children }) => (
    <Section
      className="sunken"
      style={{ backgroundColor: day.sunken, borderRadius: "8px", margin: "4px 0 20px", padding: "14px 16px" }}
    >
      <Text
        className="ink"
        dir="ltr"
        style={{
          color: day.ink,
          fontFamily: "ui-monospace, Menlo, Consolas, monospace",
          fontSize: "34px",
          fontWeight: 700,
          letterSpacing: "5px",
          lineHeight: "40px",
          margin: 0,
          textAlign: "center",
        }}
      >
        {children}
      </Text>
    </Section>
  ),
  ({ children }) => children,
);

/** What happened, as pairs of a name and a value. Values are set apart from the direction of the words around them. */
export const Facts = part<{ rows: readonly (readonly [string, string])[] }>(
  ({ rows }) => (
    <table
      role="presentation"
      className="line"
      style={{
        borderBottom: `1px solid ${day.line}`,
        borderCollapse: "collapse",
        fontSize: "15px",
        lineHeight: "22px",
        margin: "4px 0 24px",
        width: "100%",
      }}
    >
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <td
              className="soft line"
              style={{
                borderTop: `1px solid ${day.line}`,
                color: day["ink-soft"],
                padding: "8px 0",
                paddingInlineEnd: "12px",
                verticalAlign: "top",
                width: "32%",
              }}
            >
              {name}
            </td>
            <td
              className="ink line"
              style={{
                borderTop: `1px solid ${day.line}`,
                color: day.ink,
                fontWeight: 600,
                overflowWrap: "anywhere",
                padding: "8px 0",
                verticalAlign: "top",
              }}
            >
              <bdi>{value}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  ),
  ({ rows }) => rows.map(([name, value]) => `${name}: ${value}`).join("\n"),
);

/** What comes, in order. */
export const Steps = part<{ steps: readonly string[] }>(
  ({ steps }) => (
    <table role="presentation" style={{ borderCollapse: "collapse", margin: "0 0 20px", width: "100%" }}>
      <tbody>
        {steps.map((step, index) => (
          <tr key={step}>
            <td
              className="tile"
              style={{
                ...flow,
                color: day.tile,
                fontWeight: 700,
                padding: "4px 0",
                verticalAlign: "top",
                width: "28px",
              }}
            >
              {index + 1}
            </td>
            <td className="ink" style={{ ...flow, color: day.ink, padding: "4px 0" }}>
              {step}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  ),
  ({ steps }) => steps.map((step, index) => `${index + 1}. ${step}`).join("\n"),
);

type Target = { label: string; href: string };

/** The one thing to do next. */
export const Action = part<Target>(
  ({ label, href }) => (
    <Section style={{ margin: "4px 0 24px" }}>
      <Button
        href={href}
        className="button"
        style={{
          backgroundColor: day.tile,
          borderRadius: "8px",
          color: day["on-tile"],
          fontSize: "16px",
          fontWeight: 600,
          lineHeight: "20px",
          padding: "14px 22px",
        }}
      >
        {label}
      </Button>
    </Section>
  ),
  ({ label, href }) => `${label}:\n${href}`,
);

/** What to do when something is wrong, set apart from the rest; with a link where there is one. */
export const Aside = part<{ title: string; children: string; link?: Target | undefined }>(
  ({ title, children, link }) => (
    <Section
      className="warm"
      style={{
        backgroundColor: day["warn-soft"],
        borderRadius: "8px",
        margin: "4px 0 8px",
        padding: "14px 18px 16px",
      }}
    >
      <Text className="ink" style={{ ...flow, color: day.ink, fontSize: "15px", fontWeight: 700, margin: "0 0 4px" }}>
        {title}
      </Text>
      <Text className="ink" style={{ ...flow, color: day.ink, fontSize: "15px", lineHeight: "23px", margin: 0 }}>
        {children}
      </Text>
      {link && (
        <Text style={{ ...flow, fontSize: "15px", margin: "8px 0 0" }}>
          <Link
            href={link.href}
            className="tile"
            style={{ color: day.tile, fontWeight: 600, textDecoration: "underline" }}
          >
            {link.label}
          </Link>
        </Text>
      )}
    </Section>
  ),
  ({ title, children, link }) => [title, children, ...(link ? [`${link.label}:\n${link.href}`] : [])].join("\n"),
);

/** What the parts say without their looks, one empty line between two. */
export function textOf(parts: ReactNode): string {
  const elements = Children.toArray(parts) as ReactElement<{ children?: ReactNode }>[];
  return elements
    .map(({ type, props }) => (type === Fragment ? textOf(props.children) : (type as Part<unknown>).text(props)))
    .join("\n\n");
}
