"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useLocale, useTranslations } from "use-intl";
import { FormError } from "@/components/forms/form-error";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { toast } from "@/components/ui/toast";
import { rehearseExamQuestions } from "@/lib/domains/certification/actions/question-imports";
import {
	constantColumns,
	type QuestionColumn,
	questionColumns,
	requiredColumns,
} from "@/lib/domains/certification/constants/question-imports";
import { findMissingColumns } from "@/lib/domains/certification/rules/import-questions/columns";
import type { QuestionMapping } from "@/lib/domains/certification/schema/question-imports";
import type { Refusal } from "@/lib/platform/errors/errors";

export type Constants = Readonly<
	Record<(typeof constantColumns)[number], readonly { value: string; label: string }[]>
>;
type Props = {
	importId: string;
	revision: number;
	header: readonly string[];
	samples: readonly (readonly string[])[];
	initial: QuestionMapping;
	isRemembered: boolean;
	hasResult: boolean;
	/** The choices that can be the same for every line. */
	constants: Constants;
};

const show = (source: QuestionMapping[QuestionColumn]) =>
	!source ? "" : source.from === "column" ? `c:${source.at}` : `v:${source.value}`;

function read(text: string): QuestionMapping[QuestionColumn] {
	if (text === "") return undefined;
	const rest = text.slice(2);
	return text.startsWith("c:") ? { from: "column", at: Number(rest) } : { from: "value", value: rest };
}

/** Which column of the file says what, begun from a guess or from the last file with this header. */
export function MapColumns({ importId, revision, header, samples, initial, ...props }: Props) {
	const t = useTranslations("questionimport");
	const locale = useLocale();
	const router = useRouter();
	const [mapping, setMapping] = useState(initial);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [pending, startTransition] = useTransition();
	const missing = findMissingColumns(mapping, header.length);
	const columns = header.map((name, at) => ({
		value: `c:${at}`,
		label: name || t("mapping.column", { number: at + 1 }),
	}));
	const optionsOf = (column: QuestionColumn) => {
		const constant = constantColumns.find((one) => one === column);
		const values = constant ? props.constants[constant] : [];
		return [
			...columns,
			...values.map(({ value, label }) => ({
				value: `v:${value}`,
				label: t("mapping.constant", { value: label }),
			})),
		];
	};
	const hintOf = (column: QuestionColumn) => {
		const source = mapping[column];
		return source?.from === "column"
			? samples[source.at]?.map((text) => text.slice(0, 24)).join(" · ")
			: undefined;
	};
	function rehearse() {
		startTransition(async () => {
			const outcome = await rehearseExamQuestions({ importId, revision, mapping });
			if (!outcome.ok) return setRefusal(outcome);
			setRefusal(null);
			toast.success(t("mapping.rehearsed"));
			router.refresh();
		});
	}
	return (
		<Card>
			<CardHeader title={t("mapping.title")} description={t("mapping.hint")} />
			<CardBody className="space-y-5">
				{props.isRemembered && <Banner>{t("mapping.remembered")}</Banner>}
				<FormError refusal={refusal} />
				<div className="grid items-start gap-x-6 gap-y-4 *:min-w-0 sm:grid-cols-2 xl:grid-cols-3">
					{questionColumns.map((column) => (
						<Field
							key={column}
							label={t(`columns.${column}`)}
							required={requiredColumns.includes(column)}
							hint={<span className="block truncate">{hintOf(column) || "–"}</span>}
						>
							<NativeSelect
								value={show(mapping[column])}
								emptyLabel={t("mapping.absent")}
								options={optionsOf(column)}
								onChange={({ target }) => setMapping({ ...mapping, [column]: read(target.value) })}
							/>
						</Field>
					))}
				</div>
			</CardBody>
			<CardFooter className="flex-wrap">
				<p className="text-ink-soft text-sm" role="status">
					{missing.length === 0 && props.hasResult && mapping !== initial && t("mapping.changed")}
					{missing.length > 0 &&
						t("mapping.missing", {
							columns: missing.map((column) => t(`columns.${column}`)).join(locale === "zh-CN" ? "、" : ", "),
						})}
				</p>
				<Button onClick={rehearse} pending={pending} disabled={missing.length > 0}>
					{t("mapping.rehearse")}
				</Button>
			</CardFooter>
		</Card>
	);
}
