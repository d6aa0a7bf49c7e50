import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { certificateLevels } from "@/lib/domains/certification/constants/certificates";
import { questionKinds, questionStates } from "@/lib/domains/certification/constants/questions";
import type { BankQuery } from "@/lib/domains/certification/schema/bank";
import { forceCodes } from "@/lib/domains/forces/constants";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { query: BankQuery; topics: readonly { code: string; name: string }[] };

export async function BankFilters({ query, topics }: Props) {
	const t = await getTranslations("examdesk");
	const { q, state, level, topic, kind, force, weak } = query;
	const any = t("any");
	const active = [q, state, level, topic, kind, force, weak].filter(Boolean).length;
	return (
		<FilterBar path={routes.ops.questions()} activeCount={active} key={JSON.stringify(query)}>
			<Field label={t("bank.search")}>
				<Input name="q" type="search" defaultValue={q} />
			</Field>
			<Field label={t("bank.state")}>
				<NativeSelect
					name="state"
					defaultValue={state ?? ""}
					emptyLabel={any}
					options={questionStates.map((one) => ({ value: one, label: t(`states.${one}`) }))}
				/>
			</Field>
			<Field label={t("bank.level")}>
				<NativeSelect
					name="level"
					defaultValue={level ?? ""}
					emptyLabel={any}
					options={certificateLevels.map((one) => ({ value: one, label: t(`levels.${one}`) }))}
				/>
			</Field>
			<Field label={t("bank.topic")}>
				<NativeSelect
					name="topic"
					defaultValue={topic ?? ""}
					emptyLabel={any}
					options={topics.map(({ code, name }) => ({ value: code, label: name }))}
				/>
			</Field>
			<Field label={t("bank.kind")}>
				<NativeSelect
					name="kind"
					defaultValue={kind ?? ""}
					emptyLabel={any}
					options={questionKinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
				/>
			</Field>
			<Field label={t("bank.force")}>
				<NativeSelect
					name="force"
					defaultValue={force ?? ""}
					emptyLabel={any}
					options={forceCodes.map((one) => ({ value: one, label: t(`forces.${one}`) }))}
				/>
			</Field>
			<Field label={t("bank.weak")} hint={t("bank.weakHint")}>
				<NativeSelect
					name="weak"
					defaultValue={weak ? "1" : ""}
					emptyLabel={any}
					options={[{ value: "1", label: t("bank.yes") }]}
				/>
			</Field>
		</FilterBar>
	);
}
