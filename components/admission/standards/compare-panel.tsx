import { ChangeList } from "@/components/admission/standards/change-list";
import { TextChanges } from "@/components/admission/standards/text-changes";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { compareAgreements } from "@/lib/domains/admission/rules/agreement-form";
import { compareStandards } from "@/lib/domains/admission/rules/compare-standards";
import type { Agreement } from "@/lib/domains/admission/schema/agreement";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type { TrackName } from "@/lib/domains/admission/types";
import { getTranslations } from "@/lib/platform/i18n/server";

type Versions =
	| { kind: "admission"; versions: readonly { version: number; document: AdmissionPolicy }[] }
	| { kind: "agreement"; versions: readonly { version: number; document: Agreement }[] };

type Props = Versions & {
	compared: { from: number; to: number } | null;
	tracks: readonly TrackName[];
};

/** Any two versions, what changed from one to the other in words. */
export async function ComparePanel(props: Props) {
	const t = await getTranslations("standards");
	const { compared } = props;
	return (
		<Card id="compare" className="scroll-mt-20">
			<CardHeader title={t("compare.title")} />
			<CardBody>
				{compared ? (
					<>
						<form className="mb-4 flex flex-wrap items-end gap-3">
							<input type="hidden" name="kind" value={props.kind} />
							{(["from", "to"] as const).map((side) => (
								<Field key={side} label={t(`compare.${side}`)} className="min-w-36">
									<NativeSelect
										name={side}
										defaultValue={String(compared[side])}
										key={compared[side]}
										options={props.versions.map(({ version }) => ({
											value: String(version),
											label: t("overview.versionName", { version }),
										}))}
									/>
								</Field>
							))}
							<Button type="submit" variant="secondary">
								{t("compare.show")}
							</Button>
						</form>
						<Compared {...props} compared={compared} />
					</>
				) : (
					<p className="text-ink-soft text-sm">{t("compare.oneVersion")}</p>
				)}
			</CardBody>
		</Card>
	);
}

async function Compared(props: Props & { compared: { from: number; to: number } }) {
	const t = await getTranslations("standards");
	const { from, to } = props.compared;
	if (props.kind === "agreement") {
		const before = props.versions.find((one) => one.version === from)?.document;
		const after = props.versions.find((one) => one.version === to)?.document;
		if (!before || !after) return null;
		return (
			<div className="grid gap-6 xl:grid-cols-2">
				<div>
					<h3 className="mb-2 font-semibold text-sm">{t("compare.zh")}</h3>
					<TextChanges lines={compareAgreements(before, after, "Zh")} />
				</div>
				<div>
					<h3 className="mb-2 font-semibold text-sm">{t("compare.en")}</h3>
					<TextChanges lines={compareAgreements(before, after, "En")} />
				</div>
			</div>
		);
	}
	const before = props.versions.find((one) => one.version === from)?.document;
	const after = props.versions.find((one) => one.version === to)?.document;
	if (!before || !after) return null;
	const changes = compareStandards(before, after);
	if (changes.length === 0) return <p className="text-ink-soft text-sm">{t("compare.same")}</p>;
	return (
		<>
			<p className="text-ink-faint text-xs">{t("compare.count", { count: changes.length })}</p>
			<ChangeList changes={changes} tracks={props.tracks} />
		</>
	);
}
