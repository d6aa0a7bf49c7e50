"use client";

import { useTranslations } from "use-intl";
import { count } from "@/lib/domains/admission/schema/fields";
import { formatCount } from "@/lib/platform/format";
import { toHalfWidth } from "@/lib/platform/money";
import { useForm } from "./form-context";
import { TextField } from "./text-field";

export function PeopleStep() {
	const t = useTranslations("admission");
	const { draft } = useForm();
	const { staffCount, livestreamStaffCount, serviceStaffCount } = draft.people;
	const [total, live, service] = [staffCount, livestreamStaffCount, serviceStaffCount].map(
		(typed) => count.safeParse(typed).data,
	);
	const rest =
		total !== undefined && live !== undefined && service !== undefined ? total - live - service : null;
	return (
		<div className="space-y-7">
			<div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
				<TextField path="people.contactName" autoComplete="name" />
				<TextField
					path="people.contactPhone"
					tidy={toHalfWidth}
					type="tel"
					inputMode="tel"
					autoComplete="tel"
					hint={t("hints.contactPhone")}
				/>
				<TextField
					path="people.contactEmail"
					tidy={toHalfWidth}
					type="email"
					inputMode="email"
					autoComplete="email"
					hint={t("hints.contactEmail")}
					className="sm:col-span-2"
				/>
			</div>
			<div className="grid gap-x-6 gap-y-5 border-t pt-6 sm:grid-cols-3">
				<TextField
					path="people.staffCount"
					tidy={toHalfWidth}
					inputMode="numeric"
					autoComplete="off"
					hint={rest !== null && rest >= 0 ? t("form.teamRest", { count: formatCount(rest) }) : undefined}
				/>
				<TextField
					path="people.livestreamStaffCount"
					tidy={toHalfWidth}
					inputMode="numeric"
					autoComplete="off"
					hint={t("hints.livestreamStaffCount")}
				/>
				<TextField
					path="people.serviceStaffCount"
					tidy={toHalfWidth}
					inputMode="numeric"
					autoComplete="off"
					hint={t("hints.serviceStaffCount")}
				/>
			</div>
		</div>
	);
}
