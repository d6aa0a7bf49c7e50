"use client";

import { useTranslations } from "use-intl";
import type { PolicyEditing } from "@/components/tiers/policy/policy-editor";
import { usePolicyLabels } from "@/components/tiers/policy/use-policy-labels";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FieldGroup } from "@/components/ui/field-group";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { gmvMeasures, redLineKinds } from "@/lib/domains/tiers/constants";
import { sumRaceWeights } from "@/lib/domains/tiers/rules/policy-form";
import type { MovementForm, RaceForm } from "@/lib/domains/tiers/schema/policy-form";
import { formatBps } from "@/lib/platform/format";

type Unit = "months" | "days" | "partners" | "tiers" | "runs" | "share";
type FigureProps = PolicyEditing & {
	path: string;
	/** The path by which the figure is named; the same unless it is a track's own. */
	name: string;
	value: string;
	unit: Unit;
};

function FigureField({ tracks, tiers, errorOf, edit, disabled, path, name, value, unit }: FigureProps) {
	const t = useTranslations("policylab");
	const { labelOf } = usePolicyLabels(tracks, tiers);
	const suffix = unit === "share" ? "%" : t(`words.unit.${unit}`, { value: 2 }).replace(/[\d\s]/g, "");
	return (
		<Field label={labelOf(name)} error={errorOf(path)}>
			<Input
				value={value}
				inputMode={unit === "share" ? "decimal" : "numeric"}
				maxLength={10}
				suffix={suffix}
				className="pr-20"
				disabled={disabled}
				onChange={(event) => edit(path, event.target.value)}
			/>
		</Field>
	);
}

export function WindowFields(props: PolicyEditing) {
	const t = useTranslations("policylab");
	const { form, edit, disabled } = props;
	const fields = [
		["gmvMonths", "months"],
		["qualityMonths", "months"],
		["minClosedDays", "days"],
	] as const;
	return (
		<Card>
			<CardHeader title={t("draft.windows")} />
			<CardBody className="grid items-end gap-4 sm:grid-cols-2">
				<Field label={t("draft.measure")}>
					<NativeSelect
						value={form.gmvMeasure}
						disabled={disabled}
						onChange={(event) => edit("gmvMeasure", event.target.value)}
						options={gmvMeasures.map((value) => ({ value, label: t(`words.measure.${value}`) }))}
					/>
				</Field>
				{fields.map(([path, unit]) => (
					<FigureField key={path} {...props} path={path} name={path} value={form[path]} unit={unit} />
				))}
			</CardBody>
		</Card>
	);
}

type GridProps<Name extends string> = PolicyEditing & {
	path: string;
	/** The group the figures are named in; the same as `path` unless they are a track's own. */
	group: "race" | "movement";
	values: Record<Name, string>;
	fields: readonly (readonly [Name, Unit])[];
};

function FigureGrid<Name extends string>({ path, group, values, fields, ...props }: GridProps<Name>) {
	return (
		<div className="grid items-end gap-4 sm:grid-cols-2">
			{fields.map(([field, unit]) => (
				<FigureField
					key={field}
					{...props}
					path={`${path}.${field}`}
					name={`${group}.${field}`}
					value={values[field]}
					unit={unit}
				/>
			))}
		</div>
	);
}

const raceFields = [
	["minTrackSize", "partners"],
	["composite", "share"],
	["gmv", "share"],
	["growth", "share"],
] as const;

type RaceProps = PolicyEditing & { path: string; race: RaceForm };

export function RaceGrid({ race, ...props }: RaceProps) {
	return <FigureGrid {...props} group="race" values={race} fields={raceFields} />;
}

/** How the race weights add up as they are typed. */
export function WeightSum({ race }: { race: RaceForm }) {
	const t = useTranslations("policylab");
	const sum = sumRaceWeights(race);
	return (
		<span
			role="status"
			className={sum === 10_000 ? "figure text-sm text-success-ink" : "figure text-danger-ink text-sm"}
		>
			{t("draft.weightsSum", { sum: sum === null ? "–" : formatBps(sum) })}
		</span>
	);
}

export function RaceFields(props: RaceProps) {
	const t = useTranslations("policylab");
	return (
		<Card>
			<CardHeader
				title={t("draft.race")}
				description={t("draft.raceHint")}
				actions={<WeightSum race={props.race} />}
			/>
			<CardBody>
				<RaceGrid {...props} />
			</CardBody>
		</Card>
	);
}

const movementFields = [
	["maxTiersDown", "tiers"],
	["protectionDays", "days"],
	["bottomShare", "share"],
	["bottomRuns", "runs"],
] as const;

type MovementProps = PolicyEditing & { path: string; movement: MovementForm };

export function MovementGrid({ movement, ...props }: MovementProps) {
	return <FigureGrid {...props} group="movement" values={movement} fields={movementFields} />;
}

export function MovementFields(props: MovementProps) {
	const t = useTranslations("policylab");
	return (
		<Card>
			<CardHeader title={t("draft.movement")} />
			<CardBody>
				<MovementGrid {...props} />
			</CardBody>
		</Card>
	);
}

export function RedLineFields(props: PolicyEditing) {
	const t = useTranslations("policylab");
	const { form, edit, disabled } = props;
	const { recordKinds, recordMonths, disputeRate } = form.redLines;
	return (
		<Card>
			<CardHeader title={t("draft.redLines")} description={t("draft.redLinesHint")} />
			<CardBody className="space-y-4">
				<FieldGroup legend={t("draft.recordKinds")}>
					<div className="flex flex-wrap gap-x-5 gap-y-2">
						{redLineKinds.map((kind) => (
							<Checkbox
								key={kind}
								label={t(`words.record.${kind}`)}
								checked={recordKinds.includes(kind)}
								disabled={disabled}
								onCheckedChange={(isOn) =>
									edit(
										"redLines.recordKinds",
										redLineKinds.filter((one) => (one === kind ? isOn === true : recordKinds.includes(one))),
									)
								}
							/>
						))}
					</div>
				</FieldGroup>
				<div className="grid items-end gap-4 sm:grid-cols-2">
					<FigureField
						{...props}
						path="redLines.recordMonths"
						name="redLines.recordMonths"
						value={recordMonths}
						unit="months"
					/>
					<FigureField
						{...props}
						path="redLines.disputeRate"
						name="redLines.disputeRate"
						value={disputeRate}
						unit="share"
					/>
				</div>
			</CardBody>
		</Card>
	);
}
