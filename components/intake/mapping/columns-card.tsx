"use client";

import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { NativeSelect } from "@/components/ui/native-select";
import { mapHeader } from "@/lib/domains/gmv/rules/map-header";
import { mappingFields } from "@/lib/domains/gmv/rules/mapping-fields";
import type { MappingRow } from "@/lib/domains/intake/types";
import { FieldSourceRow } from "./field-source";
import type { MappingState } from "./use-mapping";

/** Which column is which field, begun from a guess or from a saved mapping. */
export function ColumnsCard({ state, mappings }: { state: MappingState; mappings: readonly MappingRow[] }) {
	const t = useTranslations("mapping");
	const { grain } = state.mapping;
	const own = mappings.filter((row) => row.grain === grain);
	const fits = new Set(
		own.filter((row) => mapHeader(state.opening.header, grain, row.definition).ok).map(({ id }) => id),
	);
	const suggested = state.chosen ? undefined : own.find(({ id }) => fits.has(id));
	const options = own.map(({ id, name }) => ({
		value: id,
		label: t(fits.has(id) ? "start.fits" : "start.lacks", { name }),
	}));
	return (
		<Card>
			<CardHeader
				title={t("columns.title")}
				description={t("columns.description")}
				actions={
					own.length > 0 && (
						<NativeSelect
							aria-label={t("start.label")}
							value={state.chosen?.id ?? ""}
							options={options}
							emptyLabel={t("start.guess")}
							onChange={({ target }) => {
								const row = own.find(({ id }) => id === target.value);
								if (row) state.choose(row);
								else state.guess();
							}}
						/>
					)
				}
			/>
			<CardBody className="flex flex-col gap-5">
				{suggested && (
					<Banner
						tone="info"
						actions={
							<Button size="sm" variant="secondary" onClick={() => state.choose(suggested)}>
								{t("start.use")}
							</Button>
						}
					>
						{t("start.suggest", { name: suggested.name })}
					</Banner>
				)}
				<ul className="grid items-start gap-x-6 gap-y-5 sm:grid-cols-2 xl:grid-cols-3">
					{mappingFields(grain).map((field) => (
						<FieldSourceRow key={field.name} field={field} state={state} />
					))}
				</ul>
			</CardBody>
		</Card>
	);
}
