"use client";

import { useTranslations } from "use-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { type CertificateLevel, certificateLevels } from "@/lib/domains/certification/constants/certificates";
import { levelFigures, practicalFigures } from "@/lib/domains/certification/constants/exam-form";
import type { ExamPolicy } from "@/lib/domains/certification/schema/exam-policy";
import type { BankCount, ExamPolicyForm, LevelForm } from "@/lib/domains/certification/types/exam-form";
import { CountFields } from "./count-fields";

type Editing = {
	disabled: boolean;
	errorOf: (path: string) => string | undefined;
	edit: (path: string, value: string) => void;
};
type Props = Editing & {
	level: CertificateLevel;
	form: LevelForm;
	topics: ExamPolicy["topics"];
	bank: readonly BankCount[];
};

/** How one level is examined. */
export function LevelFields({ level, form, topics, bank, ...editing }: Props) {
	const t = useTranslations("exampolicy");
	const { disabled, errorOf, edit } = editing;
	const lower = certificateLevels.slice(0, certificateLevels.indexOf(level));
	return (
		<Card>
			<CardHeader title={t(`levels.${level}`)} description={t(`levelHint.${level}`)} />
			<CardBody className="space-y-5">
				<div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
					{levelFigures.map(({ code, unit }) => (
						<Field
							key={code}
							label={t(`figure.${code}`)}
							hint={t(`hint.${code}`)}
							error={errorOf(`levels.${level}.${code}`)}
							required
						>
							<Input
								value={form[code]}
								inputMode={unit === "share" ? "decimal" : "numeric"}
								maxLength={10}
								suffix={t(`suffix.${unit}`)}
								className="pr-16"
								disabled={disabled}
								onChange={(event) => edit(`levels.${level}.${code}`, event.target.value)}
							/>
						</Field>
					))}
					<Field
						label={t("figure.prerequisite")}
						hint={t("hint.prerequisite")}
						error={errorOf(`levels.${level}.prerequisite`)}
					>
						<NativeSelect
							value={form.prerequisite}
							emptyLabel={t("noPrerequisite")}
							options={lower.map((one) => ({ value: one, label: t(`levels.${one}`) }))}
							disabled={disabled || lower.length === 0}
							onChange={(event) => edit(`levels.${level}.prerequisite`, event.target.value)}
						/>
					</Field>
				</div>
				<CountFields {...{ level, topics, bank, ...editing }} counts={form.counts} />
			</CardBody>
		</Card>
	);
}

/** The part that people score. */
export function PracticalFields({
	form,
	disabled,
	errorOf,
	edit,
}: Editing & { form: ExamPolicyForm["practical"] }) {
	const t = useTranslations("exampolicy");
	return (
		<Card>
			<CardHeader title={t("practical")} description={t("practicalHint")} />
			<CardBody className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
				{practicalFigures.map(({ code, unit }) => (
					<Field
						key={code}
						label={t(`practicalFigure.${code}`)}
						hint={t(`practicalFigureHint.${code}`)}
						error={errorOf(`practical.${code}`)}
						required
					>
						<Input
							value={form[code]}
							inputMode={unit === "share" ? "decimal" : "numeric"}
							maxLength={10}
							suffix={t(`suffix.${unit}`)}
							className="pr-16"
							disabled={disabled}
							onChange={(event) => edit(`practical.${code}`, event.target.value)}
						/>
					</Field>
				))}
			</CardBody>
		</Card>
	);
}
