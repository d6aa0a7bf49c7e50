import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { getTranslations } from "@/lib/platform/i18n/server";

type CompareCardProps = {
	versions: readonly number[];
	/** The two looked at; null while there is one version only. */
	compared: { from: number; to: number } | null;
	/** What else of the address stays. */
	keep?: Readonly<Record<string, string>>;
	children: React.ReactNode;
};

/** Any two versions, and below them what changed from one to the other. */
export async function CompareCard({ versions, compared, keep = {}, children }: CompareCardProps) {
	const t = await getTranslations("policies");
	const options = versions.map((version) => ({
		value: String(version),
		label: t("versionName", { version }),
	}));
	return (
		<Card id="compare" className="scroll-mt-20">
			<CardHeader title={t("compare.title")} description={compared ? undefined : t("compare.oneVersion")} />
			{compared && (
				<CardBody>
					<form className="mb-4 flex flex-wrap items-end gap-3">
						{Object.entries(keep).map(([name, value]) => (
							<input key={name} type="hidden" name={name} value={value} />
						))}
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
					{children}
				</CardBody>
			)}
		</Card>
	);
}

/** The changes of two versions, counted; or that there are none. */
export async function ComparedChanges({ count, children }: { count: number; children: React.ReactNode }) {
	const t = await getTranslations("policies");
	if (count === 0) return <p className="text-ink-soft text-sm">{t("compare.same")}</p>;
	return (
		<>
			<p className="text-ink-faint text-xs">{t("compare.count", { count })}</p>
			{children}
		</>
	);
}
