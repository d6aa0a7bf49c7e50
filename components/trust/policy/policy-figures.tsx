import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { alwaysExcludedClasses } from "@/lib/domains/trust/constants/guarantees";
import { trustFigures } from "@/lib/domains/trust/constants/policies";
import { figuresOf } from "@/lib/domains/trust/rules/policy/policy-form";
import { type TrustSpeech, trustFigureInWords } from "@/lib/domains/trust/rules/policy/policy-words";
import type { TrustDocument, TrustFigure, TrustPolicyKind } from "@/lib/domains/trust/types/policy";
import { getTranslations } from "@/lib/platform/i18n/server";

const groups = ["promise", "floor", "limits", "signals", "clocks"] as const;

type Props = { kind: TrustPolicyKind; document: TrustDocument };

/** A whole version of a guarantee's policy in figures, part by part. */
export async function PolicyFigures({ kind, document }: Props) {
	const t = await getTranslations("trustrules");
	const speech = t as unknown as TrustSpeech;
	const figures: readonly TrustFigure[] = trustFigures[kind];
	const values = figuresOf(document);
	const parts = groups.filter((group) => figures.some((one) => one.group === group));
	return (
		<div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
			{parts.map((group) => (
				<Card key={group}>
					<CardHeader title={t(`group.${group}`)} description={t(`groupHint.${group}`)} />
					<CardBody>
						<DescriptionList
							items={figures
								.filter((one) => one.group === group)
								.map(({ code, unit }) => ({
									term: speech(`figure.${code}`),
									detail: (
										<span className="figure">{trustFigureInWords(speech, unit, values[code] ?? 0)}</span>
									),
									wide: unit === "regions",
								}))}
						/>
					</CardBody>
				</Card>
			))}
			{kind === "trust_seven_day" && <AlwaysExcluded />}
		</div>
	);
}

/** The list of law, which stands in no policy. */
async function AlwaysExcluded() {
	const t = await getTranslations("trustrules");
	return (
		<Card>
			<CardHeader title={t("fixed.title")} description={t("fixed.text")} />
			<CardBody>
				<ul className="list-disc space-y-1.5 pl-5 text-ink text-sm">
					{alwaysExcludedClasses.map((one) => (
						<li key={one}>{t(`fixed.${one}`)}</li>
					))}
				</ul>
			</CardBody>
		</Card>
	);
}
