import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { movementKinds } from "@/lib/domains/pools/constants";
import { grantStates, type PoolQuery } from "@/lib/domains/pools/schema";
import { getTranslations } from "@/lib/platform/i18n/server";

/** The search above grants or movements of a pool. */
export async function PoolFilters({ path, query }: { path: string; query: PoolQuery }) {
	const t = await getTranslations("pools");
	const { view, q, state, kind, from, to } = query;
	const isLedger = view === "movements";
	const active = (isLedger ? [q, kind, from, to] : [q, state]).filter(Boolean).length;
	return (
		<FilterBar path={path} activeCount={active} keep={{ view }} defaultOpen={active > 0}>
			<Field label={t(isLedger ? "filters.movementSearch" : "filters.grantSearch")}>
				<Input name="q" type="search" key={q} defaultValue={q} />
			</Field>
			{isLedger ? (
				<>
					<Field label={t("movements.kind")}>
						<NativeSelect
							name="kind"
							key={kind}
							defaultValue={kind}
							emptyLabel={t("filters.all")}
							options={movementKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
						/>
					</Field>
					<Field label={t("filters.from")}>
						<Input name="from" type="date" key={from} defaultValue={from} />
					</Field>
					<Field label={t("filters.to")}>
						<Input name="to" type="date" key={to} defaultValue={to} />
					</Field>
				</>
			) : (
				<Field label={t("filters.state")}>
					<NativeSelect
						name="state"
						key={state}
						defaultValue={state}
						emptyLabel={t("filters.all")}
						options={grantStates.map((value) => ({ value, label: t(`filters.states.${value}`) }))}
					/>
				</Field>
			)}
		</FilterBar>
	);
}
