import { PolicyChanges } from "@/components/tiers/policy/policy-changes";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { compareTierPolicies } from "@/lib/domains/tiers/rules/compare-policies";
import type { TierPolicy } from "@/lib/domains/tiers/schema";
import type { TrackName } from "@/lib/domains/tiers/types";
import { getTranslations } from "@/lib/platform/i18n/server";

type Props = {
	versions: readonly { version: number; document: TierPolicy }[];
	compared: { from: number; to: number } | null;
	tracks: readonly TrackName[];
};

/** Any two versions, what changed from one to the other in words. */
export async function ComparePolicies({ versions, compared, tracks }: Props) {
	const t = await getTranslations("policylab");
	const options = versions.map(({ version }) => ({
		value: String(version),
		label: t("compare.versionName", { version }),
	}));
	return (
		<Card id="compare" className="scroll-mt-20">
			<CardHeader title={t("compare.title")} description={compared ? undefined : t("compare.oneVersion")} />
			{compared && (
				<CardBody>
					<form className="mb-4 flex flex-wrap items-end gap-3">
						{(["from", "to"] as const).map((side) => (
							<Field key={side} label={t(`compare.${side}`)} className="min-w-36">
								<NativeSelect
									name={side}
									key={compared[side]}
									defaultValue={String(compared[side])}
									options={options}
								/>
							</Field>
						))}
						<Button type="submit" variant="secondary">
							{t("compare.show")}
						</Button>
					</form>
					<Compared versions={versions} compared={compared} tracks={tracks} />
				</CardBody>
			)}
		</Card>
	);
}

async function Compared({ versions, compared, tracks }: Props & { compared: { from: number; to: number } }) {
	const t = await getTranslations("policylab");
	const of = (version: number) => versions.find((one) => one.version === version)?.document;
	const [before, after] = [of(compared.from), of(compared.to)];
	if (!before || !after) return null;
	const changes = compareTierPolicies(before, after);
	if (changes.length === 0) return <p className="text-ink-soft text-sm">{t("compare.same")}</p>;
	return (
		<>
			<p className="text-ink-faint text-xs">{t("compare.count", { count: changes.length })}</p>
			<PolicyChanges changes={changes} tracks={tracks} tiers={after.tiers} />
		</>
	);
}
