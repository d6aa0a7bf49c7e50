import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import type { AuditFilter } from "@/lib/domains/audit/schema";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

const dayFields = ["from", "to"] as const;

export async function AuditFilters({ filter }: { filter: AuditFilter }) {
	const t = await getTranslations("identity");
	const active = [filter.action, filter.actor, filter.subject, filter.from, filter.to].filter(Boolean).length;
	return (
		<FilterBar path={routes.ops.audit()} activeCount={active}>
			<Field label={t("audit.action")}>
				<Input
					name="action"
					defaultValue={filter.action}
					key={`action:${filter.action}`}
					placeholder={t("audit.actionHint")}
				/>
			</Field>
			<Field label={t("audit.actor")}>
				<Input name="actor" defaultValue={filter.actor} key={`actor:${filter.actor}`} />
			</Field>
			<Field label={t("audit.subjectId")}>
				<Input name="subject" defaultValue={filter.subject} key={`subject:${filter.subject}`} />
			</Field>
			{dayFields.map((field) => (
				<Field key={`${field}:${filter[field]}`} label={t(`audit.${field}`)}>
					<Input name={field} type="date" defaultValue={filter[field]} />
				</Field>
			))}
		</FilterBar>
	);
}
