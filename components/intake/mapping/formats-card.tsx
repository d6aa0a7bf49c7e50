"use client";

import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { amountUnits, timeFormats } from "@/lib/domains/gmv/constants";
import { fittingTimeFormats, valuesOf } from "@/lib/domains/gmv/rules/guess-mapping";
import { mappingFields } from "@/lib/domains/gmv/rules/mapping-fields";
import type { MappingState } from "./use-mapping";
import { WordList } from "./word-list";

/** How the file writes times, amounts, and what it calls types and channels. */
export function FormatsCard({ state }: { state: MappingState }) {
	const t = useTranslations("mapping.formats");
	const { definition } = state.mapping;
	return (
		<Card>
			<CardHeader title={t("title")} description={t("description")} />
			<CardBody className="flex flex-col gap-5">
				<div className="grid items-start gap-x-6 gap-y-5 sm:grid-cols-2 xl:grid-cols-3">
					<TimeFormatField state={state} />
					<Field label={t("unit")}>
						<NativeSelect
							value={definition.unit}
							onChange={({ target }) => {
								const unit = amountUnits.find((one) => one === target.value);
								if (unit) state.change({ unit });
							}}
							options={amountUnits.map((unit) => ({ value: unit, label: t(`units.${unit}`) }))}
						/>
					</Field>
					<div className="xl:pt-7">
						<Checkbox
							label={t("grouped")}
							hint={t("groupedHint")}
							checked={definition.isGrouped}
							onCheckedChange={(on) => state.change({ isGrouped: on === true })}
						/>
					</div>
				</div>
				<div className="grid items-start gap-6 xl:grid-cols-2">
					<WordList state={state} kind="type" />
					<WordList state={state} kind="channel" />
				</div>
			</CardBody>
		</Card>
	);
}

function TimeFormatField({ state }: { state: MappingState }) {
	const t = useTranslations("mapping.formats");
	const { grain, definition } = state.mapping;
	const values = mappingFields(grain)
		.filter(({ kind }) => kind === "time" || kind === "day")
		.flatMap(({ name }) => {
			const source = definition.fields[name];
			return source?.from === "column" ? valuesOf(state.opening, source.column) : [];
		});
	const fitting = fittingTimeFormats(values, state.latest);
	const isAmbiguous = fitting.includes("dmy") && fitting.includes("mdy");
	const isMisfit = values.length > 0 && !fitting.includes(definition.time);
	return (
		<div className="flex flex-col gap-2">
			<Field label={t("time")} hint={t("timeHint")} error={isMisfit ? t("misfit") : undefined}>
				<NativeSelect
					value={definition.time}
					onChange={({ target }) => {
						const time = timeFormats.find((one) => one === target.value);
						if (time) state.change({ time });
					}}
					options={timeFormats.map((format) => ({ value: format, label: t(`times.${format}`) }))}
				/>
			</Field>
			{isAmbiguous && <Banner tone="warning">{t("ambiguous")}</Banner>}
		</div>
	);
}
