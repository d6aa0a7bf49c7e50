import { RotateCcw } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Slider } from "@/components/ui/slider";
import { forceCodes } from "@/lib/domains/forces/constants";
import { MAX_HEADS, MAX_RATE, MAX_WAN, type WhatIfField } from "@/lib/domains/tiers/schema/what-if";
import type { WhatIf } from "@/lib/domains/tiers/types";
import { formatCount } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";
import { openWords, type Words } from "./words";

type Scale = { max: number; step: number; limit: number };
const score: Scale = { max: 100, step: 0.1, limit: 100 };
const expertLevels = ["senior", "intermediate", "junior"] as const;

/** Sliders with the number beside them; a plain GET form, so that it works without script and its address can be shared. */
export async function WhatIfForm({ trial }: { trial: WhatIf }) {
	const words = await openWords();
	const { t, tForces } = words;
	const months = trial.stored.receipt.rules.gmvMonths;
	return (
		<Card>
			<form method="get" action={routes.partner.whatIf()} noValidate>
				<CardHeader title={t("whatIf.form")} description={t("whatIf.formHint")} />
				<CardBody className="grid gap-x-10 gap-y-6 md:grid-cols-2">
					<div className="space-y-5">
						<Value
							field="gmv"
							label={t("whatIf.gmv", { months })}
							scale={scaleOfGmv(trial)}
							{...{ trial, words }}
						/>
						<Group title={t("whatIf.experts")}>
							{expertLevels.map((level) => (
								<Value
									key={level}
									field={level}
									label={t(`whatIf.${level}`)}
									scale={{ max: 20, step: 1, limit: MAX_HEADS }}
									{...{ trial, words }}
								/>
							))}
						</Group>
						<Value
							field="disputeRate"
							label={t("whatIf.disputeRate")}
							scale={{ max: 5, step: 0.01, limit: MAX_RATE }}
							{...{ trial, words }}
						/>
					</div>
					<Group title={t("whatIf.forces")}>
						{forceCodes.map((force) => (
							<Value
								key={force}
								field={force}
								label={tForces(`names.${force}`)}
								scale={score}
								{...{ trial, words }}
							/>
						))}
					</Group>
				</CardBody>
				<CardFooter>
					<p className="text-ink-faint text-xs">{t("whatIf.share")}</p>
					<div className="flex flex-wrap gap-2">
						<Button asChild variant="secondary">
							<Link href={routes.partner.whatIf()}>
								<RotateCcw aria-hidden="true" />
								{t("whatIf.reset")}
							</Link>
						</Button>
						<Button type="submit">{t("whatIf.submit")}</Button>
					</div>
				</CardFooter>
			</form>
		</Card>
	);
}

function Group({ title, children }: { title: string; children: ReactNode }) {
	return (
		<fieldset className="space-y-3">
			<legend className="mb-2 font-semibold text-sm">{title}</legend>
			{children}
		</fieldset>
	);
}

function Value({
	field,
	label,
	scale,
	trial,
	words: { t },
}: {
	field: WhatIfField;
	label: string;
	scale: Scale;
	trial: WhatIf;
	words: Words;
}) {
	const { values, errors } = trial.input;
	const error = errors[field];
	const given = Number(error ? trial.current[field] : values[field]);
	const max = Math.max(scale.max, Math.ceil(given));
	return (
		<Field
			label={label}
			aside={t("whatIf.now", { value: formatCurrent(trial.current[field]) })}
			error={error && t(`whatIf.errors.${error}`, { value: values[field], max: formatCount(scale.limit) })}
		>
			<Slider
				key={values[field]}
				name={field}
				defaultValue={given}
				max={max}
				step={scale.step}
				aria-label={label}
				inputClassName="w-26"
			/>
		</Field>
	);
}

function formatCurrent(text: string): string {
	const [whole = "0", fraction] = text.split(".");
	return formatCount(BigInt(whole)) + (fraction ? `.${fraction}` : "");
}

/** The slider runs to twice today's GMV or a fifth past the highest line; more can be asked in the address. */
function scaleOfGmv({ stored: { receipt }, current }: WhatIf): Scale {
	const lines = receipt.tiers.flatMap((tier) =>
		tier.criteria
			.filter((one) => one.metric === "gmv")
			.map((one) => Number(BigInt(one.threshold) / 1_000_000n)),
	);
	const top = Math.max(Number(current.gmv) * 2, ...lines.map((line) => line * 1.2), 100);
	return { max: Math.min(MAX_WAN, Math.ceil(top / 100) * 100), step: 1, limit: MAX_WAN };
}
