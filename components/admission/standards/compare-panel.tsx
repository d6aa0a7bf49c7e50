import { StandardChanges } from "@/components/admission/standards/standard-changes";
import { TextChanges } from "@/components/admission/standards/text-changes";
import { CompareCard, ComparedChanges } from "@/components/policies/compare-card";
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
export function ComparePanel(props: Props) {
	const { kind, versions, compared } = props;
	return (
		<CompareCard versions={versions.map(({ version }) => version)} compared={compared} keep={{ kind }}>
			{compared && <Compared {...props} compared={compared} />}
		</CompareCard>
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
	return (
		<ComparedChanges count={changes.length}>
			<StandardChanges changes={changes} tracks={props.tracks} />
		</ComparedChanges>
	);
}
