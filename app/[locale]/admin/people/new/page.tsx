import type { Metadata } from "next";
import { AdminFrame } from "@/components/admin/frame";
import { NewPersonForm } from "@/components/admin/people/new-person-form";
import { makeAccount } from "@/lib/auth/people/actions";
import { translator } from "@/lib/platform/messages";
import { adminPage } from "../../admin-page";
import { roleOptions } from "../roles";

export const instant = false;

type Props = PageProps<"/[locale]/admin/people/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.people.new_title") };
}

export default async function NewPersonPage(props: Props) {
  const { say, path, frame, locale } = await adminPage(props, "people");
  return (
    <AdminFrame
      {...frame}
      title={say("admin.people.new_title")}
      lead={say("admin.people.new_lead")}
      back={{ href: path("/admin/people"), label: say("admin.sections.people") }}
    >
      <NewPersonForm
        action={makeAccount}
        locale={locale}
        people={path("/admin/people")}
        reach={say("admin.people.reach")}
        fields={[
          { kind: "text", name: "name", label: say("admin.people.name"), dir: "auto", required: true },
          { kind: "text", type: "email", name: "email", label: say("admin.people.email"), dir: "ltr" },
          { kind: "text", type: "tel", name: "phone", label: say("admin.people.phone"), dir: "ltr" },
        ]}
        roles={roleOptions(say)}
        words={{
          problem: say("errors.invalid"),
          pending: say("admin.saving"),
          make: say("admin.people.make"),
          roles: say("admin.people.new_roles"),
          made: say("admin.people.made_title"),
          madeLead: say("admin.people.made_lead"),
          login: say("admin.people.made_login"),
          password: say("admin.people.made_password"),
          open: say("admin.people.made_next"),
          another: say("admin.people.made_another"),
        }}
      />
    </AdminFrame>
  );
}
