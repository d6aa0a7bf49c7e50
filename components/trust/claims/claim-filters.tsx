import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { guarantees } from "@/lib/domains/trust/constants/guarantees";
import { type ClaimDeskFilter, claimVerdicts } from "@/lib/domains/trust/schema/claim-desk";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function ClaimFilters({ path, filter }: { path: string; filter: ClaimDeskFilter }) {
	const [t, rules] = await Promise.all([getTranslations("trustclaims"), getTranslations("trustrules")]);
	const { q, guarantee, verdict, tab, scope } = filter;
	const active = [q, guarantee, verdict].filter(Boolean).length;
	const keep = { ...(tab !== "todo" && { tab }), ...(scope && { scope }) };
	return (
		<FilterBar path={path} keep={keep} activeCount={active} defaultOpen={active > 0}>
			<Field label={t("filter.q")}>
				<Input name="q" type="search" defaultValue={q} placeholder={t("filter.qHint")} maxLength={100} />
			</Field>
			<Field label={t("filter.guarantee")}>
				<NativeSelect
					name="guarantee"
					defaultValue={guarantee}
					emptyLabel={t("filter.any")}
					options={guarantees.map((value) => ({ value, label: rules(`guarantee.${value}`) }))}
				/>
			</Field>
			<Field label={t("filter.verdict")}>
				<NativeSelect
					name="verdict"
					defaultValue={verdict}
					emptyLabel={t("filter.any")}
					options={claimVerdicts.map((value) => ({ value, label: t(`verdict.${value}`) }))}
				/>
			</Field>
		</FilterBar>
	);
}
